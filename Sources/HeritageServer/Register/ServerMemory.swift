import HeritageRegistry
import Synchronization

/// What the server remembers of a state of the register: counts and lists that cost a reading of all rows.
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

  private let values = Mutex<(version: String, kept: [Key: any Sendable])>(("", [:]))
  private static let limit = 2000

  /// The value that was found before for the same question about the same state, or the one found now.
  func value<Value: Sendable>(
    _ question: String, of inquiry: Inquiry, _ find: () throws -> Value
  ) rethrows -> Value {
    let key = Key(
      version: inquiry.version, audience: inquiry.registry.audience.rawValue, question: question)
    if let found = values.withLock({ $0.kept[key] }) as? Kept<Value> { return found.value }
    let value = try find()
    values.withLock { values in
      if values.version != key.version || values.kept.count >= Self.limit {
        values = (key.version, [:])
      }
      values.kept[key] = Kept(value: value)
    }
    return value
  }
}
