import Foundation
import Synchronization

/// Answers some questions at the same time, keeps some waiting, and turns the others away.
///
/// Questions are read from a file by calls that block: they run on threads of their own, never on those that
/// serve the sockets.
final class WorkQueue: Sendable {
  private let queue = OperationQueue()
  private let waiting = Mutex(0)
  private let limit: Int

  /// - Parameters:
  ///   - width: How many run at the same time.
  ///   - limit: How many may run and wait.
  init(width: Int, limit: Int) {
    queue.maxConcurrentOperationCount = max(1, width)
    self.limit = max(1, width) + limit
  }

  /// Runs a piece of work when its turn comes; nil where too many wait already.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
    let isTaken = waiting.withLock { waiting -> Bool in
      guard waiting < limit else { return false }
      waiting += 1
      return true
    }
    guard isTaken else { return nil }
    return await withCheckedContinuation { continuation in
      queue.addOperation { [self] in
        let value = work()
        waiting.withLock { $0 -= 1 }
        continuation.resume(returning: value)
      }
    }
  }
}
