import Foundation
import Geodesy
import HeritageTestSupport
import Hours
import LixianPack
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Reading a county pack")
struct CountyPackTests {
  private static func problems(_ pack: TestPack) -> [String] {
    do {
      return try CountyPack(PackFiles(pack.files)).warnings.map { "warning: \($0)" }
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("Lixian's pack has one site on the county's generalised line, and no other problem")
  func lixian() throws {
    let pack = try CountyPack(PackFiles(LixianPack.files))
    #expect(
      pack.warnings.map(\.description) == [
        "sites.csv, row 12, column lon, lat: \"111.725583, 29.917306\": LX-0011 lies 70 m outside "
          + "the county's outline, which is generalised"
      ])
    #expect(pack.sites.count == 38)
    #expect(pack.standIns.count == 592)
  }

  @Test(
    "A broken file is reported with its place and the rule",
    arguments: [
      ("pack.csv", nil, "pack.csv: the pack has no such file"),
      (
        "pack.csv", "key,value\nname_zh,县\ncode_prefix,T\n",
        "pack.csv: the setting format must be 1: this program reads no other"
      ),
      ("sites.csv", nil, "sites.csv: the pack has no such file"),
      ("sites.csv", "", "sites.csv: the file is empty: a header row is needed"),
      ("sites.csv", "code,name_zh\n", "sites.csv, row 1: the column protection_level is missing"),
      (
        "sites.csv", "code,code,name_zh\n",
        "sites.csv, row 1: the column code stands twice in the header"
      ),
      (
        "sites.csv", "code,name_zh,protection_level\nT-1,一\n",
        "sites.csv, row 2: the row has 2 fields where the header has 3"
      ),
      (
        "sites.csv", "code,name_zh,protection_level\n\"T-1,一,county\n",
        "sites.csv, row 2: a quoted field is never closed"
      ),
      (
        "townships.csv", "code,name_zh,kind\n12,东镇,town\n",
        "townships.csv, row 2, column code: \"12\": must be the nine digits of GB/T 10114"
      ),
      (
        "townships.csv", "code,name_zh,kind\n430799101,东镇,city\n430799102,西镇,town\n",
        "townships.csv, row 2, column kind: \"city\": must be one of subdistrict, town, township"
      ),
      (
        "former_townships.csv", "name_zh,merged_into\n老乡,北镇\n",
        "former_townships.csv, row 2, column merged_into: \"北镇\": townships.csv has no such township"
      ),
      (
        "names.csv", "code,kind,name\nT-9,alias,九\n",
        "names.csv, row 2, column code: \"T-9\": no site of sites.csv has this code"
      ),
      (
        "official_counts.csv", "what,count,source\nregistered,-1,x\n",
        "official_counts.csv, row 2, column count: \"-1\": must be a whole number from 0 to 10000000"
      ),
      (
        "groups.csv", "group,name_zh\nBig Group,群\n",
        "groups.csv, row 2, column group: \"Big Group\": must be small letters, digits and hyphens, "
          + "a letter first"
      ),
      ("boundary.geojson", "{", "boundary.geojson: the file is no JSON"),
      (
        "boundary.geojson", #"{"type": "Point", "coordinates": [1, 2]}"#,
        "boundary.geojson: a geometry of type Point is not read here: lines and polygons are"
      ),
      (
        "visits.csv", "code,access\nT-9,open\n",
        "visits.csv, row 2, column code: \"T-9\": no site of sites.csv has this code"
      ),
      ("site.csv", "code\n", "warning: site.csv: no file of a pack has this name; it was not read"),
    ])
  func brokenFile(name: String, text: String?, problem: String) {
    #expect(Self.problems(TestPack().with(name, text)).contains(problem))
  }

  @Test(
    "A broken row of sites is reported with its column, value and rule",
    arguments: [
      ("T-1,,,county,,,,,,,,,,,", "name_zh: must not be empty"),
      (
        "T-1,一,,regional,,,,,,,,,,,",
        "protection_level: \"regional\": must be one of national, provincial, municipal, county, registered"
      ),
      (
        "T-1,一,bridge,county,,,,,,,,,,,",
        "category: \"bridge\": must be one of ancient_site, ancient_tomb, ancient_building, "
          + "cave_temple_stone, modern_site, other"
      ),
      ("T-1,一,,county,北镇,,,,,,,,,,", "township: \"北镇\": townships.csv has no such township"),
      ("T-1,一,,county,,111.5,,,map,,,,,,", "lat: must not be empty where lon is given"),
      (
        "T-1,一,,county,,211.5,29.5,,map,,,,,,",
        "lon: \"211.5\": must be a longitude in degrees, -180 to 180"
      ),
      (
        "T-1,一,,county,,111.5,29.5N,,map,,,,,,",
        "lat: \"29.5N\": must be a latitude in degrees, -90 to 90"
      ),
      (
        "T-1,一,,county,,111.5,29.5,-3,map,,,,,,",
        "coord_accuracy_m: \"-3\": must be a number above 0"
      ),
      (
        "T-1,一,,county,,,,50,,,,,,,",
        "coord_accuracy_m: \"50\": must be empty where lon and lat are"
      ),
      (
        "T-1,一,,county,,,,,map,,,,,,",
        "coord_method: \"map\": must be none where lon and lat are empty"
      ),
      (
        "T-1,一,,county,,111.5,29.5,,,,,,,,",
        "coord_method: must say how the position was found: published_fix, published_point, "
          + "literature, derived, township_seat, rtk, handheld, map, survey"
      ),
      ("T-1,一,,county,,,,,,,5,-5,,,", "period_end: \"-5\": must not be before period_start 5"),
      ("T-X0001,一,,county,,,,,,,,,,,", "code: \"T-X0001\": is the code of a stand-in"),
      ("T-1,一,,county,,,,,,,0,,,,", "period_start: \"0\": there is no year 0; 1 BCE is -1"),
      (
        "T-1,一,,county,,,,,,secret,,,,,",
        "disclosure: \"secret\": must be one of open, coarse, withheld"
      ),
      (
        "T-1,一,,county,,112.1,29.5,,map,,,,,,",
        "lon, lat: \"112.1, 29.5\": T-1 lies 9697 m outside the county's outline"
      ),
    ])
  func brokenSite(row: String, problem: String) {
    #expect(Self.problems(TestPack().sites([row])) == ["sites.csv, row 2, column " + problem])
  }

  @Test("Every problem of every file is reported at once")
  func allProblems() {
    let pack = TestPack()
      .sites(["T-1,一,,county,,,,,,,,,,,", "T-1,,,regional,,,,,,,,,,,"])
      .with("names.csv", "code,kind,name\nT-1,nickname,甲\nT-2,alias,\n")
    #expect(
      Self.problems(pack) == [
        "sites.csv, row 3, column code: \"T-1\": the code stands in row 2 already",
        "sites.csv, row 3, column name_zh: must not be empty",
        "sites.csv, row 3, column protection_level: \"regional\": must be one of national, "
          + "provincial, municipal, county, registered",
        "names.csv, row 2, column kind: \"nickname\": must be one of former, alias",
        "names.csv, row 3, column code: \"T-2\": no site of sites.csv has this code",
        "names.csv, row 3, column name: must not be empty",
      ])
  }

  @Test("A site far outside the county comes in when it is allowed to")
  func outside() throws {
    let pack = TestPack().sites(["T-1,一,,county,,112.1,29.5,,map,,,,,,"])
    let read = try CountyPack(PackFiles(pack.files), allowsOutside: true)
    #expect(read.warnings.count == 1)
    #expect(read.sites.count == 1)
  }

  @Test("Hours by weekday and season, exceptions and zones with shapes come in from their files")
  func optionalFiles() throws {
    let pack = TestPack().sites(["T-1,一,,county,,111.5,29.5,,map,,,,,,"])
      .with("visits.csv", "code,access\nT-1,open\n")
      .with(
        "openings.csv",
        "code,weekdays,season_start,season_end,opens,closes,last_admission\n"
          + "T-1,2;3,04-01,09-30,09:00,17:00,16:30\nT-1,7,,,10:00,12:00,\n"
      )
      .with(
        "opening_exceptions.csv",
        "code,date,opens,closes\nT-1,2026-02-17,,\nT-1,public_holiday,09:00,12:00\n"
      )
      .with("zones.csv", "code,kind,status,rule\nT-1,protection,surveyed,within the line\n")
      .with(
        "zones.geojson",
        #"{"type":"Feature","properties":{"code":"T-1","kind":"protection"},"geometry":"#
          + #"{"type":"Polygon","coordinates":[[[111,29],[111.1,29],[111.1,29.1],[111,29]]]}}"#)
    let entry = try TestRegister(pack).open().entry("T-1")
    #expect(
      entry.visit?.openings.map { "\($0.weekday.isoNumber) \($0.season) \($0.opens)" } == [
        "7 01-01..12-31 10:00", "2 04-01..09-30 09:00", "3 04-01..09-30 09:00",
      ])
    #expect(entry.visit?.exceptions.map(\.date) == [nil, CivilDate("2026-02-17")])
    #expect(entry.visit?.exceptions.map(\.opens) == [ClockTime("09:00"), nil])
    #expect(entry.zones.map(\.status) == [.surveyed])
  }

  @Test("A zone without its shape, and a shape without its zone, are problems")
  func zones() {
    let pack = TestPack().sites(["T-1,一,,county,,111.5,29.5,,map,,,,,,"])
      .with("zones.csv", "code,kind,status,rule\nT-1,protection,surveyed,within the line\n")
      .with(
        "zones.geojson",
        #"{"type":"Feature","properties":{"code":"T-1","kind":"control"},"geometry":"#
          + #"{"type":"Polygon","coordinates":[[[111,29],[111.1,29],[111.1,29.1],[111,29]]]}}"#)
    #expect(
      Self.problems(pack) == [
        "zones.csv, row 2, column status: \"surveyed\": needs a shape in zones.geojson",
        "zones.geojson: the shape of T-1 control has no row in zones.csv",
      ])
  }
}

@Suite("Stand-ins")
struct StandInsTests {
  @Test("The same seed gives the same rows, another seed others, all inside the outline")
  func seeded() throws {
    let outline = try #require(try CountyPack(PackFiles(LixianPack.files)).outline)
    func make(_ seed: UInt64) -> [Site] {
      Array(StandIns(count: 300, seed: seed, within: outline, prefix: "LX"))
    }
    #expect(make(1) == make(1))
    #expect(make(1) != make(2))
    #expect(
      make(1).allSatisfy { site in site.position.map { outline.contains($0.coordinate) } ?? false })
    #expect(make(1).first?.code == "LX-X0001")
    #expect(make(1).first?.nameZH == "待补录文物点 X0001")
    #expect(make(1).allSatisfy { $0.provenance == .standIn && $0.levelBasis == .standIn })
    #expect(Set(make(1).map(\.category)).count >= 5)
  }

  @Test("A longer list begins with the shorter one, and serial numbers widen as they must")
  func lengths() throws {
    let outline = try #require(try CountyPack(PackFiles(TestPack().files)).outline)
    func make(_ count: Int) -> [Site] {
      Array(StandIns(count: count, seed: 3, within: outline, prefix: "T"))
    }
    #expect(make(0).isEmpty)
    #expect(make(5).map(\.position) == make(9).prefix(5).map(\.position))
    #expect(make(12_345).last?.code == "T-X12345")
    #expect(make(12_345).first?.code == "T-X00001")
  }
}
