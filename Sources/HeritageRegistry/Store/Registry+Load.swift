import Foundation
import GRDB
import Geodesy

extension Registry {
  /// Loads a table of points into a register that has no relics yet: every row, or none.
  ///
  /// Every row is checked first-hand while it is read; triggers and indexes are off meanwhile and built
  /// at the end, all in one transaction.
  ///
  /// - Parameters:
  ///   - points: The table.
  ///   - path: The register, as `init --empty` makes it.
  ///   - progress: Called now and then with the number of rows loaded so far and the share of the file
  ///     that has been read, 0 to 1.
  /// - Returns: How many relics were loaded.
  /// - Throws: ``ImportFailure`` with up to 1,000 problems of the table;
  ///   ``RegistryError/notEmpty(path:count:)`` when there are relics.
  /// - Complexity: O(n log n); memory does not grow with n but for the table's own bytes.
  @discardableResult
  public static func load(
    _ points: PointTable, into path: String,
    progress: (_ count: Int, _ share: Double) -> Void = { _, _ in }
  ) throws -> Int {
    _ = try Registry(opening: path)
    return try translatingErrors(path) {
      let queue = try DatabaseQueue(
        path: path, configuration: SpatialConnection.configuration(readonly: false))
      return try queue.writeWithoutTransaction { db in
        try SpatialConnection.requireSpatiaLite(db)
        // Indexes are built at random places of the file: 64 MB of it stay in memory meanwhile, and the
        // file is not mapped, so that memory does not grow with it.
        try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA mmap_size = 0")
        var count = 0
        try db.inTransaction(.immediate) {
          let present = try Int.fetchOne(db, sql: "SELECT count(*) FROM site") ?? 0
          guard present == 0 else { throw RegistryError.notEmpty(path: path, count: present) }
          count = try BulkLoad(db: db).load(points, progress: progress)
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

  func load(_ table: PointTable, progress: (Int, Double) -> Void) throws -> Int {
    let suspended = try suspend()
    var table = table
    var problems: [ImportProblem] = []
    var (visible, exact): ([RTreePacking.Entry], [RTreePacking.Entry]) = ([], [])
    var count = 0
    while let row = table.next(), problems.count < Self.mostProblems {
      switch row {
      case .problems(let found): problems += found
      case .site(let site, let coordinate, let line):
        guard problems.isEmpty else { continue }
        do {
          let id = try insert(site, at: coordinate)
          if let seen = DisclosedPlace(site).position?.coordinate {
            visible.append(RTreePacking.Entry(id: id, seen))
          }
          if site.disclosure != .open { exact.append(RTreePacking.Entry(id: id, coordinate)) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          problems.append(table.problem(error.rule, line: line, column: "id", value: site.code))
          continue
        }
        count += 1
        if count % 10_000 == 0 { progress(count, table.share) }
      }
    }
    guard problems.isEmpty else { throw ImportFailure(problems: problems) }
    progress(count, 1)
    try RTreePacking(.publicPositions(exceptExact: true), in: db).write(visible)
    try RTreePacking(.exactPositions, in: db).write(exact)
    for statement in suspended { try db.execute(sql: statement) }
    try db.execute(sql: "ANALYZE")
    return count
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

  /// Drops the triggers and the plain indexes of the two tables; gives the SQL to make them again.
  private func suspend() throws -> [String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT type, name, sql FROM sqlite_master
        WHERE tbl_name IN ('site', 'exact_position') AND type IN ('trigger', 'index') AND sql IS NOT NULL ORDER BY rowid
        """)
    for row in rows { try db.execute(sql: "DROP \(row[0] as String) \"\(row[1] as String)\"") }
    return rows.map { $0[2] }
  }
}

extension DatabaseError {
  /// What a refused row breaks, for a person.
  fileprivate var rule: String {
    message?.contains("UNIQUE") == true
      ? "the code stands twice" : "breaks a rule of the schema: \(message ?? "no reason is known")"
  }
}
