import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import HeritageRegistry

@Suite("Nearest sites")
struct NearestTests {
  @Test("The answer is what a look at every site gives, ties by code", arguments: Scattered.origins)
  func bruteForce(origin: Coordinate) throws {
    let registry = try TestRegister.scattered.get().open()
    for count in [1, 10, 137] {
      let found = try registry.nearest(to: .position(origin), count: count)
      let expected = Scattered.sites
        .compactMap { site in
          site.position.map { (Geodesic.distance(origin, $0.coordinate).metres, site.code) }
        }
        .sorted { $0 < $1 }.prefix(count)
      #expect(found.map(\.site.code) == expected.map(\.1))
      #expect(found.map { $0.distance?.metres ?? -1 } == expected.map(\.0))
      #expect(found.allSatisfy { $0.certainty == nil })
    }
  }

  @Test("Filters apply on the way", arguments: Scattered.origins.prefix(8))
  func filtered(origin: Coordinate) throws {
    let registry = try TestRegister.scattered.get().open()
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

  @Test("More than there are gives all that have a position")
  func all() throws {
    let registry = try TestRegister.lixian.get().open()
    let found = try registry.nearest(to: .site(code: "LX-0001"), count: 1000)
    #expect(found.count == 28)
    #expect(!found.contains { $0.site.code == "LX-0001" })
  }

  @Test("No position in a box is nearer than the bound of the box")
  func bound() {
    var random = SplitMix64(seed: 11)
    func draw(_ low: Double, _ high: Double) -> Double { low + random.unit() * (high - low) }
    for _ in 0..<20_000 {
      let size = [1e-5, 0.01, 1, 30, 180][Int(draw(0, 5))]
      let west = draw(-180, 180)
      let east = min(180, west + draw(0, size))
      let south = draw(-90, 90)
      let north = min(90, south + draw(0, size))
      let isNear = draw(0, 1) < 0.5
      let origin = Coordinate(
        uncheckedLongitude: isNear
          ? min(180, max(-180, west + draw(-size, size))) : draw(-180, 180),
        latitude: isNear ? min(90, max(-90, south + draw(-size, size))) : draw(-90, 90))
      let inside = Coordinate(
        uncheckedLongitude: draw(west, east), latitude: draw(south, north))
      let bound = NearestBound(longitude: origin.longitude, latitude: origin.latitude)
        .metres(west: west, east: east, south: south, north: north)
      #expect(bound <= Geodesic.distance(origin, inside).metres)
    }
  }

  @Test("The bound of a position is within 1 % of its distance, away from the poles")
  func tightness() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<1_000 {
      let origin = Coordinate(
        uncheckedLongitude: random.unit() * 360 - 180, latitude: random.unit() * 120 - 60)
      let other = Geodesic.position(
        from: origin, bearing: random.unit() * 360, distance: .metres(random.unit() * 1e5))
      let bound = NearestBound(longitude: origin.longitude, latitude: origin.latitude).metres(
        west: other.longitude, east: other.longitude, south: other.latitude, north: other.latitude)
      #expect(bound > Geodesic.distance(origin, other).metres * 0.99 - 1e-6)
    }
  }

  @Test("The R*Tree is the outermost loop and gives the order")
  func plan() throws {
    let registry = try TestRegister.scattered.get().open(.staff)
    var query = SiteQuery()
    query.levels = [.national]
    query.origin = .position(Coordinate(uncheckedLongitude: 111, latitude: 29))
    query.sort = .distance
    for (index, table) in zip(registry.siteRow.columns.indexes, ["site", "exact_position"]) {
      let plan = try registry.read { db in
        let search = try SiteSearch(query, in: db, as: registry.siteRow)
        let statement = search.nearestStatement(
          index, from: Coordinate(uncheckedLongitude: 111, latitude: 29),
          filters: try search.conditions(db))
        return try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + statement.sql,
          arguments: StatementArguments(statement.arguments)
        ).map { $0["detail"] as String }
      }
      #expect(plan.first?.hasPrefix("SCAN r VIRTUAL TABLE INDEX 2:") == true)
      #expect(plan.contains("SEARCH s USING INTEGER PRIMARY KEY (rowid=?)"))
      #expect(index.table == "idx_\(table)_geom")
    }
  }
}
