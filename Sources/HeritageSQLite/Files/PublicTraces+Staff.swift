import GRDB
import Geodesy
import HeritageRegistry

/// What the tables tell that only staff have.
extension PublicTraces {
  /// The names and digests of the files of relics that are not open: whoever has the one can look for the
  /// other.
  mutating func addFiles(of db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.code, a.sha256, a.file_name FROM attachment a JOIN site s ON s.id = a.site_id
        WHERE s.disclosure <> 'open'
        """)
    while let row = try rows.next() {
      codes.append(row[0])
      add(Array((row[1] as String).utf8), isText: true)
      let name: String = row[2]
      if name.utf8.count >= 12 { add(Array(name.utf8), isText: true) }
    }
  }

  /// The corners of bodies of relics that are not open.
  mutating func addBodies(of db: Database, known: Set<UInt64>) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.code, b.geom FROM body b JOIN site s ON s.id = b.site_id
        WHERE s.disclosure <> 'open'
        """)
    while let row = try rows.next() {
      codes.append(row[0])
      let corners = try area(row, at: 1)?.polygons.flatMap(\.rings).flatMap(\.positions) ?? []
      for corner in Set(corners) { add(corner, known: known) }
    }
  }

  /// What sources claim of where relics are that are not open.
  mutating func addClaims(of db: Database, known: Set<UInt64>) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.code, c.field, c.value FROM claim c JOIN site s ON s.id = c.site_id
        WHERE s.disclosure <> 'open' AND c.field IN ('position', 'coord_verbatim', 'address')
        """)
    while let row = try rows.next() {
      codes.append(row[0])
      let value: String = row[2]
      let numbers = value.split(separator: ",").compactMap { Double($0.filter { $0 != " " }) }
      if row[1] as String == "position", numbers.count == 2 {
        for number in numbers { add(number, isPublic: known.contains(number.bitPattern)) }
      } else if value.utf8.count >= 12 {
        add(Array(value.utf8), isText: true)
      }
    }
  }

  /// The digests of saved checks: none of them may be in the file.
  mutating func addChecks(of db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT file, digest, data_digest FROM check_record")
    while let row = try rows.next() {
      codes.append(row[0])
      add(Array((row[1] as String).utf8), isText: true)
      add(Array((row[2] as String).utf8), isText: true)
    }
  }
}
