/// Edits taken back, and those of other programs adopted.
extension Registrar {
  /// Takes an edit back: all of it, or nothing.
  ///
  /// Each value that the edit wrote gets the value before, where it is still the one that the edit wrote.
  /// What is as it was before anyway is left so. Taking back is an edit itself, and can be taken back.
  ///
  /// ```swift
  /// let plan = try registrar.undo(42, note: EditNote(who: "王芳"), rehearsing: true)
  /// for hindrance in plan.hindrances { print(hindrance.sentence) }
  /// ```
  ///
  /// - Parameters:
  ///   - number: The edit.
  ///   - note: Who takes it back, and why.
  ///   - rehearsing: Whether it is only said what would be done.
  /// - Returns: What was done; where anything stood in the way, what, and nothing was done.
  /// - Throws: ``EditError/noSuchEdit(_:newest:)``, ``EditError/cannotUndo(_:kind:)`` for a load or an
  ///   adoption, ``EditError/badNote(_:reason:)``.
  /// - Complexity: O(c log N) for c changes of the edit.
  @discardableResult
  public func undo(_ number: Int, note: EditNote, rehearsing: Bool = false) throws -> UndoPlan {
    try note.check()
    return try keeper.write(NewEdit(.undo, note, about: number)) { draft in
      let edit = try draft.edit(number, beyond: 1, path: path)
      guard ![.load, .adopt].contains(edit.kind) else {
        throw EditError.cannotUndo(number, kind: edit.kind)
      }
      let (changes, hindrances) = try draft.takeBack(number)
      let plan = UndoPlan(edit: edit, changes: changes, hindrances: hindrances)
      return rehearsing || !hindrances.isEmpty ? .dropped(plan) : .kept(plan)
    }
  }

  /// Notes that somebody stands for what another program changed.
  ///
  /// - Parameters:
  ///   - number: The edit of the kind ``Edit/Kind/outside``; nil for what no edit has gathered yet.
  ///   - note: Who stands for it, and why.
  /// - Returns: The edit that was adopted.
  /// - Throws: ``EditError/noSuchEdit(_:newest:)``, ``EditError/notOutside(_:)``.
  @discardableResult
  public func adopt(_ number: Int, note: EditNote) throws -> Edit {
    try note.check()
    return try keeper.write(NewEdit(.adopt, note, about: number)) { draft in
      let edit = try draft.edit(number, beyond: 1, path: path)
      // The first to adopt it is the edit that is being made.
      let own = try draft.history?.lastEdit()?.number
      guard edit.kind == .outside, edit.adoptedBy == own else {
        throw EditError.notOutside(number)
      }
      return .kept(edit)
    }
  }
}

extension RegisterState {
  /// An edit of the history.
  ///
  /// - Parameter own: How many edits at the end are being made just now, and are none yet.
  /// - Throws: ``EditError/noHistory(path:)``, ``EditError/noSuchEdit(_:newest:)``.
  func edit(_ number: Int, beyond own: Int, path: String) throws -> Edit {
    guard let history = try history else { throw EditError.noHistory(path: path) }
    let newest = (try history.lastEdit()?.number ?? 0) - own
    guard number <= newest, let edit = try history.edit(number) else {
      throw EditError.noSuchEdit(number, newest: newest > 0 ? newest : nil)
    }
    return edit
  }
}
