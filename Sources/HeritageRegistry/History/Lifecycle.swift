import Hours

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

  /// The first year of which a document can speak.
  static let firstYear = 1900

  /// Refuses a date that there is not, one before 1900 or after today, and a document without a name.
  ///
  /// - Parameter today: The date that it is.
  /// - Throws: ``EditError/badDate(_:)``, ``EditError/oldDate(_:)``, ``EditError/futureDate(_:today:)``,
  ///   ``EditError/noDocument``.
  func check(today: CivilDate) throws(EditError) {
    let whole = date + String("0000-01-01".dropFirst(date.utf8.count))
    guard [4, 7, 10].contains(date.utf8.count), let first = CivilDate(whole) else {
      throw .badDate(date)
    }
    if first.year < Self.firstYear { throw .oldDate(date) }
    if first > today { throw .futureDate(date, today: today) }
    if document.allSatisfy(\.isWhitespace) { throw .noDocument }
    for (part, text) in [(EditError.Part.document, document), (.cause, cause ?? "-")] {
      if let reason = EditNote.fault(of: text) { throw .badNote(part, reason: reason) }
    }
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
