/// Why a file is no plan; paths say where in it: `days[0].visits[1].arrival`.
public enum PlanFault: Error, Hashable, Sendable {
  /// It is not JSON.
  case noJSON
  /// It is no object with a list of days.
  case noObject
  /// It has no days.
  case noDays
  /// Something is missing.
  case missing(path: String)
  /// Something is null that must not be.
  case null(path: String)
  /// Something is of another kind than it must be.
  case wrongKind(path: String, expected: Kind)
  /// A text is no time.
  case noTime(path: String, String)
  /// A time is not written as text.
  case unquotedTime(path: String)
  /// A place is neither a text nor a position.
  case noPlace(path: String)
  /// A date is none.
  case noDate(path: String, String)
  /// A date is not after the one before.
  case datesBackwards(path: String, String, before: String)
  /// Something cannot be read, with the reason of the decoder.
  case unreadable(path: String, reason: String)

  /// A kind of value.
  public enum Kind: Hashable, Sendable {
    /// A kind of value in JSON.
    case text, number, list, object
  }

  /// The fault that a decoder found.
  init(_ error: DecodingError) {
    typealias Context = DecodingError.Context
    func path(_ context: Context, _ last: (any CodingKey)? = nil) -> String {
      Self.path(context.codingPath + [last].compactMap { $0 })
    }
    switch error {
    case .keyNotFound(let key, let context): self = .missing(path: path(context, key))
    case .valueNotFound(_, let context) where !context.codingPath.isEmpty:
      self = .null(path: path(context))
    case .typeMismatch(let type, let context) where !context.codingPath.isEmpty:
      self = .wrongKind(path: path(context), expected: Self.kind(of: type))
    case .valueNotFound, .typeMismatch: self = .noObject
    case .dataCorrupted(let context):
      self =
        context.codingPath.isEmpty
        ? .noJSON : .unreadable(path: path(context), reason: context.debugDescription)
    @unknown default: self = .unreadable(path: "", reason: "")
    }
  }

  /// A place in the file.
  static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
      key.intValue.map { path + "[\($0)]" } ?? (path.isEmpty ? "" : path + ".") + key.stringValue
    }
  }

  private static func kind(of type: any Any.Type) -> Kind {
    switch type {
    case is String.Type: .text
    case is Int.Type, is Double.Type: .number
    default: "\(type)".hasPrefix("Array") ? .list : .object
    }
  }
}
