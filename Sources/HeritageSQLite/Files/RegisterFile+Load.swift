import Foundation
import GRDB
import Geodesy
public import HeritageRegistry

extension RegisterFile {
  /// Loads a table of points into the register, which has no relics yet: every row, or none.
  ///
  /// Every row is checked before the first is written. Rows are stored in the order of a Hilbert curve
  /// through the positions that the public sees; triggers and indexes are off meanwhile and built at the
  /// end, all in one transaction.
  ///
  /// - Parameters:
  ///   - points: The table.
  ///   - label: What the log notes of the file; nil for nothing.
  ///   - note: Who loads it, for the history; the rows themselves are not listed there.
  ///   - seeing: Called once for each relic of the table, in its order, before the first is written.
  ///   - progress: Called now and then with the number of rows loaded so far and the share of the file
  ///     that has been read, 0 to 1.
  /// - Returns: How many relics were loaded.
  /// - Throws: `ImportFailure` with up to 1,000 problems of the table;
  ///   `RegistryError.notEmpty(path:count:)` when there are relics.
  /// - Complexity: O(n log n); some 80 bytes of memory for each row, beside the table's own.
  @discardableResult
  public func load(
    _ points: some PointRows, label: ImportLabel? = nil, note: EditNote? = nil,
    seeing: (Site) -> Void = { _ in },
    progress: (_ count: Int, _ share: Double) -> Void = { _, _ in }
  ) throws -> Int {
    try translatingErrors(path) {
      let queue = try Self.openForWriting(path)
      return try queue.writeWithoutTransaction { db in
        try SpatialConnection.requireSpatiaLite(db)
        // Indexes are built at random places of the file: 64 MB of it stay in memory meanwhile, and the
        // file is not mapped, so that memory does not grow with it.
        try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA mmap_size = 0")
        var count = 0
        try db.inTransaction(.immediate) {
          let present = try Int.fetchOne(db, sql: "SELECT count(*) FROM site") ?? 0
          guard present == 0 else { throw RegistryError.notEmpty(path: path, count: present) }
          let edit = try EditWriter(NewEdit(.load, note ?? EditNote(who: nil)), in: db)
          count = try BulkLoad(db: db).load(points, seeing: seeing, progress: progress)
          if let label { try db.log(label, ImportCounts(new: count)) }
          try edit?.close()
          return .commit
        }
        return count
      }
    }
  }
}

/// Inserts many sites with indexes and triggers out of the way.
private struct BulkLoad {
  let db: Database
  private static let mostProblems = 1000

  func load(
    _ table: some PointRows, seeing: (Site) -> Void, progress: (Int, Double) -> Void
  ) throws -> Int {
    let original = table
    var table = table
    let rows = try Self.rows(of: table, seeing: seeing) { progress(0, $0 * Self.readingShare) }
    // Every row has been checked, and the schema's own checks would take a third of the time.
    try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
    defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
    let suspended = try db.suspend([.trigger, .index])
    var (visible, exact): ([RTreePacking.Entry], [RTreePacking.Entry]) = ([], [])
    for (count, row) in rows.enumerated() {
      guard let (site, coordinate) = table.site(at: row.offset) else {
        throw RegistryError.inputOutput(path: table.file, reason: Sentence("register.rowGone"))
      }
      do {
        let id = try insert(site, at: coordinate)
        if let seen = DisclosedPlace(site).position?.coordinate {
          visible.append(RTreePacking.Entry(id: id, seen))
        }
        if site.disclosure != .open { exact.append(RTreePacking.Entry(id: id, coordinate)) }
      } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
      {
        throw ImportFailure(problems: Self.repeatedCodes(of: original))
      }
      if count % 10_000 == 0 {
        let share = Double(count) / Double(rows.count)
        progress(count, Self.readingShare + share * (1 - Self.readingShare))
      }
    }
    progress(rows.count, 1)
    try RTreePacking(.publicPositions(exceptExact: true), in: db).write(visible)
    try RTreePacking(.exactPositions, in: db).write(exact)
    for statement in suspended { try db.execute(sql: statement) }
    try NameIndex.rebuild(db)
    try db.execute(sql: "ANALYZE")
    return rows.count
  }

  /// How much of the time goes into reading the table first.
  private static let readingShare = 0.2

  /// A row of the table: where the position that the public sees lies on the Hilbert curve, and where the
  /// row begins.
  ///
  /// The exact position decides nothing here, for the order of the rows is public.
  private struct TableRow {
    let curve: UInt32?
    let offset: Int

    init(_ site: Site, offset: Int) {
      curve = DisclosedPlace(site).position.map { HilbertCurve.index(of: $0.coordinate) }
      self.offset = offset
    }

    /// Rows without a public position come last, in the order of the table.
    static func isBefore(_ a: TableRow, _ b: TableRow) -> Bool {
      (a.curve.map(UInt64.init) ?? .max, a.offset) < (b.curve.map(UInt64.init) ?? .max, b.offset)
    }
  }

  /// Checks every row, and gives them in the order in which they are stored: neighbours on the ground
  /// are neighbours in the file, so that a query reads few pages.
  private static func rows(
    of table: some PointRows, seeing: (Site) -> Void, progress: (Double) -> Void
  ) throws(ImportFailure) -> [TableRow] {
    var table = table
    var rows: [TableRow] = []
    var problems: [ImportProblem] = []
    while problems.count < mostProblems {
      let offset = table.offset
      switch table.next() {
      case nil:
        guard problems.isEmpty else { throw ImportFailure(problems: problems) }
        rows.sort(by: TableRow.isBefore)
        return rows
      case .problems(let found): problems += found
      case .site(let site, _, _):
        seeing(site)
        rows.append(TableRow(site, offset: offset))
        if rows.count % 10_000 == 0 { progress(table.share) }
      }
    }
    throw ImportFailure(problems: problems)
  }

  /// The rows whose code stands in a row before.
  private static func repeatedCodes(of table: some PointRows) -> [ImportProblem] {
    var table = table
    var lines: [String: Int] = [:]
    var problems: [ImportProblem] = []
    while let row = table.next(), problems.count < mostProblems {
      guard case .site(let site, _, let line) = row else { continue }
      let key = CodeOrder.key(site.code)
      guard let first = lines[key] else {
        lines[key] = line
        continue
      }
      problems.append(
        table.problem(
          Sentence("pack.repeatedCode", ["first": first]), line: line, column: "id",
          value: site.code))
    }
    return problems
  }

  /// Inserts what the public may see of a site, and its exact position apart where that is less.
  private func insert(_ site: Site, at coordinate: Coordinate) throws -> Int64 {
    let place = DisclosedPlace(site).position
    let visible = try db.cachedStatement(
      sql: """
        INSERT INTO site (code, name_zh, category, protection_level, level_basis, geom, coord_method,
          disclosure, provenance) VALUES (?, ?, ?, ?, 'stated', ?, ?, ?, 'survey')
        """)
    visible.setUncheckedArguments([
      site.code, site.nameZH, site.category?.rawValue, site.level.rawValue,
      place.map { blob($0.coordinate) }, place?.method.rawValue ?? "none", site.disclosure.rawValue,
    ])
    try visible.execute()
    let id = db.lastInsertedRowID
    guard site.disclosure != .open else { return id }
    let exact = try db.cachedStatement(
      sql: "INSERT INTO exact_position (site_id, geom, coord_method) VALUES (?, ?, 'survey')")
    exact.setUncheckedArguments([id, blob(coordinate)])
    try exact.execute()
    return id
  }
}
