/// How a relic came into a state: when, by which document.
public struct LifecycleEvent: Hashable, Sendable {
  /// The state; nil where it exists again as before.
  public let state: RelicState?
  /// A year, a month or a day: `2024`, `2024-05`, `2024-05-20`.
  public let date: String
  /// The document.
  public let document: String
  /// Why; nil where nobody says.
  public let cause: String?

  /// Makes an event.
  public init(state: RelicState?, date: String, document: String, cause: String? = nil) {
    self.state = state
    self.date = date
    self.document = document
    self.cause = cause
  }

  /// Refuses a date that is none, and a document without a name.
  func check() throws(EditError) {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    let isDate =
      parts.count <= 3 && zip(parts, lengths).allSatisfy { $0.count == $1 && Int($0) != nil }
      && (parts.count < 2 || (1...12).contains(Int(parts[1]) ?? 0))
      && (parts.count < 3 || (1...31).contains(Int(parts[2]) ?? 0))
    guard isDate else { throw .badDate(date) }
    if document.allSatisfy(\.isWhitespace) { throw .noDocument }
  }
}

/// What became of a relic, for who asks for it by its code.
public struct Lifecycle: Hashable, Sendable {
  /// What happened to it, in the order in which it was entered.
  public let events: [LifecycleEvent]
  /// The codes of the relics that it was merged into or split into.
  public let successors: [String]
  /// The codes of the relics that were merged into it, or of which it is a part.
  public let predecessors: [String]

  package init(events: [LifecycleEvent], successors: [String], predecessors: [String]) {
    self.events = events
    self.successors = successors
    self.predecessors = predecessors
  }

  /// Whether nothing has happened to it.
  public var isEmpty: Bool { events.isEmpty && successors.isEmpty && predecessors.isEmpty }
}
