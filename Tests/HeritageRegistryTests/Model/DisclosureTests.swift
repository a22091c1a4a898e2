import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Disclosure", .everyStore)
struct DisclosureTests {
  /// A tomb and a site whose positions are sensitive by rule, one by word, and open ones.
  private static let pack = TestPack().sites([
    "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.512345,20,rtk,,,,东镇某村三组,\"29.512345 N\",",
    "T-2,秘址,ancient_site,county,东镇,111.523456,29.523456,20,rtk,,,,东镇某村四组,\"29.523456 N\",",
    "T-3,明楼,ancient_building,county,东镇,111.534567,29.534567,20,rtk,,,,东镇街上,,",
    "T-4,粗墓,ancient_tomb,county,东镇,111.54,29.54,1000,map,,,,东镇,,",
    "T-5,藏楼,ancient_building,county,东镇,111.545678,29.545678,,rtk,withheld,,,东镇巷内,,",
    "T-6,开放墓,ancient_tomb,county,东镇,111.556789,29.556789,20,rtk,,,,东镇,,",
  ]).with("visits.csv", "code,access\nT-6,open\n")

  @Test("What the data do not say, the rule decides")
  func rule() throws {
    let registry = try TestRegister(Self.pack).open()
    let sites = try registry.sites(matching: SiteQuery()).items
    #expect(
      sites.map { "\($0.code) \($0.disclosure.rawValue)" }
        == ["T-1 withheld", "T-2 coarse", "T-3 open", "T-4 open", "T-5 withheld", "T-6 open"])
  }

  @Test("The public sees a withheld relic in its township, without position, village or address")
  func withheld() throws {
    let register = try TestRegister(Self.pack)
    let site = try register.open().site("T-1")
    #expect(site.position == nil)
    #expect(site.township == "东镇")
    #expect(site.address == nil)
    let staff = try register.open(.staff).site("T-1")
    #expect(
      staff.position?.coordinate == Coordinate(uncheckedLongitude: 111.512345, latitude: 29.512345))
    #expect(staff.position?.verbatim == "29.512345 N")
    #expect(staff.address == "东镇某村三组")
  }

  @Test("The public sees a coarse relic at the centre of its cell, which holds it")
  func coarse() throws {
    let register = try TestRegister(Self.pack)
    let position = try #require(try register.open().site("T-2").position)
    #expect(position.coordinate == Coordinate(uncheckedLongitude: 111.525, latitude: 29.525))
    #expect(position.accuracy == .metres(1000))
    #expect(position.method == .generalised)
    #expect(position.source == nil && position.verbatim == nil)
    let exact = try #require(try register.open(.staff).site("T-2").position)
    #expect(Geodesic.distance(position.coordinate, exact.coordinate) < .metres(1000))
  }

  @Test("A generalised position claims no more than it is worth")
  func accuracy() {
    #expect(Generalisation.accuracy(ofExact: nil) == nil)
    #expect(Generalisation.accuracy(ofExact: 213) == 1000)
    #expect(Generalisation.accuracy(ofExact: 214) == 1100)
    #expect(Generalisation.accuracy(ofExact: 999) == 1800)
  }

  @Test("No radius, box, order or count finds a withheld relic or narrows a coarse one")
  func probing() throws {
    let registry = try TestRegister(Self.pack).open()
    let exact = Coordinate(uncheckedLongitude: 111.512345, latitude: 29.512345)
    var query = SiteQuery()
    query.includesPossible = true
    for metres in [1.0, 10, 100, 1000, 10_000, 1_000_000] {
      let page = try registry.within(.metres(metres), of: .position(exact), matching: query)
      #expect(!page.items.contains { $0.site.code == "T-1" })
    }
    #expect(
      !(try registry.nearest(to: .position(exact), count: 10).contains { $0.site.code == "T-1" }))
    query.boundingBox = try BoundingBox(west: 111.5, south: 29.5, east: 111.6, north: 29.6)
    #expect(!(try registry.sites(matching: query).items.contains { $0.code == "T-1" }))
    let coarse = try registry.nearest(
      to: .position(Coordinate(uncheckedLongitude: 111.523456, latitude: 29.523456)), count: 1)
    #expect(coarse.first?.site.code == "T-2")
    #expect(try #require(coarse.first?.distance) > .metres(100))
    #expect(throws: RegistryError.siteNotLocated(code: "T-1")) {
      try registry.within(.metres(100), of: .site(code: "T-1"))
    }
    #expect(try registry.totals().located == 4)
  }

  @Test("Staff find every relic where it is, once")
  func staff() throws {
    let registry = try TestRegister(Self.pack).open(.staff)
    for (code, longitude, latitude) in [
      ("T-1", 111.512345, 29.512345), ("T-2", 111.523456, 29.523456),
      ("T-3", 111.534567, 29.534567),
    ] {
      let place = Coordinate(uncheckedLongitude: longitude, latitude: latitude)
      let near = try registry.within(.metres(30), of: .position(place)).items
      #expect(near.map(\.site.code) == [code])
      #expect(near.first?.certainty == .certain)
      #expect(try registry.nearest(to: .position(place), count: 1).map(\.site.code) == [code])
    }
    let all = try registry.nearest(
      to: .position(Coordinate(uncheckedLongitude: 111.5, latitude: 29.5)), count: 100)
    #expect(all.map(\.site.code).sorted() == ["T-1", "T-2", "T-3", "T-4", "T-5", "T-6"])
    #expect(try registry.totals().located == 6)
  }

  @Test("A copy without the table of exact positions is read as the public reads it")
  func publicCopy() throws {
    let register = try TestRegister(Self.pack)
    try DatabaseQueue(path: register.path).writeWithoutTransaction { db in
      try db.execute(sql: "DROP TABLE exact_position")
    }
    #expect(try register.openFile(.staff).site("T-1").position == nil)
    #expect(
      try register.openFile(.staff).nearest(
        to: .position(Coordinate(uncheckedLongitude: 111.5, latitude: 29.5)), count: 9
      ).count == 4)
  }

  @Test(
    "However a hidden position is printed, in whatever file, it is refused",
    arguments: [
      "111.512345", "29.512", "29.51234 N", "at 111.512E", "29°30′44.4″N", "东经111度30分44秒",
      "１１１.５１２３４５", "111,5123", "111 30 44.4", "29.512345 N", "东镇某村三组",
    ])
  func leakingFiles(text: String) throws {
    let pack = TestPack().sites([
      "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.512345,20,rtk,,,,东镇某村三组,29.512345 N,"
    ]).with("visits.csv", "code,access,notes\nT-1,closed,\(text)\n")
    let failure = #expect(throws: ImportFailure.self) { try CountyPack(PackFiles(pack.files)) }
    #expect(failure?.problems.map(\.file) == ["visits.csv"])
  }

  @Test("The shape of a zone would show a hidden relic, and is refused")
  func leakingZone() throws {
    let pack = TestPack().sites([
      "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.512345,20,rtk,,,,,,"
    ])
    .with("zones.csv", "code,kind,status,rule\nT-1,protection,surveyed,a line\n")
    .with(
      "zones.geojson",
      #"{"type":"Feature","properties":{"code":"T-1","kind":"protection"},"geometry":"#
        + #"{"type":"Polygon","coordinates":[[[111,29],[111.1,29],[111.1,29.1],[111,29]]]}}"#)
    #expect(throws: ImportFailure.self) { try CountyPack(PackFiles(pack.files)) }
  }

  @Test("A relic that is withheld and has no position keeps its address for staff")
  func addressAlone() throws {
    let register = try TestRegister(
      TestPack().sites(["T-1,秘墓,ancient_tomb,county,东镇,,,,,withheld,,,东镇某村,,"]))
    #expect(try register.open().site("T-1").address == nil)
    #expect(try register.open(.staff).site("T-1").address == "东镇某村")
    #expect(try register.open(.staff).site("T-1").position == nil)
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))
  }

  @Test("A text that prints a hidden position is refused")
  func leakingText() throws {
    let pack = TestPack().sites([
      "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.512345,20,rtk,,,,,,see 111.512345"
    ])
    let failure = #expect(throws: ImportFailure.self) { try CountyPack(PackFiles(pack.files)) }
    #expect(
      failure?.problems.map(\.description)
        == [
          "sites.csv, row 2, column notes: \"see 111.512345\": prints the place of T-1, which is withheld; take it out"
        ])
  }
}
