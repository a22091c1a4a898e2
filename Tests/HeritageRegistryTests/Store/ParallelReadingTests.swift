import Foundation
import Geodesy
import HeritageTestSupport
import Synchronization
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Reading from several threads")
struct ParallelReadingTests {
  @Test("Eight threads get the answers that one thread gets", arguments: [1, 2, 8])
  func threads(readers: Int) throws {
    let path = try TestRegister.scattered.get().path
    let registry = try Registry(opening: path, audience: .staff, readers: readers)
    let origins = Array(Scattered.origins.prefix(24))
    let names = Scattered.sites.prefix(24).map(\.nameZH)
    @Sendable func answer(_ origin: Coordinate) throws -> [String] {
      var query = SiteQuery()
      query.levels = [.national, .county]
      var around = SiteQuery()
      around.areas = [try Self.square(around: origin)]
      let name = names[origins.firstIndex(of: origin) ?? 0]
      return try registry.search(name, limit: 5).items.map(\.site.code)
        + registry.sites(matching: around).items.map(\.code)
        + registry.nearest(to: .position(origin), count: 12).map(\.site.code)
        + registry.within(.kilometres(9), of: .position(origin), matching: query).items.map(
          \.site.code)
    }
    let expected = try origins.map(answer)
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<Cases.count(origins.count) {
        let index = (round + thread * 5) % origins.count
        if (try? answer(origins[index])) != expected[index] { wrong.withLock { $0 += 1 } }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
  }

  /// A square of 0.1°, away from the edges of the world.
  private static func square(around origin: Coordinate) throws -> MultiPolygon {
    let (x, y) = (
      min(179.9, max(-179.9, origin.longitude)), min(89.9, max(-89.9, origin.latitude))
    )
    let corners = try [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
      try Coordinate(longitude: x + $0.0 * 0.05, latitude: y + $0.1 * 0.05)
    }
    return try MultiPolygon([Polygon(exterior: try LinearRing(corners))])
  }
}
