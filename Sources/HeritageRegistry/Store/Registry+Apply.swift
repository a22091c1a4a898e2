import GRDB

extension Registry {
  /// Writes records into a register: all of them, or nothing.
  ///
  /// The records are compared with the register in the transaction that writes them, so what is written is
  /// what ``difference(of:to:progress:)`` says of that moment. Only the fields that a record has are
  /// written. When the new relics are in, as many stand-ins have left, and sources that no relic cites any
  /// more are gone. A transaction that does not end, whatever the reason, leaves the register as it was.
  ///
  /// - Parameters:
  ///   - records: The rows of a file, in their order.
  ///   - path: The register. One of an older program gets the newest schema first.
  ///   - labels: What the log notes of each file; none for nothing.
  ///   - skippingRefused: Whether rows that cannot be written are left out; otherwise one stops all.
  ///   - review: Sees what will be written before it is, and stops it by throwing. Others can read the
  ///     register meanwhile: here is the moment for ``RegisterFile/backup(to:progress:)``.
  ///   - progress: Called every 100 rows; what it throws stops the import.
  /// - Returns: What has been written.
  /// - Throws: ``ImportFailure`` with every refused row; ``RegistryError/busy(path:)`` when another program
  ///   writes; ``RegistryError/publicCopy(path:)``; what `review` and `progress` throw.
  /// - Complexity: O(n log N + N) for n records and N relics.
  @discardableResult
  public static func apply(
    _ records: [SiteRecord], to path: String, labels: [ImportLabel] = [],
    skippingRefused: Bool = false,
    review: (RegisterDifference) throws -> Void = { _ in },
    progress: (_ step: ImportStep, _ done: Int, _ count: Int) throws -> Void = { _, _, _ in }
  ) throws -> RegisterDifference {
    try apply(
      records, to: path, labels: labels, skippingRefused: skippingRefused, cacheKiB: 65536,
      review: review, progress: progress)
  }

  /// The same with a cache of another size: a small one writes into the file before the end.
  static func apply(
    _ records: [SiteRecord], to path: String, labels: [ImportLabel] = [],
    skippingRefused: Bool = false, cacheKiB: Int,
    review: (RegisterDifference) throws -> Void = { _ in },
    progress: (ImportStep, Int, Int) throws -> Void = { _, _, _ in }
  ) throws -> RegisterDifference {
    try translatingErrors(path) {
      let queue = try RegisterFile.openForWriting(path)
      return try queue.writeWithoutTransaction { db in
        try SpatialConnection.requireSpatiaLite(db)
        // As for a bulk load: pages that are written at random stay in memory, and memory does not grow
        // with the file.
        try db.execute(sql: "PRAGMA cache_size = -\(cacheKiB); PRAGMA mmap_size = 0")
        var difference = RegisterDifference()
        try db.inTransaction(.immediate) {
          difference = try Comparison(db, path: path).difference(of: records, progress: progress)
          guard skippingRefused || difference.refused.isEmpty else {
            throw ImportFailure(problems: difference.refused.map(\.problem))
          }
          try review(difference)
          guard !difference.isEmpty || !labels.isEmpty else { return .rollback }
          try DifferenceWriter(db).write(difference, progress: progress)
          for label in labels { try db.log(label, records, difference) }
          return .commit
        }
        return difference
      }
    }
  }
}
