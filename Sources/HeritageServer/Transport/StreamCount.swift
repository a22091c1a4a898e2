import Synchronization

/// How many answers are sent in pieces at the same time, each of which has a thread.
final class StreamCount: Sendable {
  private let limit: Int
  private let count = Mutex(0)

  /// - Parameter limit: How many there may be.
  init(limit: Int) { self.limit = limit }

  /// One of them, until nobody holds it; nil where there are too many.
  func pass() -> Pass? {
    let isTaken = count.withLock { count -> Bool in
      guard count < limit else { return false }
      count += 1
      return true
    }
    return isTaken ? Pass(self) : nil
  }

  /// The right to be one of them.
  final class Pass: Sendable {
    private let owner: StreamCount

    fileprivate init(_ owner: StreamCount) { self.owner = owner }

    deinit { owner.count.withLock { $0 -= 1 } }
  }
}
