/// A county's register, opened for changes.
///
/// Every change is one transaction: all of it, or nothing.
///
/// ```swift
/// let registrar = try Registrar(opening: "heritage.sqlite")
/// let change = try registrar.apply(records)
/// print(change.new.count, change.changed.count)
/// ```
public struct Registrar: Sendable {
  let keeper: any RegisterKeeper

  /// The path of the file, or what a register is called that is in none.
  public var path: String { keeper.name }

  /// A register that is open for changes.
  package init(_ keeper: any RegisterKeeper) { self.keeper = keeper }

  /// Writes records into the register: all of them, or nothing.
  ///
  /// The records are compared with the register in the transaction that writes them, so what is written is
  /// what ``Registry/difference(of:labels:progress:)`` says of that moment. Only the fields that a record has are
  /// written. When the new relics are in, as many stand-ins have left, and sources that no relic cites any
  /// more are gone. A transaction that does not end, whatever the reason, leaves the register as it was.
  ///
  /// - Parameters:
  ///   - records: The rows of a file, in their order.
  ///   - labels: What the log notes of each file; none for nothing.
  ///   - note: Who imports them, and why, for the history.
  ///   - skippingRefused: Whether rows that cannot be written are left out; otherwise one stops all.
  ///   - review: Sees what will be written before it is, and stops it by throwing. Others can read the
  ///     register meanwhile: here is the moment for a backup.
  ///   - progress: Called every 100 rows; what it throws stops the import.
  /// - Returns: What has been written.
  /// - Throws: ``ImportFailure`` with every refused row; ``RegistryError/busy(path:)`` when another program
  ///   writes; ``RegistryError/publicCopy(path:)``; what `review` and `progress` throw.
  /// - Complexity: O(n log N + N) for n records and N relics.
  @discardableResult
  public func apply(
    _ records: [SiteRecord], labels: [ImportLabel] = [], note: EditNote? = nil,
    skippingRefused: Bool = false,
    review: (RegisterDifference) throws -> Void = { _ in },
    progress: (_ step: ImportStep, _ done: Int, _ count: Int) throws -> Void = { _, _, _ in }
  ) throws -> RegisterDifference {
    let note = note ?? EditNote(who: nil, at: labels.first?.time)
    try note.check()
    return try keeper.write(NewEdit(.import, note)) { draft in
      let difference = try Comparison(draft, name: path, labels: labels).difference(
        of: records, progress: progress)
      guard skippingRefused || difference.refused.isEmpty else {
        throw ImportFailure(problems: difference.refused.map(\.problem))
      }
      try review(difference)
      guard !difference.isEmpty || !labels.isEmpty else { return .dropped(difference) }
      try draft.write(difference, progress: progress)
      for label in labels {
        try draft.log(label, ImportCounts(of: label.file, records, in: difference))
      }
      return .kept(difference)
    }
  }

  /// Writes one record: a relic that is new, or the fields of one that the record gives.
  ///
  /// - Parameters:
  ///   - record: What is said of the relic.
  ///   - note: Who says it, why, and on which source.
  ///   - revision: What ``Registry/revision(of:)`` said when the change was thought out; nil where nobody
  ///     else can have changed the relic since.
  /// - Returns: What has been written; empty where the record says what the register has.
  /// - Throws: ``EditError/badNote(_:reason:)``;
  ///   ``RegistryError/changedMeanwhile(code:)`` where the relic has another revision,
  ///   ``EditError/badCode(_:reason:)`` for a new relic with a code that is none;
  ///   ``ImportFailure`` for a record that cannot be written, and as
  ///   ``apply(_:labels:note:skippingRefused:review:progress:)``.
  /// - Complexity: O(log N) for N relics; a new relic is also compared with all names.
  @discardableResult
  public func edit(
    _ record: SiteRecord, note: EditNote, expecting revision: Revision? = nil
  ) throws -> RegisterDifference {
    try note.check()
    return try keeper.write(NewEdit(.edit, note)) { draft in
      if let revision {
        guard let id = try draft.id(withCode: record.site.code),
          try Revision(of: id, in: draft) == revision
        else { throw RegistryError.changedMeanwhile(code: record.site.code) }
      }
      let difference = try write(record, into: draft)
      return difference.isEmpty ? .dropped(difference) : .kept(difference)
    }
  }
}
