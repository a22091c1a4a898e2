import CSpatiaLite
import Foundation
import GRDB
import HeritageRegistry
import SystemLibraries

/// Connections to a register's file: plain ones for reading, SpatiaLite where its functions are called.
enum SpatialConnection {
  /// Opening and closing SpatiaLite on two threads at once has crashed libxml2's clean-up.
  private static let lock = NSRecursiveLock()

  /// How many bytes of a file are mapped into memory.
  static let mapping = 1 << 30

  /// How every connection is set up.
  ///
  /// - Parameter mapping: How many bytes of the file are mapped into memory.
  static func configuration(readonly: Bool, mapping: Int = SpatialConnection.mapping)
    -> Configuration
  {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(5)
    configuration.label = "heritage"
    configuration.prepareDatabase { db in
      if let connection = db.sqliteConnection { NearestBound.register(on: connection) }
      // Pages are read where the system keeps them; a larger file is read beyond that as usual.
      try db.execute(sql: "PRAGMA mmap_size = \(mapping)")
    }
    return configuration
  }

  /// SpatiaLite, opened by the first call of one of its functions.
  ///
  /// It is linked with the same SQLite as the program: the system loads that once, and the functions
  /// work on the program's connections.
  static let library = SystemLibrary(
    "SpatiaLite", files: ["libspatialite.so.7", "libspatialite.so.8", "libspatialite.so"],
    package: "libspatialite7")
  private static let opened = library.functions(spatialite_functions(), spatialite_find)

  /// Gives a connection SpatiaLite's functions, once.
  ///
  /// Cost: some 30 ms the first time.
  ///
  /// - Throws: `MissingLibrary` where SpatiaLite cannot be opened.
  static func requireSpatiaLite(_ db: Database) throws {
    guard (try? db.makeStatement(sql: "SELECT spatialite_version()")) == nil else { return }
    guard let connection = db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    let spatialite = try opened.get()
    let code = lock.withLock {
      let cache = spatialite.spatialite_alloc_connection()
      spatialite.spatialite_init_ex(connection, cache, 0)
      // What GEOS has to say is asked for with ST_IsValidReason, not printed.
      spatialite.spatialite_set_silent_mode(cache)
      // The connection owns the cache: its clean-up runs when SQLite drops the function, at close, on the
      // thread that closes. The lock is recursive because a refusal drops it at once, here.
      return sqlite3_create_function_v2(
        connection, "heritage_spatialite_cache", 0, SQLITE_UTF8, cache,
        { context, _, _ in sqlite3_result_null(context) }, nil, nil,
        { cache in
          SpatialConnection.lock.withLock {
            try? SpatialConnection.opened.get().spatialite_cleanup_ex(cache)
          }
        })
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
