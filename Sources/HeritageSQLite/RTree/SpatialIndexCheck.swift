import Foundation
import GRDB

/// Holds one of SpatiaLite's R*Trees against the shapes that it stands for.
///
/// Every shape must have one box in the tree, which is the shape's own, rounded outwards to the tree's numbers,
/// and every box a shape. The boxes are sorted in memory, 24 bytes each; the shapes are read as they stand.
struct SpatialIndexCheck {
  private struct Entry {
    let id: Int64
    // Side by side they are 24 bytes; as a vector they would be 32 with the id.
    let west, south, east, north: Float

    var box: SIMD4<Float> { SIMD4(west, south, east, north) }
  }

  private let db: Database
  private let table: String

  /// Prepares the check of the column `geom` of a table.
  init(_ table: String, in db: Database) { (self.db, self.table) = (db, table) }

  /// Whether tree and shapes agree.
  ///
  /// - Throws: `DatabaseError` where the table has no R*Tree.
  /// - Complexity: O(n log n) for n shapes.
  func isSound() throws -> Bool {
    let tree = "idx_\(table)_geom"
    var entries: [Entry] = []
    entries.reserveCapacity(
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \("\(tree)_rowid".quotedDatabaseIdentifier)") ?? 0)
    let boxes = try Row.fetchCursor(
      db,
      sql: """
        SELECT pkid, xmin, ymin, xmax, ymax FROM \(tree.quotedDatabaseIdentifier)
        """)
    while let row = try boxes.next() {
      entries.append(
        Entry(
          id: row[0],
          west: Float(row[1] as Double), south: Float(row[2] as Double),
          east: Float(row[3] as Double), north: Float(row[4] as Double)))
    }
    entries.sort { $0.id < $1.id }
    var place = 0
    let shapes = try Row.fetchCursor(
      db,
      sql: """
        SELECT rowid, geom FROM \(table.quotedDatabaseIdentifier) WHERE geom IS NOT NULL ORDER BY rowid
        """)
    while let row = try shapes.next() {
      guard place < entries.count, entries[place].id == row[0] as Int64,
        let box = try row.withUnsafeData(atIndex: 1, { $0.flatMap(Self.box) }),
        Self.isRounded(box, entries[place].box)
      else { return false }
      place += 1
    }
    return place == entries.count
  }

  /// The box that SpatiaLite keeps in front of a shape; nil for bytes that are none.
  private static func box(_ shape: Data) -> SIMD4<Double>? {
    shape.withUnsafeBytes { bytes in
      guard bytes.count > 39, bytes[0] == 0, bytes[1] == 1, bytes[38] == 0x7C else { return nil }
      func number(_ offset: Int) -> Double {
        Double(
          bitPattern: UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      return SIMD4(number(6), number(14), number(22), number(30))
    }
  }

  /// Whether a box of the tree is that of a shape: it holds it, and is not wider than rounding makes it.
  private static func isRounded(_ shape: SIMD4<Double>, _ box: SIMD4<Float>) -> Bool {
    (0..<4).allSatisfy { edge in
      let (own, kept) = (shape[edge], Double(box[edge]))
      let outwards = edge < 2 ? own - kept : kept - own
      // SQLite rounds by at most two steps of a number of 24 bits.
      return outwards >= 0 && outwards <= abs(own) * 3e-7 + 1e-30
    }
  }
}
