import Foundation
import HeritageRegistry
import Synchronization

/// What the server remembers of a state of the register: counts and lists that cost a reading of all rows.
///
/// What is asked for while it is being found is waited for, not found twice.
final class ServerMemory: Sendable {
  private struct Key: Hashable {
    let version: String
    let audience: String
    let question: String
  }

  /// A value that may be nil itself.
  private struct Kept<Value: Sendable>: Sendable {
    let value: Value
  }

  private struct Values {
    var version = ""
    var kept: [Key: any Sendable] = [:]
    /// What is kept weighs so much in all.
    var weight = 0
    /// Held by whoever is finding a value.
    var sought: [Key: NSLock] = [:]
  }

  private let values = Mutex(Values())
  /// Some 10 MB where lists of relics fill it, which weigh as much as they have relics.
  private static let limit = 10_000

  /// The value that was found before for the same question about the same state, or the one found now.
  ///
  /// - Parameter weight: What it weighs to keep a value, in some 1 KB: 1 for a number or some.
  /// - Throws: `ReadingDeadline.Passed` where another finds it for too long; what `find` throws.
  func value<Value: Sendable>(
    _ question: String, of inquiry: Inquiry, weight: (Value) -> Int = { _ in 1 },
    _ find: () throws -> Value
  ) throws -> Value {
    let key = Key(
      version: inquiry.version, audience: inquiry.registry.audience.rawValue, question: question)
    if let found: Value = kept(key) { return found }
    let lock = values.withLock { values in
      let lock = values.sought[key] ?? NSLock()
      values.sought[key] = lock
      return lock
    }
    guard lock.lock(before: Self.end) else { throw ReadingDeadline.Passed() }
    defer { lock.unlock() }
    if let found: Value = kept(key) { return found }
    defer { values.withLock { $0.sought[key] = nil } }
    let value = try find()
    values.withLock { values in
      if values.version != key.version || values.weight >= Self.limit {
        (values.version, values.kept, values.weight) = (key.version, [:], 0)
      }
      values.kept[key] = Kept(value: value)
      // A stranger's question may be long.
      values.weight += max(1, weight(value)) + question.utf8.count / 1024
    }
    return value
  }

  private func kept<Value: Sendable>(_ key: Key) -> Value? {
    (values.withLock { $0.kept[key] } as? Kept<Value>)?.value
  }

  /// Until when a value is waited for.
  private static var end: Date {
    guard let end = ReadingDeadline.end else { return .distantFuture }
    let left = ContinuousClock.now.duration(to: end)
    return Date(timeIntervalSinceNow: Double(left.components.seconds) + 0.1)
  }
}
