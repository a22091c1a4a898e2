extension HubExchange {
  /// Which value a conflict is decided for.
  public enum Side: Hashable, Sendable {
    /// What it is here: the next push writes it over the hub's.
    case mine
    /// What it is in the hub.
    case theirs
  }
}

extension CopyDecisions {
  /// Decides what waits of a relic, or one field of it.
  ///
  /// - Throws: ``HubError/noConflict(code:field:)``.
  public func resolve(
    _ code: String, field: String? = nil, for side: HubExchange.Side, note: EditNote
  ) throws -> [HubConflict] {
    try note.check()
    let waiting = try copy.conflicts().filter {
      CodeOrder.key($0.code) == CodeOrder.key(code)
        && (field == nil || Self.name($0.field) == field)
    }
    guard let first = waiting.first else { throw HubError.noConflict(code: code, field: field) }
    try copy.decide(
      first.uid, fields: waiting.map(\.field), takingTheirs: side == .theirs, note: note)
    return waiting
  }

  /// A field as a person writes it: without the name of the table where that is the relic's own.
  public static func name(_ field: String) -> String {
    field.hasPrefix("site.") ? String(field.dropFirst(5)) : field
  }

  /// What waits, by code and field.
  public func conflicts() throws -> [HubConflict] { try copy.conflicts() }

  /// Of which hub and county the register is a working copy; nil for none.
  public func state() throws -> CopyState? { try copy.state() }
}

/// What a person decides in a working copy; the hub is not asked.
public struct CopyDecisions: Sendable {
  let copy: any SharedCopy

  package init(_ copy: any SharedCopy) { self.copy = copy }
}
