import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Nearest sites", .everyStore)
struct NearestTests {
  @Test(
    "The answer is what a look at every site gives, ties by code", arguments: Scattered.lookouts,
    Audience.allCases)
  func bruteForce(origin: Coordinate, audience: Audience) throws {
    let registry = try TestRegister.scattered.get().open(audience)
    let sorted = Scattered.visible(to: audience)
      .map { (Geodesic.distance(origin, $1.coordinate).metres, $0) }.sorted { $0 < $1 }
    for count in [1, 10, 137] {
      let found = try registry.nearest(to: .position(origin), count: count)
      let expected = sorted.prefix(count)
      #expect(found.map(\.site.code) == expected.map(\.1))
      #expect(found.map { $0.distance?.metres ?? -1 } == expected.map(\.0))
      #expect(found.allSatisfy { $0.certainty == nil })
    }
  }

  @Test("Filters apply on the way", arguments: Scattered.lookouts.prefix(4))
  func filtered(origin: Coordinate) throws {
    let registry = try TestRegister.scattered.get().open(.staff)
    var query = SiteQuery()
    query.levels = [.national]
    query.categories = [.category(.ancientSite), .category(.other)]
    let found = try registry.nearest(to: .position(origin), count: 10, matching: query)
    let expected = Scattered.sites
      .filter { $0.level == .national && [.ancientSite, .other].contains($0.category) }
      .compactMap { site in
        site.position.map { (Geodesic.distance(origin, $0.coordinate).metres, site.code) }
      }
      .sorted { $0 < $1 }.prefix(10)
    #expect(found.map(\.site.code) == expected.map(\.1))
  }

  @Test("The nearest across the antimeridian is found though its box is rounded beyond it")
  func antimeridian() throws {
    let registry = try TestRegister(
      TestPack().sites([
        "T-1,近,,county,,-179.9999911,0,1,map,open,,,,,",
        "T-2,远,,county,,179.9999893,0,1,map,open,,,,,",
      ])
    ).open()
    let origin = SiteQuery.Origin.position(Coordinate(uncheckedLongitude: 180, latitude: 0))
    #expect(try registry.nearest(to: origin, count: 1).map(\.site.code) == ["T-1"])
  }

  @Test("More than there are gives all that have a position")
  func all() throws {
    let registry = try TestRegister.lixian.get().open()
    let found = try registry.nearest(to: .site(code: "LX-0001"), count: 1000)
    #expect(found.count == 29)
    #expect(!found.contains { $0.site.code == "LX-0001" })
  }

  @Test("The R*Tree is the outermost loop and gives the order")
  func plan() throws {
    let registry = try TestRegister.scattered.get().openFile(.staff)
    var query = SiteQuery()
    query.levels = [.national]
    query.origin = .position(Coordinate(uncheckedLongitude: 111, latitude: 29))
    query.sort = .distance
    let origin = Coordinate(uncheckedLongitude: 111, latitude: 29)
    let plans = try registry.plans { state in
      let search = try SiteSearch(query, in: state)
      return state.siteRow.indexed.map {
        state.nearestStatement(search.resolved, $0.index, $0.source, from: origin)
      }
    }
    #expect(plans.count == 2)
    for plan in plans {
      #expect(plan.first?.hasPrefix("SCAN r VIRTUAL TABLE INDEX 2:") == true)
      #expect(plan.contains("SEARCH s USING INTEGER PRIMARY KEY (rowid=?)"))
    }
  }
}
