import Foundation
import Synchronization

/// Answers some questions at the same time, keeps some waiting, and turns the others away.
///
/// Questions are read from a file by calls that block: they run on threads of their own, never on those that
/// serve the sockets. The threads stay, since each that begins would ask the allocator for a heap of its own.
final class WorkQueue: Sendable {
  /// What waits for a thread; the threads hold it, and not the queue, so that they end with that.
  private final class Line: Sendable {
    private let works = Mutex<[@Sendable () -> Void]>([])
    /// Is raised once for each piece of work, and once for each thread at the end.
    private let come = DispatchSemaphore(value: 0)

    func put(_ work: @escaping @Sendable () -> Void) {
      works.withLock { $0.append(work) }
      come.signal()
    }

    /// The piece of work that waits longest; nil where none will come.
    func take() -> (@Sendable () -> Void)? {
      come.wait()
      return works.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    func end() { come.signal() }
  }

  private let line = Line()
  private let waiting = Mutex(0)
  private let width: Int
  private let limit: Int

  /// - Parameters:
  ///   - width: How many run at the same time.
  ///   - limit: How many may run and wait.
  init(width: Int, limit: Int) {
    self.width = max(1, width)
    self.limit = self.width + limit
    for _ in 0..<self.width {
      Thread.detachNewThread { [line] in
        while let work = line.take() { work() }
      }
    }
  }

  deinit { for _ in 0..<width { line.end() } }

  /// Runs a piece of work when its turn comes; nil where too many wait already.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
    let isTaken = waiting.withLock { waiting -> Bool in
      guard waiting < limit else { return false }
      waiting += 1
      return true
    }
    guard isTaken else { return nil }
    return await withCheckedContinuation { continuation in
      line.put { [self] in
        let value = work()
        waiting.withLock { $0 -= 1 }
        continuation.resume(returning: value)
      }
    }
  }
}
