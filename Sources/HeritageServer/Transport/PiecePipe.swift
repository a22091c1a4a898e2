import Foundation
import Synchronization

/// A pipe of pieces between a thread that makes them and a task that sends them; the thread waits while four
/// pieces are on their way, so that a slow reader costs no memory.
final class PiecePipe: Sendable {
  /// The reader has gone.
  struct ReaderHasGone: Error {}

  private struct State {
    var pieces: [[UInt8]] = []
    var isEnded = false
    var error: (any Error)?
    var isCancelled = false
    var reader: CheckedContinuation<[UInt8]?, any Error>?
  }

  private let state = Mutex(State())
  /// Begins at 0 and is raised: a semaphore that goes away below its first value ends the process.
  private let room = DispatchSemaphore(value: 0)

  init() { for _ in 0..<4 { room.signal() } }

  /// Hands a piece on; waits where too many are on their way.
  func put(_ piece: [UInt8]) throws {
    room.wait()
    let isCancelled = state.withLock { state -> Bool in
      guard !state.isCancelled else { return true }
      if let reader = state.reader {
        state.reader = nil
        room.signal()
        reader.resume(returning: piece)
      } else {
        state.pieces.append(piece)
      }
      return false
    }
    if isCancelled { throw ReaderHasGone() }
  }

  /// Says that no piece follows.
  func end(_ error: (any Error)?) {
    state.withLock { state in
      (state.isEnded, state.error) = (true, error)
      guard let reader = state.reader else { return }
      state.reader = nil
      if let error { reader.resume(throwing: error) } else { reader.resume(returning: nil) }
    }
  }

  /// The next piece; nil after the last.
  ///
  /// - Throws: What the maker ended with; `CancellationError` once the task that sends is cancelled.
  func take() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        state.withLock { state in
          if state.isCancelled {
            continuation.resume(throwing: CancellationError())
          } else if !state.pieces.isEmpty {
            room.signal()
            continuation.resume(returning: state.pieces.removeFirst())
          } else if let error = state.error {
            continuation.resume(throwing: error)
          } else if state.isEnded {
            continuation.resume(returning: nil)
          } else {
            state.reader = continuation
          }
        }
      }
    } onCancel: {
      cancel()
    }
  }

  /// Says that nobody reads any more: the maker's next piece throws.
  func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.reader?.resume(throwing: CancellationError())
      state.reader = nil
    }
    room.signal()
  }
}
