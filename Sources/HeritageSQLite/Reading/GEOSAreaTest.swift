import CSpatiaLite
import GRDB
import Geodesy
import HeritageRegistry

/// Asks GEOS whether an area holds positions; it counts the edge as inside.
final class GEOSAreaTest: AreaTest {
  /// `ST_Covers(area, position)`, the area bound once.
  private let statement: Statement

  /// Prepares the question, after a check of the area by the rules of OGC Simple Features.
  ///
  /// - Throws: `RegistryError.invalidArea(number:reason:)` for an area that crosses itself.
  init(_ area: MultiPolygon, number: Int, in db: Database) throws {
    try SpatialConnection.requireSpatiaLite(db)
    let blob = SpatiaLiteBlob.encode(area).databaseBytes
    let validity = try Row.fetchOne(
      db, sql: "SELECT ST_IsValid(?1), ST_IsValidReason(?1)", arguments: [blob])
    guard validity?[0] == 1 else {
      throw RegistryError.invalidArea(
        number: number,
        reason: (validity?[1] as String?).map { Sentence(quoting: $0) }
          ?? Sentence("register.noReason"))
    }
    statement = try db.makeStatement(sql: "SELECT ST_Covers(?, ?)")
    statement.setUncheckedArguments([blob, nil])
  }

  /// Whether the area holds a position.
  ///
  /// Cost: that of GEOS reading the bytes of the area.
  func holds(_ position: Coordinate) -> Bool {
    let (handle, point) = (statement.sqliteStatement, SpatiaLiteBlob.encode(position))
    defer { sqlite3_reset(handle) }
    return point.withUnsafeBytes { bytes in
      // The bytes live until the statement is reset: SQLite need not copy them.
      sqlite3_bind_blob(handle, 2, bytes.baseAddress, Int32(bytes.count), nil)
      return sqlite3_step(handle) == SQLITE_ROW && sqlite3_column_int(handle, 0) == 1
    }
  }
}
