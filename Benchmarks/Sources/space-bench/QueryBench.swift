import CFloor
import Foundation
import Geodesy
import HeritageRegistry
import HeritageSQLite
import Synchronization

/// The queries, each timed alone, ours and the floor's in turn so that both meet the same machine.
struct QueryBench {
  let path: String
  let origins: [Coordinate]

  /// What a query answered: how many rows, and the distance of the last.
  struct Answer {
    let rows: Int
    let last: Double
  }

  func run() throws {
    let registry = try Registry(opening: path, audience: .staff)
    guard let floor = floor_open(path) else { throw CocoaError(.fileReadUnknown) }
    defer { floor_close(floor) }
    var national = SiteQuery()
    national.levels = [.national]
    try compare(
      "radius5km",
      {
        let hits = try registry.within(.kilometres(5), of: .position($0)).items
        return Answer(rows: hits.count, last: hits.last?.distance?.metres ?? 0)
      },
      {
        let answer = floor_radius(floor, $0.longitude, $0.latitude, 5000)
        return Answer(rows: Int(answer.rows), last: answer.last_metres)
      })
    try compare(
      "nearest10",
      {
        let hits = try registry.nearest(to: .position($0), count: 10)
        return Answer(rows: hits.count, last: hits.last?.distance?.metres ?? 0)
      },
      {
        let answer = floor_nearest(floor, $0.longitude, $0.latitude, 10)
        return Answer(rows: Int(answer.rows), last: answer.last_metres)
      })
    try compare(
      "nearest10national",
      {
        let hits = try registry.nearest(to: .position($0), count: 10, matching: national)
        return Answer(rows: hits.count, last: hits.last?.distance?.metres ?? 0)
      }, nil)
  }

  /// How many nearest queries a second one thread answers, and two.
  func throughput() throws {
    let registry = try Registry(opening: path, audience: .staff, readers: 2)
    let clock = ContinuousClock()
    var rates: [Double] = []
    let failures = Mutex(0)
    for threads in [1, 2] {
      let time = clock.measure {
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
          for _ in 0..<3 {
            for origin in origins {
              guard let hits = try? registry.nearest(to: .position(origin), count: 10),
                hits.count == 10
              else { return failures.withLock { $0 += 1 } }
            }
          }
        }
      }
      rates.append(Double(3 * threads * origins.count) / (time / .seconds(1)))
    }
    guard failures.withLock({ $0 }) == 0 else { throw Disagreement(query: "throughput") }
    print(
      #"{"engine": "heritage", "query": "throughput", "one_thread_per_s": \#(rounded(rates[0])), "#
        + #""two_threads_per_s": \#(rounded(rates[1]))}"#)
  }

  private func compare(
    _ query: String, _ ours: (Coordinate) throws -> Answer,
    _ floor: ((Coordinate) throws -> Answer)?
  ) throws {
    var (mine, theirs) = (Timings(engine: "heritage", query), Timings(engine: "c-floor", query))
    for origin in origins.prefix(20) {
      _ = try ours(origin)
      _ = try floor?(origin)
    }
    for origin in origins {
      try mine.measure { try ours(origin) }
      if let floor { try theirs.measure { try floor(origin) } }
    }
    print(mine.line)
    guard floor != nil else { return }
    print(theirs.line)
    guard mine.agrees(with: theirs) else { throw Disagreement(query: query) }
  }

  /// The two engines have answered differently: the times say nothing.
  struct Disagreement: Error {
    let query: String
  }
}

/// The times and the checksum of one engine's answers.
struct Timings {
  private let engine: String
  private let query: String
  private let clock = ContinuousClock()
  private var times: [Double] = []
  private var rows = 0
  private var sum = 0.0

  init(engine: String, _ query: String) {
    self.engine = engine
    self.query = query
  }

  mutating func measure(_ body: () throws -> QueryBench.Answer) rethrows {
    let start = clock.now
    let answer = try body()
    times.append((clock.now - start) / .microseconds(1))
    rows += answer.rows
    sum += answer.last
  }

  /// Whether the answers had as many rows, and as distant ones.
  func agrees(with other: Timings) -> Bool {
    rows == other.rows && abs(sum - other.sum) < 0.1
  }

  /// One line of JSON with the keys of the peers' script.
  var line: String {
    let sorted = times.sorted()
    return #"{"engine": "\#(engine)", "query": "\#(query)", "n": \#(sorted.count), "#
      + #""p50_us": \#(rounded(sorted[sorted.count / 2])), "#
      + #""p99_us": \#(rounded(sorted[Int(Double(sorted.count) * 0.99)])), "#
      + #""rows": \#(rows), "sum_last_m": \#(rounded(sum))}"#
  }
}
