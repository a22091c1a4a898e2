/// What the register remembers of its changes.
extension Registry {
  /// A change with the edit that it belongs to.
  public struct Remembered: Hashable, Sendable {
    /// The change.
    public let change: RowChange
    /// The edit; nil for another program's that no edit has gathered yet.
    public let edit: Edit?
  }

  /// The edits before one, newest first.
  ///
  /// The history is for staff, since it holds exact positions: the public sees none.
  ///
  /// - Parameters:
  ///   - number: The edit before which the answer begins; nil for the newest.
  ///   - limit: The largest number of edits.
  /// - Throws: ``EditError/noHistory(path:)`` for the public, and where the register keeps none.
  /// - Complexity: O(changes of the edits).
  public func edits(before number: Int? = nil, limit: Int = 50) throws -> [EditSummary] {
    try history { try $0.edits(before: number, limit: limit) }
  }

  /// The changes of an edit, in their order; nil for those of other programs that no edit has gathered yet.
  ///
  /// - Throws: ``EditError/noSuchEdit(_:newest:)``; as ``edits(before:limit:)``.
  public func changes(of number: Int?) throws -> [Remembered] {
    try history { history in
      let edit = try number.map { number in
        guard let edit = try history.edit(number) else {
          throw EditError.noSuchEdit(number, newest: try history.lastEdit()?.number)
        }
        return edit
      }
      return try history.changes(of: number).map { Remembered(change: $0, edit: edit) }
    }
  }

  /// What happened to a relic, in its order.
  ///
  /// The code may be one that it had before, or that of a relic
  /// which is gone.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``; as ``edits(before:limit:)``.
  /// - Complexity: O(log n + c) for c changes of the relic among n.
  public func history(of code: String) throws -> [Remembered] {
    try history { state, history in
      var ids = try history.relics(onceCalled: code)
      let isNamed = try ids.isEmpty && state.id(withCode: code) == nil
      if ids.isEmpty { ids = [try state.relic(code).id] }
      if let id = try state.id(withCode: code), !ids.contains(id) { ids.append(id) }
      let changes = try ids.flatMap { id in
        try Self.lives(try history.changes(ofRelic: id), code: try state.standing(of: id)?.code)
          .filter { life in
            // A name stands for the relic that has it now.
            life.codes.contains { CodeOrder.key($0) == CodeOrder.key(code) }
              || isNamed && life.isLast
          }
          .flatMap(\.changes)
      }
      var edits: [Int: Edit] = [:]
      for number in Set(changes.compactMap(\.edit)) { edits[number] = try history.edit(number) }
      return changes.map { Remembered(change: $0, edit: $0.edit.flatMap { edits[$0] }) }
    }
  }

  /// A row from when it came until it left: the next row of its number is another relic.
  private struct Life {
    var changes: [RowChange] = []
    var codes: Set<String> = []
    var isLast = false
  }

  /// The lives of a row; `code` is today's, nil where there is no such row.
  private static func lives(_ changes: [RowChange], code: String?) -> [Life] {
    var lives = [Life()]
    for change in changes {
      if change.table == "site", change.action == .insert { lives.append(Life()) }
      lives[lives.count - 1].changes.append(change)
      guard change.table == "site", change.field == "code" else { continue }
      for case .text(let text) in [change.old, change.new] {
        lives[lives.count - 1].codes.insert(text)
      }
    }
    lives[lives.count - 1].isLast = true
    if let code { lives[lives.count - 1].codes.insert(code) }
    return lives.map { life in
      var life = life
      // Of a relic that is gone the code is the one with which it left.
      let last = life.changes.last { $0.action == .delete && $0.field == "code" }
      if case .text(let text)? = last?.old, !life.isLast || code == nil {
        life.changes = life.changes.map { $0.with(code: text) }
      }
      return life
    }
  }

  /// What other programs changed and nobody has adopted, in its order.
  ///
  /// - Throws: as ``edits(before:limit:)``.
  public func outsideChanges() throws -> [Remembered] {
    try history { history in
      let outside = try history.edits(before: nil, limit: .max).map(\.edit)
        .filter { $0.kind == .outside && $0.adoptedBy == nil }
      let gathered = try outside.reversed().flatMap { edit in
        try history.changes(of: edit.number).map { Remembered(change: $0, edit: edit) }
      }
      return gathered + (try history.changes(of: nil)).map { Remembered(change: $0, edit: nil) }
    }
  }

  /// What stands in the way of taking an edit back, as a sentence.
  public func sentence(of hindrance: UndoPlan.Hindrance) throws -> Sentence {
    let code = try hindrance.relic.flatMap { id in
      try read { state in try state.standing(of: id)?.code }
    }
    let change = RowChange(
      number: 0, edit: nil, code: code, relic: hindrance.relic, table: hindrance.table,
      row: hindrance.row, action: hindrance.field == nil ? .insert : .update,
      field: hindrance.field, old: .null, new: .null)
    return Sentence(
      "undo.hindrance",
      [
        "code": code ?? hindrance.table, "what": HistoryWords.label(of: change),
        "reason": hindrance.kind.sentence(expected: hindrance.expected),
      ])
  }

  private func history<Value>(_ body: (any RegisterHistory) throws -> Value) throws -> Value {
    try history { _, history in try body(history) }
  }

  private func history<Value>(
    _ body: (any RegisterState, any RegisterHistory) throws -> Value
  ) throws -> Value {
    try read { state in
      guard audience == .staff, let history = try state.history else {
        throw EditError.noHistory(path: path)
      }
      return try body(state, history)
    }
  }
}
