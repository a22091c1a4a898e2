import HeritageRegistry

/// What happened to one row at one time: the changes of its fields taken together.
struct RowEvent {
  /// A field with its value before and after.
  struct Value {
    let field: String
    let old: StoredValue
    var new: StoredValue
  }

  let table: String
  let row: StoredValue
  let relic: RowID?
  let action: RowChange.Action
  /// The fields that changed, or all of a row that left; none of a row that came.
  private(set) var values: [Value] = []
  /// The number of the last change.
  private(set) var number: Int

  private init(_ change: RowChange) {
    (table, row, relic) = (change.table, change.row, change.relic)
    (action, number) = (change.action, change.number)
    add(change)
  }

  private mutating func add(_ change: RowChange) {
    number = change.number
    guard let field = change.field else { return }
    if let known = values.firstIndex(where: { $0.field == field }) {
      values[known].new = change.new
    } else {
      values.append(Value(field: field, old: change.old, new: change.new))
    }
  }

  /// Changes as events, in their order.
  ///
  /// A row that is changed several times in a row is changed once.
  static func events(of changes: some Sequence<RowChange>) -> [RowEvent] {
    var events: [RowEvent] = []
    for change in changes {
      if let last = events.last, change.action != .insert, last.action == change.action,
        last.table == change.table, last.row == change.row
      {
        events[events.count - 1].add(change)
      } else {
        events.append(RowEvent(change))
      }
    }
    return events
  }
}
