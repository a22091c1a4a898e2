extension Registrar {
  /// The same register, whose changes are made, checked by every rule, and gone again.
  ///
  /// ```swift
  /// try registrar.rehearsal.retireBody(of: "LX-0001", note: note)  // throws what the real one would
  /// ```
  public var rehearsal: Registrar { Registrar(RehearsingKeeper(keeper: keeper)) }
}

/// A keeper that keeps nothing.
private struct RehearsingKeeper: RegisterKeeper {
  let keeper: any RegisterKeeper

  var name: String { keeper.name }

  func write<Value>(
    _ edit: NewEdit, _ body: (any RegisterDraft) throws -> DraftEnd<Value>
  ) throws -> Value {
    try keeper.write(edit) { draft in
      switch try body(draft) {
      case .kept(let value), .dropped(let value): .dropped(value)
      }
    }
  }
}
