import GRDB
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
      migrator.registerMigration(migration.name) { db in
        try db.execute(sql: migration.sql)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }

  /// Makes an empty register of a new, empty file.
  static func create(in writer: some DatabaseWriter) throws {
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
    try migrator.migrate(writer)
  }
}
