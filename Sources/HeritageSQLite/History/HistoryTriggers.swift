import GRDB
import HeritageRegistry

/// The triggers that write the history, made from the schema as it stands.
///
/// Each table of the register has three: a row that comes, one that changes, one that leaves. They call
/// nothing but SQLite's own functions, so that QGIS, GDAL and the plain shell can edit the file and are
/// seen doing it.
///
/// Every program that opens the file reads the text of every trigger before its first question. So a table's
/// own triggers are short: they hand the old and the new values to the view `change_in`, whose three triggers
/// know how a change is written.
enum HistoryTriggers {
  /// Tables that keep no history: what follows from other tables, what is a log itself, and what the
  /// map program keeps for itself.
  private static let passedOver: Set<String> = [
    "name_pack", "name_change", "layer_styles", "telling_words", "edit", "edit_now", "change",
    "history_field", "draft", "import_log", "check_record", "hub_copy", "hub_base", "hub_conflict",
    // Kept under its digest, and never changed.
    "attachment_content",
  ]

  /// A column that follows from others.
  private static let derived: Set<String> = ["registry.name_version"]

  /// Makes the triggers of every table anew.
  ///
  /// SQLite runs the newest trigger of an event first: these have to be the newest, so that a change is
  /// written down before another trigger makes one of its own.
  static func install(in db: Database) throws {
    try remove(from: db)
    guard try db.hasTable("change") else { return }
    // Looked at before the first trigger is made: each one lets GRDB forget what tables are like.
    let tables = try tables(of: db).map { try HistoryTable($0, in: db) }
    // Of a saved check only the leaving is written down, by a trigger that is made for it.
    let checks = try db.hasTable("check_record") ? [HistoryTable("check_record", in: db)] : []
    let gate = HistoryGate(width: (tables + checks).map(\.columns.count).max() ?? 0)
    for statement in gate.statements { try db.execute(sql: statement) }
    for table in tables + checks {
      for (number, column) in table.columns.enumerated() {
        try db.execute(
          sql: "INSERT INTO history_field VALUES (?, ?, ?)",
          arguments: [table.name, number + 1, column])
      }
    }
    for statement in tables.flatMap(\.triggers) { try db.execute(sql: statement) }
  }

  /// Takes the triggers away: what is done until they are made again is not history.
  static func remove(from db: Database) throws {
    let names = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'history_*'")
    for name in names { try db.execute(sql: "DROP TRIGGER \(name.quotedDatabaseIdentifier)") }
    try db.execute(sql: "DROP VIEW IF EXISTS change_in; DROP TABLE IF EXISTS history_field")
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

  var triggers: [String] {
    func values(_ prefix: String) -> (names: String, values: String) {
      let numbers = columns.indices.map { "\(prefix)\($0 + 1)" }
      let row = prefix == "o" ? "OLD" : "NEW"
      return (
        numbers.map { ", " + $0 }.joined(), columns.map { ", \(row).\"\($0)\"" }.joined()
      )
    }
    let (old, new) = (values("o"), values("n"))
    return [
      """
      CREATE TRIGGER history_\(name)_insert AFTER INSERT ON \(name) BEGIN
        INSERT INTO change_in (table_name, new_site, new_key)
        VALUES ('\(name)', \(relic("NEW")), \(rowKey("NEW")));
      END
      """,
      """
      CREATE TRIGGER history_\(name)_update AFTER UPDATE ON \(name) BEGIN
        INSERT INTO change_in (table_name, old_site, old_key, new_site, new_key\(old.names)\(new.names))
        VALUES ('\(name)', \(relic("OLD")), \(rowKey("OLD")), \(relic("NEW")), \(rowKey("NEW"))\
      \(old.values)\(new.values));
      END
      """,
      """
      CREATE TRIGGER history_\(name)_delete AFTER DELETE ON \(name) BEGIN
        INSERT INTO change_in (table_name, old_site, old_key\(old.names))
        VALUES ('\(name)', \(relic("OLD")), \(rowKey("OLD"))\(old.values));
      END
      """,
    ]
  }
}

/// The view through which every change passes on its way into the history, and the names of the fields whose
/// values it numbers.
private struct HistoryGate {
  /// How many columns the widest table has.
  let width: Int

  var statements: [String] {
    let numbers = 1...max(1, width)
    let columns =
      ["table_name", "old_site", "old_key", "new_site", "new_key"]
      + numbers.map { "o\($0)" } + numbers.map { "n\($0)" }
    return [
      """
      CREATE TABLE history_field (
        table_name TEXT NOT NULL, number INTEGER NOT NULL, field TEXT NOT NULL,
        PRIMARY KEY (table_name, number)) WITHOUT ROWID
      """,
      "CREATE VIEW change_in AS SELECT \(columns.map { "NULL AS \($0)" }.joined(separator: ", "))",
      // A row that gets another key is another row: the old one leaves, a new one comes. SQLite runs the
      // newest trigger first, so the leaving is written down before the coming.
      """
      CREATE TRIGGER history_insert INSTEAD OF INSERT ON change_in
      WHEN NEW.new_key IS NOT NULL AND NEW.new_key IS NOT NEW.old_key BEGIN
        \(Self.insertion)
        SELECT \(Self.edit), NEW.new_site, NEW.table_name, NEW.new_key, 'insert', NULL, NULL, NULL;
      END
      """,
      """
      CREATE TRIGGER history_delete INSTEAD OF INSERT ON change_in
      WHEN NEW.old_key IS NOT NULL AND NEW.new_key IS NOT NEW.old_key BEGIN
        \(Self.insertion)
        SELECT \(Self.edit), NEW.old_site, NEW.table_name, NEW.old_key, 'delete', field, o, NULL
        FROM (SELECT number, field, \(value("o")) AS o FROM history_field
          WHERE table_name = NEW.table_name)
        WHERE o IS NOT NULL ORDER BY number;
      END
      """,
      """
      CREATE TRIGGER history_update INSTEAD OF INSERT ON change_in
      WHEN NEW.new_key IS NEW.old_key BEGIN
        \(Self.insertion)
        SELECT \(Self.edit), NEW.new_site, NEW.table_name, NEW.new_key, 'update', field, o, n
        FROM (SELECT number, field, \(value("o")) AS o, \(value("n")) AS n FROM history_field
          WHERE table_name = NEW.table_name)
        WHERE o IS NOT n COLLATE BINARY ORDER BY number;
      END
      """,
    ]
  }

  /// The value of the field with a number.
  private func value(_ prefix: String) -> String {
    let cases = (1...max(1, width)).map { "WHEN \($0) THEN NEW.\(prefix)\($0)" }
    return "CASE number \(cases.joined(separator: " ")) END"
  }

  private static let insertion = """
    INSERT INTO change (edit_id, at, site_id, table_name, row_key, action, field, old_value, new_value)
    """

  /// The edit that is being made; without one, when it is.
  private static let edit = """
    (SELECT edit_id FROM edit_now),
        CASE WHEN NOT EXISTS (SELECT 1 FROM edit_now) THEN CAST(strftime('%s', 'now') AS INTEGER) END
    """
}
