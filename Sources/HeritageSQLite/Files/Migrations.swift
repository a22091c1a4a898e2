import GRDB
import HeritageRegistry
import RegistrySchema

/// The versions of the schema, in order, and what marks a file as a register.
enum Migrations {
  /// SQLite's `application_id` of a register: "RELI".
  static let applicationID = 0x5245_4C49
  /// SQLite's `user_version` of a register that this program writes.
  static var version: Int { RegistrySchema.migrations.count }

  /// The migrator that brings a file to the newest schema.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, migration) in RegistrySchema.migrations.enumerated() {
      // Each migration keeps the references itself: no check of the whole file afterwards.
      migrator.registerMigration(migration.name, foreignKeyChecks: .immediate) { db in
        try db.execute(sql: migration.sql)
        if migration.name == "v6_maps" { try RegisterStyles.write(db) }
        // The tables are others than before.
        try HistoryTriggers.install(in: db)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }

  /// Makes an empty register of a new, empty file.
  ///
  /// - Parameter name: The last migration to run; nil for all.
  static func create(in writer: some DatabaseWriter, upTo name: String? = nil) throws {
    try writer.writeWithoutTransaction { db in
      try SpatialConnection.requireSpatiaLite(db)
      // Outside any transaction, for SpatiaLite opens one of its own. 'NONE' leaves the table of
      // reference systems empty, which keeps the file small.
      try db.execute(
        sql: """
          PRAGMA application_id = \(applicationID);
          SELECT InitSpatialMetaData(1, 'NONE');
          SELECT InsertEpsgSrid(4326);
          """)
    }
    if let name { try migrator.migrate(writer, upTo: name) } else { try migrator.migrate(writer) }
  }

  /// Brings a register of an older program to the newest schema, in a transaction of its own; nothing
  /// happens to one that is there already.
  static func update(_ writer: some DatabaseWriter) throws {
    let isOld = try writer.read { db in
      try Int.fetchOne(db, sql: "PRAGMA user_version") != version
    }
    guard isOld else { return }
    try writer.writeWithoutTransaction { db in try SpatialConnection.requireSpatiaLite(db) }
    try migrator.migrate(writer)
  }
}
