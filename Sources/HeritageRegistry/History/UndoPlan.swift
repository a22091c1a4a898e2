import Tables

/// What taking an edit back does, or what stands in its way.
public struct UndoPlan: Hashable, Sendable {
  /// What stands in the way.
  public struct Hindrance: Hashable, Sendable {
    /// Why the change cannot be taken back.
    public enum Kind: Hashable, Sendable {
      /// The value was changed once more.
      case changed(now: StoredValue)
      /// The row is gone.
      case gone
      /// Another row stands where the old one stood.
      case takenPlace
      /// A row of another edit would go along.
      case takesAlong
      /// A row of a table still needs it.
      case needed(by: String)
      /// A rule of the register refuses the old values.
      case refused(Sentence)
    }

    /// The table.
    public let table: String
    /// The key of the row.
    public let row: StoredValue
    /// The field; nil for the whole row.
    public let field: String?
    /// The relic's row; nil for none.
    package let relic: RowID?
    /// What the edit wrote.
    public let expected: StoredValue
    /// Why.
    public let kind: Kind

    package init(
      table: String, row: StoredValue, field: String?, relic: RowID?, expected: StoredValue,
      kind: Kind
    ) {
      self.table = table
      self.row = row
      self.field = field
      self.relic = relic
      self.expected = expected
      self.kind = kind
    }
  }

  /// The edit that is taken back.
  public let edit: Edit
  /// What is done, in the order in which it is done; the values are those of the edit turned round.
  public let changes: [RowChange]
  /// What stands in the way; where there is anything, nothing was done.
  public let hindrances: [Hindrance]
}

extension UndoPlan.Hindrance.Kind {
  /// Why, as a clause.
  func sentence(expected: StoredValue) -> Sentence {
    switch self {
    case .changed(let now):
      Sentence("undo.changed", ["expected": expected.said, "now": now.said])
    case .gone: Sentence("undo.gone")
    case .takenPlace: Sentence("undo.takenPlace")
    case .takesAlong: Sentence("undo.takesAlong")
    case .needed(let table):
      Sentence(
        "undo.needed", ["table": HistoryWords.tables[table] ?? Labels(zh: table, en: table)])
    case .refused(let reason): reason
    }
  }
}

extension StoredValue {
  /// The value as text, as an answer has it; empty for nothing.
  public var text: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): DecimalText.string(number, places: 9)
    case .text(let text): text
    case .blob: shapeText ?? ""
    }
  }

  /// The value in a sentence.
  public var said: Sentence.Value { EditError.said(text.isEmpty ? nil : text) }
}
