import Foundation
import GRDB
public import HeritageRegistry

/// A register in a file of SQLite.
///
/// The value can be shared between threads. It reads a file in a read-only folder, and never writes.
struct SQLiteStore: RegisterStore {
  let name: String
  let info: RegistryInfo
  let reader: any DatabaseReader
  /// Whether the file has the exact positions; a public copy has none.
  let hasExact: Bool
  private let mapping: Int
  private let names = NameCache()
  private let (visible, merged): (SiteRow, SiteRow)

  /// How many KiB of pages each of several readers keeps of a file that is not mapped: three times SQLite's own
  /// measure, of which a page of 1,000 relics takes more than a third.
  private static let cache = 6 << 10

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - readers: How many questions are answered at the same time, each on a connection of its own.
  ///   - patience: How many seconds a reading waits for a writer who holds the file.
  ///   - mapsFile: Whether the file is mapped into memory, whose pages then stay with the process.
  init(
    opening path: String, readers: Int, patience: Double = 5, mapsFile: Bool = true
  ) throws {
    try RegisterFile.checkExists(path)
    name = path
    let mapping = mapsFile ? SpatialConnection.mapping : 0
    self.mapping = mapping
    let absent: Set<String>
    (reader, info, hasExact, absent) = try translatingErrors(path) {
      try RegisterFile.rollingBack(path) {
        var configuration = SpatialConnection.configuration(readonly: true, mapping: mapping)
        configuration.busyMode = .timeout(patience)
        configuration.maximumReaderCount = max(1, readers)
        if !mapsFile, readers > 1 {
          configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = \(-Self.cache)")
          }
        }
        let reader: any DatabaseReader =
          readers > 1
          ? try DatabasePool(path: path, configuration: configuration)
          : try DatabaseQueue(path: path, configuration: configuration)
        return try reader.read { db in
          try RegisterFile.checkIsRegister(db, path: path)
          return (
            reader, try RegistryInfo(db), try db.hasTable("exact_position"), try db.absentColumns()
          )
        }
      }
    }
    visible = SiteRow(columns: .visible, absent: absent)
    merged = SiteRow(columns: .merged, absent: absent)
  }

  /// The columns that an audience reads.
  func siteRow(for audience: Audience) -> SiteRow {
    audience == .staff && hasExact ? merged : visible
  }

  func read<Value>(
    for audience: Audience, _ amount: ReadingAmount, _ body: (any RegisterState) throws -> Value
  ) throws -> Value {
    try read { db in
      // Pages that are read once are better forgotten: mapped, they would stay with the process.
      if amount == .much, mapping > 0 { try db.execute(sql: "PRAGMA mmap_size = 0") }
      defer {
        if amount == .much, mapping > 0 {
          try? db.execute(sql: "PRAGMA mmap_size = \(mapping)")
        }
      }
      return try db.inOneState {
        try body(SQLiteState(db, name: name, as: siteRow(for: audience), names: names))
      }
    }
  }

  /// Runs `body` on a connection in one state of the file.
  func readingOneState<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try read { db in try db.inOneState { try body(db) } }
  }

  /// Runs `body` on a connection, and says SQLite's errors in the register's words.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let end = ReadingDeadline.end
    return try translatingErrors(name) {
      try reader.unsafeRead { db in try DeadlineWatch.watch(db, until: end, body) }
    }
  }
}

extension Registry {
  /// Opens a register.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - audience: Who reads: the public sees sensitive positions generalised or not at all.
  ///   - readers: How many questions are answered at the same time, each on a connection of its own.
  ///   - patience: How many seconds a reading waits for a writer who holds the file.
  ///   - mapsFile: Whether the file is mapped into memory: a process of few questions is quicker so, one of
  ///     many would hold the whole file in the end.
  /// - Throws: `RegistryError` when there is no such file, it is no register, or it was written by
  ///   a newer program.
  public init(
    opening path: String, audience: Audience = .public, readers: Int = 1, patience: Double = 5,
    mapsFile: Bool = true
  ) throws {
    let store = try SQLiteStore(
      opening: path, readers: readers, patience: patience, mapsFile: mapsFile)
    self.init(store, for: audience, info: store.info)
  }
}

extension RegistryInfo {
  fileprivate init(_ db: Database) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT name_zh, name_en, county_code, credits FROM registry")
    self.init(nameZH: row?[0] ?? "", nameEN: row?[1], countyCode: row?[2], credits: row?[3])
  }
}
