/// A row of the history: a row that came, a row that left, or a field of one that changed.
///
/// Fields are those of the store's tables, so that nothing that another program did is missed; what people
/// call them is `label`.
public struct RowChange: Hashable, Sendable {
  /// What happened.
  public enum Action: String, Sendable {
    /// A row came.
    case insert
    /// A field of a row changed.
    case update
    /// A row left; there is one of these for each value it had.
    case delete
  }

  /// Its place in the history, from 1.
  public let number: Int
  /// The edit that it belongs to; nil for another program's that no edit has gathered yet.
  public let edit: Int?
  /// The relic's code, today's or its last; nil where it is about no relic.
  public let code: String?
  /// The relic's row; nil where it is about no relic.
  package let relic: RowID?
  /// The table.
  public let table: String
  /// The key of the row.
  public let row: StoredValue
  /// What happened.
  public let action: Action
  /// The field; nil for a row that came.
  public let field: String?
  /// The value before.
  public let old: StoredValue
  /// The value after.
  public let new: StoredValue

  package init(
    number: Int, edit: Int?, code: String?, relic: RowID?, table: String, row: StoredValue,
    action: Action, field: String?, old: StoredValue, new: StoredValue
  ) {
    self.number = number
    self.edit = edit
    self.code = code
    self.relic = relic
    self.table = table
    self.row = row
    self.action = action
    self.field = field
    self.old = old
    self.new = new
  }
}

/// A value as a store keeps it.
public enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

extension RowChange {
  /// The same change with the code of its relic.
  package func with(code: String?) -> RowChange {
    RowChange(
      number: number, edit: edit, code: code, relic: relic, table: table, row: row,
      action: action, field: field, old: old, new: new)
  }
}
