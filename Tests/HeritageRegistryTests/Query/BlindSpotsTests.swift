import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("What an answer cannot exclude", .everyStore)
struct BlindSpotsTests {
  private static func question(at longitude: Double, _ latitude: Double) -> SiteQuery {
    var query = SiteQuery()
    query.origin = .position(Coordinate(uncheckedLongitude: longitude, latitude: latitude))
    query.radius = .metres(100)
    return query
  }

  @Test("Relics without a position and stand-ins may lie anywhere")
  func lixian() throws {
    let registry = try TestRegister.lixian.get().open()
    let spots = try registry.blindSpots(of: Self.question(at: 111.65556, 29.69167))
    var unlocated = 0
    for site in try registry.sites(matching: SiteQuery()).items where site.position == nil {
      unlocated += 1
    }
    #expect(unlocated > 0)
    #expect(spots.unlocated == unlocated)
    #expect(spots.standIns == (try registry.totals().standIns))
    #expect(spots.withheld == 0 && spots.distanceOutside == nil)
  }

  @Test("They meet the other conditions of the question")
  func conditions() throws {
    let registry = try TestRegister.lixian.get().open()
    var query = Self.question(at: 111.65556, 29.69167)
    query.levels = [.national]
    let every = try registry.sites(matching: SiteQuery()).items
    #expect(
      try registry.blindSpots(of: query).unlocated
        == every.count { $0.level == .national && $0.position == nil })
  }

  @Test("A place outside the county is so far outside")
  func outside() throws {
    let registry = try TestRegister.lixian.get().open()
    let spots = try registry.blindSpots(of: Self.question(at: 113, 28.2))
    let outside = try #require(spots.distanceOutside)
    #expect(outside > .kilometres(100) && outside < .kilometres(250))
  }

  @Test(
    "A withheld position is one for the public, and none for staff", arguments: Audience.allCases)
  func withheld(audience: Audience) throws {
    let registry = try TestRegister(
      TestPack().sites(["T-1,墓,ancient_tomb,county,东镇,111.7,29.6,5,survey,withheld,,,,,"])
    ).open(audience)
    let spots = try registry.blindSpots(of: Self.question(at: 111.7, 29.6))
    #expect(spots.withheld == (audience == .public ? 1 : 0))
  }
}
