import GRDB
import HeritageRegistry

/// The triggers that write the history, made from the schema as it stands.
///
/// Each table of the register has three: a row that comes, one that changes, one that leaves. They call
/// nothing but SQLite's own functions, so that QGIS, GDAL and the plain shell can edit the file and are
/// seen doing it.
enum HistoryTriggers {
  /// Tables that keep no history: what follows from other tables, what is a log itself, and what the
  /// map program keeps for itself.
  private static let passedOver: Set<String> = [
    "name_pack", "name_change", "layer_styles", "telling_words", "edit", "edit_now", "change",
    "draft", "import_log", "check_record",
    // Kept under its digest, and never changed.
    "attachment_content",
  ]

  /// A column that follows from others.
  private static let derived: Set<String> = ["registry.name_version"]

  /// Makes the triggers of every table anew.
  ///
  /// SQLite runs the newest trigger of an event first: these have to be the newest, so that a change is
  /// written down before another trigger makes one of its own.
  ///
  /// - Parameter chosen: The tables; nil for all.
  static func install(in db: Database, for chosen: Set<String>? = nil) throws {
    try remove(from: db, of: chosen)
    guard try db.hasTable("change") else { return }
    // Looked at before the first trigger is made: each one lets GRDB forget what tables are like.
    let statements = try tables(of: db).filter { chosen?.contains($0) ?? true }
      .flatMap { try HistoryTable($0, in: db).triggers }
    for statement in statements { try db.execute(sql: statement) }
  }

  /// Takes the triggers away: what is done until they are made again is not history.
  static func remove(from db: Database, of chosen: Set<String>? = nil) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'history_*'
        """)
    for row in rows where chosen?.contains(row[1]) ?? true {
      try db.execute(sql: "DROP TRIGGER \((row[0] as String).quotedDatabaseIdentifier)")
    }
  }

  /// The tables that have a history, by name.
  static func tables(of db: Database) throws -> [String] {
    // What SpatiaLite, GRDB and SQLite keep for themselves has not been made by the register's schema.
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
          AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'idx_*' AND name NOT GLOB 'grdb_*'
          AND name NOT GLOB '*geometry_columns*' AND name NOT GLOB 'spatial*'
          AND name NOT IN ('data_licenses', 'ElementaryGeometries', 'sql_statements_log',
            'SpatialIndex', 'KNN', 'KNN2')
        ORDER BY name
        """
    ).filter { !passedOver.contains($0) }
  }

  /// The columns of a table that are written down, and those of its key.
  static func columns(of table: String, in db: Database) throws -> (
    all: [String], key: [String]
  ) {
    let columns = try db.columns(in: table).map(\.name)
    return (
      columns.filter { !derived.contains("\(table).\($0)") }, try db.primaryKey(table).columns
    )
  }
}

/// A table with a history.
struct HistoryTable {
  let name: String
  let columns: [String]
  let key: [String]

  init(_ name: String, in db: Database) throws {
    self.name = name
    (columns, key) = try HistoryTriggers.columns(of: name, in: db)
  }

  /// The condition under which a row has a key that is bound as `?`.
  var isRow: String {
    key.count == 1 ? "\(key[0]) = ?" : "json_array(\(key.joined(separator: ", "))) = ?"
  }

  /// What a row's key is written as; `row` is `OLD`, `NEW`, or empty.
  func rowKey(_ row: String) -> String {
    let parts = key.map { "\(row).\"\($0)\"" }
    return parts.count == 1 ? parts[0] : "json_array(\(parts.joined(separator: ", ")))"
  }

  /// The relic that a row is about.
  private func relic(_ row: String) -> String {
    if name == "site" { return "\(row).id" }
    if columns.contains("site_id") { return "\(row).site_id" }
    if columns.contains("zone_id") {
      return "(SELECT site_id FROM zone WHERE id = \(row).zone_id)"
    }
    return "NULL"
  }

  /// The edit that is being made; without one, when it is.
  private static let edit = """
    (SELECT edit_id FROM edit_now),
        CASE WHEN NOT EXISTS (SELECT 1 FROM edit_now) THEN CAST(strftime('%s', 'now') AS INTEGER) END
    """

  var triggers: [String] {
    func head(_ row: String, _ action: String) -> String {
      "SELECT \(Self.edit),\n    \(relic(row)), '\(name)', \(rowKey(row)), '\(action)'"
    }
    let insertion = """
      INSERT INTO change (edit_id, at, site_id, table_name, row_key, action, field, old_value, new_value)
      """
    func values(_ pairs: (String) -> String) -> String {
      columns.map { "SELECT '\($0)' AS f, \(pairs($0))" }.joined(separator: "\n    UNION ALL ")
    }
    let changed = values { "OLD.\"\($0)\" AS o, NEW.\"\($0)\" AS n" }
    let gone = values { "OLD.\"\($0)\" AS o" }
    let deleted = """
        \(insertion)
        \(head("OLD", "delete")), f, o, NULL FROM (
          \(gone)) WHERE o IS NOT NULL;
      """
    let inserted = """
        \(insertion)
        \(head("NEW", "insert")), NULL, NULL, NULL;
      """
    let sameKey = key.map { "OLD.\"\($0)\" IS NEW.\"\($0)\" COLLATE BINARY" }
      .joined(separator: " AND ")
    return [
      "CREATE TRIGGER history_\(name)_insert AFTER INSERT ON \(name) BEGIN\n\(inserted)\nEND",
      """
      CREATE TRIGGER history_\(name)_update AFTER UPDATE ON \(name) WHEN \(sameKey) BEGIN
        \(insertion)
        \(head("NEW", "update")), f, o, n FROM (
          \(changed)) WHERE o IS NOT n COLLATE BINARY;
      END
      """,
      // A row that gets another key is another row.
      """
      CREATE TRIGGER history_\(name)_rename AFTER UPDATE ON \(name) WHEN NOT (\(sameKey)) BEGIN
      \(deleted)
      \(inserted)
      END
      """,
      "CREATE TRIGGER history_\(name)_delete AFTER DELETE ON \(name) BEGIN\n\(deleted)\nEND",
    ]
  }
}
