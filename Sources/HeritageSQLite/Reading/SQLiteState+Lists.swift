import Foundation
import GRDB
import Geodesy
import HeritageRegistry

/// What a register lists beside its relics.
extension SQLiteState {
  func townships() throws -> [Township] {
    try Row.fetchAll(db, sql: "SELECT \(Township.columns) FROM township ORDER BY code")
      .map(Township.init)
  }

  func formerTownships() throws -> [FormerTownship] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT f.name_zh, t.name_zh, f.geom, f.coord_accuracy_m, f.source FROM former_township f
        LEFT JOIN township t ON t.id = f.merged_into ORDER BY f.name_zh
        """
    )
    .map { row in
      FormerTownship(
        nameZH: row[0], successor: row[1], seat: try point(row, at: 2),
        seatAccuracy: (row[3] as Double?).map(Length.metres), source: row[4])
    }
  }

  func places() throws -> [Place] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT key, name_zh, name_en, kind, geom, coord_accuracy_m, source FROM place ORDER BY key
        """
    )
    .compactMap { row in
      try point(row, at: 4).map {
        Place(
          key: row[0], nameZH: row[1], nameEN: row[2], kind: try required(row[3]),
          coordinate: $0, accuracy: .metres(row[5]), source: row[6])
      }
    }
  }

  func intangibleItems() throws -> [IntangibleItem] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT name_zh, category_zh, level, batch, year, official_code, entry_type_zh, area_zh,
          place_zh, confidence, notes FROM intangible ORDER BY id
        """
    )
    .map { row in
      IntangibleItem(
        nameZH: row[0], category: row[1], level: try required(row[2]), batch: row[3],
        year: row[4], officialCode: row[5], entryType: row[6], area: row[7], place: row[8],
        confidence: try word(row[9]), notes: row[10])
    }
  }

  func outlines() throws -> [Outline] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT kind, name_zh, code, source, geom, \(try englishName(in: "outline"))
        FROM outline ORDER BY id
        """
    )
    .map { row in
      Outline(
        kind: try required(row[0]), nameZH: row[1], nameEN: row[5], code: row[2], source: row[3],
        area: try shape(row, at: 4, Labels(zh: "界线", en: "an outline")) {
          bytes throws(SpatiaLiteBlobError) in
          try SpatiaLiteBlob.area(in: bytes)
        })
    }
  }

  func rivers() throws -> [River] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT name_zh, coord_accuracy_m, source, geom, \(try englishName(in: "river"))
        FROM river ORDER BY id
        """
    )
    .map { row in
      River(
        nameZH: row[0], nameEN: row[4], accuracy: (row[1] as Double?).map(Length.metres),
        source: row[2],
        line: try shape(row, at: 3, Labels(zh: "河流", en: "a river")) {
          bytes throws(SpatiaLiteBlobError) in
          try SpatiaLiteBlob.line(in: bytes)
        })
    }
  }

  /// The column of English names, which a file of schema 4 or less has not for what a map draws.
  private func englishName(in table: String) throws -> String {
    try db.columns(in: table).contains { $0.name == "name_en" } ? "name_en" : "NULL"
  }

  func imports() throws -> [LoggedImport] {
    guard try db.hasTable("import_log") else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, file, sha256, imported_at, new_rows, changed_rows, unchanged_rows,
          rejected_rows, left_stand_ins, options FROM import_log ORDER BY id
        """
    ).map {
      LoggedImport(
        number: $0[0], file: $0[1], sha256: $0[2], time: $0[3], newRows: $0[4],
        changedRows: $0[5], unchangedRows: $0[6], rejectedRows: $0[7], leftStandIns: $0[8],
        options: $0[9])
    }
  }

  /// The geometry of a column, decoded.
  private func shape<Shape>(
    _ row: Row, at index: Int, _ noun: Labels,
    _ decode: (UnsafeRawBufferPointer) throws(SpatiaLiteBlobError) -> Shape
  ) throws -> Shape {
    do {
      return try row.withUnsafeData(atIndex: index) { data in
        guard let data else { return try decode(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return try data.withUnsafeBytes { try decode($0) }
      }
    } catch let error as SpatiaLiteBlobError {
      throw RegistryError.damaged(
        path: name,
        reason: Sentence("register.damagedShape", ["shape": noun, "reason": error.sentence]))
    }
  }
}

extension Township {
  /// What ``init(_:)`` reads, in this order.
  static let columns = "code, name_zh, name_en, kind, geom, coord_accuracy_m, source"

  /// The township of a row that begins with ``columns``.
  init(_ row: Row) throws {
    self.init(
      code: row[0], nameZH: row[1], nameEN: row[2], kind: try required(row[3]),
      seat: try point(row, at: 4), seatAccuracy: (row[5] as Double?).map(Length.metres),
      source: row[6])
  }
}
