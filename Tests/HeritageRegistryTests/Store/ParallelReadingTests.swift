import Foundation
import Geodesy
import Synchronization
import Testing

@testable import HeritageRegistry

@Suite("Reading from several threads")
struct ParallelReadingTests {
  @Test("Eight threads get the answers that one thread gets", arguments: [1, 2, 8])
  func threads(readers: Int) throws {
    let path = try TestRegister.scattered.get().path
    let registry = try Registry(opening: path, audience: .staff, readers: readers)
    let origins = Array(Scattered.origins.prefix(24))
    @Sendable func answer(_ origin: Coordinate) throws -> [String] {
      var query = SiteQuery()
      query.levels = [.national, .county]
      return try registry.nearest(to: .position(origin), count: 12).map(\.site.code)
        + registry.within(.kilometres(9), of: .position(origin), matching: query).items.map(
          \.site.code)
    }
    let expected = try origins.map(answer)
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<3 * origins.count {
        let index = (round + thread * 5) % origins.count
        if (try? answer(origins[index])) != expected[index] { wrong.withLock { $0 += 1 } }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
  }
}
