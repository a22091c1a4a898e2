extension Registry {
  /// What records would change in a register; nothing is written.
  ///
  /// The comparison is for staff: it tells the exact positions. A field counts as unchanged when an export
  /// would write it the same, and only the fields that a record has are compared.
  ///
  /// - A code that stands twice is refused the second time. The code of a stand-in is refused, and so is a
  ///   record whose position is that of a public export, for it would wipe out the exact one.
  /// - A record that says it is a stand-in is passed over, unless its code is a relic's.
  /// - For each new relic one stand-in leaves, as long as there are any: of the relic's township and level
  ///   where there is one, else of its township, else of its level, else any; the first by code.
  ///
  /// - Parameters:
  ///   - records: The rows of a file, in their order.
  ///   - labels: What is known of the files, so that one that was imported before is known again.
  ///   - progress: Called every 100 rows with the rows done and their number; what it throws stops it.
  /// - Throws: ``RegistryError/publicCopy(path:)`` for a register without exact positions.
  /// - Complexity: O(n log N + N) for n records and N relics.
  public func difference(
    of records: [SiteRecord], labels: [ImportLabel] = [],
    progress: (_ step: ImportStep, _ done: Int, _ count: Int) throws -> Void = { _, _, _ in }
  ) throws -> RegisterDifference {
    try store.read(for: .staff, .little) { state in
      try Comparison(state, name: path, labels: labels).difference(of: records, progress: progress)
    }
  }
}
