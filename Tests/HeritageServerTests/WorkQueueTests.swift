import Foundation
import Synchronization
import Testing

@testable import HeritageServer

@Suite("Who waits for a reader")
struct WorkQueueTests {
  /// How many run at the same time.
  private final class Running: Sendable {
    private let counts = Mutex((now: 0, most: 0))
    var now: Int { counts.withLock { $0.now } }
    var most: Int { counts.withLock { $0.most } }

    func begin() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
    func end() { counts.withLock { $0.now -= 1 } }
  }

  @Test(
    "As many are answered at once as there are readers, some wait, the others are turned away",
    .timeLimit(.minutes(1)))
  func width() async throws {
    let queue = WorkQueue(width: 2, limit: 1)
    let gate = DispatchSemaphore(value: 0)
    let running = Running()
    await withTaskGroup(of: Int?.self) { group in
      for number in 0..<20 {
        group.addTask {
          await queue.run {
            running.begin()
            gate.wait()
            running.end()
            return number
          }
        }
      }
      // Nobody ends before the gate is opened, so that all but three are turned away first.
      for _ in 0..<17 { #expect(await group.next() == .some(nil)) }
      for _ in 0..<3 { gate.signal() }
      for await answer in group { #expect(answer != nil) }
    }
    #expect(running.now == 0)
    #expect(running.most == 2)
    #expect(await queue.run { 7 } == 7)
  }
}
