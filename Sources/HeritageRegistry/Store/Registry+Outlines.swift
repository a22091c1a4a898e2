import Foundation
import GRDB
import Geodesy

extension Registry {
  /// The outlines of the county and its neighbours, in the order in which they were entered.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` when a geometry is no multipolygon.
  public func outlines() throws -> [Outline] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT kind, name_zh, code, source, geom FROM outline ORDER BY id"
      )
      .map { row in
        Outline(
          kind: try required(row[0]), nameZH: row[1], code: row[2], source: row[3],
          area: try shape(row, at: 4, "an outline") { bytes throws(SpatiaLiteBlobError) in
            try SpatiaLiteBlob.area(in: bytes)
          })
      }
    }
  }

  /// The rivers, in the order in which they were entered.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` when a geometry is no line.
  public func rivers() throws -> [River] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT name_zh, coord_accuracy_m, source, geom FROM river ORDER BY id"
      )
      .map { row in
        River(
          nameZH: row[0], accuracy: (row[1] as Double?).map(Length.metres), source: row[2],
          line: try shape(row, at: 3, "a river") { bytes throws(SpatiaLiteBlobError) in
            try SpatiaLiteBlob.line(in: bytes)
          })
      }
    }
  }

  /// The geometry of a column, decoded.
  private func shape<Shape>(
    _ row: Row, at index: Int, _ noun: String,
    _ decode: (UnsafeRawBufferPointer) throws(SpatiaLiteBlobError) -> Shape
  ) throws -> Shape {
    do {
      return try row.withUnsafeData(atIndex: index) { data in
        guard let data else { return try decode(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return try data.withUnsafeBytes { try decode($0) }
      }
    } catch let error as SpatiaLiteBlobError {
      throw RegistryError.damaged(path: path, reason: "\(noun): \(error)")
    }
  }
}
