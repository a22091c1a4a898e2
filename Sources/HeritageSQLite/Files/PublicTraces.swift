import Foundation
import GRDB
import Geodesy
import HeritageRegistry

/// What would tell an exact position in a file that must not have it, and where it stands.
///
/// Looked for are the coordinates as numbers (8 bytes of either order) and as decimal text, to their last
/// digit and rounded up and down to 5 decimals, a metre; the coordinate as its source prints it; the
/// address; the corners and the words of a zone that is withheld; and the names and digests of files. Numbers of fewer than 4 decimals tell nothing finer than the generalised position, and are
/// passed over. So is what an open relic says of itself, which may share a number or an address.
struct PublicTraces {
  /// The rows of bytes that must not be in the file.
  private var patterns = TracePatterns()
  var codes: [String] = []
  /// How many relics have an exact position or address.
  private(set) var positions = 0
  /// The numbers of positions and shapes that the file may have, by their bits.
  private let publicNumbers: Set<UInt64>

  /// Collects the patterns of a register that still has the staff's tables.
  init(of db: Database) throws {
    let known = try Self.publicNumbers(db)
    publicNumbers = known
    if try db.hasTable("exact_position") { try addPositions(of: db, known: known) }
    positions = codes.count
    if try db.hasTable("exact_zone") { try addZones(of: db, known: known) }
    if try db.hasTable("change") { try addHistory(of: db, known: known) }
    if try db.hasTable("attachment") { try addFiles(of: db) }
    if try db.hasTable("body") { try addBodies(of: db, known: known) }
    if try db.hasTable("check_record") { try addChecks(of: db) }
    if try db.hasTable("claim") { try addClaims(of: db, known: known) }
    patterns.sort()
  }

  private mutating func addPositions(of db: Database, known: Set<UInt64>) throws {
    // Two numbers of a position, each as bytes of two orders and as three texts.
    patterns.reserve(10 * (try Int.fetchOne(db, sql: "SELECT count(*) FROM exact_position") ?? 0))
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.code, e.geom, e.coord_verbatim, e.address
        FROM exact_position e JOIN site s ON s.id = e.site_id
        """)
    while let row = try rows.next() {
      codes.append(row[0])
      if let position = try point(row, at: 1) { add(position, known: known) }
      if let verbatim = row[2] as String?, verbatim.contains(where: \.isNumber) {
        add(Array(verbatim.utf8), isText: true)
      }
      if let address = row[3] as String?, address.utf8.count >= 12 {
        add(Array(address.utf8), isText: true)
      }
    }
  }

  /// Corners that another shape of the file has too, as where two zones meet, tell nothing.
  private mutating func addZones(of db: Database, known: Set<UInt64>) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.code, e.geom, nullif(e.rule, z.rule) FROM exact_zone e
        JOIN zone z ON z.id = e.zone_id JOIN site s ON s.id = z.site_id
        """)
    while let row = try rows.next() {
      codes.append(row[0])
      let corners = try area(row, at: 1)?.polygons.flatMap(\.rings).flatMap(\.positions) ?? []
      for corner in Set(corners) { add(corner, known: known) }
      if let rule = row[2] as String?, rule.utf8.count >= 12 { add(Array(rule.utf8), isText: true) }
    }
  }

  /// What the history says of where relics are or were that are not open now.
  private mutating func addHistory(of db: Database, known: Set<UInt64>) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.code, c.old_value, c.new_value FROM change c JOIN site s ON s.id = c.site_id
        WHERE s.disclosure <> 'open' AND c.field IN ('geom', 'coord_verbatim', 'address')
        """)
    while let row = try rows.next() {
      codes.append(row[0])
      for value in [row[1] as DatabaseValue, row[2] as DatabaseValue] {
        switch StoredValue(value) {
        case .blob(let bytes):
          bytes.withUnsafeBytes { raw in
            if let position = try? SpatiaLiteBlob.point(in: raw) { add(position, known: known) }
          }
        case .text(let text) where text.utf8.count >= 12:
          add(Array(text.utf8), isText: true)
        default: break
        }
      }
    }
  }

  mutating func add(_ position: Coordinate, known: Set<UInt64>) {
    for number in [position.longitude, position.latitude] {
      add(number, isPublic: known.contains(number.bitPattern))
    }
  }

  /// The numbers of the positions and shapes that the public sees anyway.
  private static func publicNumbers(_ db: Database) throws -> Set<UInt64> {
    var numbers: Set<UInt64> = []
    for table in ["site", "township", "former_township", "place"] {
      let rows = try Row.fetchCursor(db, sql: "SELECT geom FROM \(table) WHERE geom IS NOT NULL")
      while let row = try rows.next() {
        guard let position = try point(row, at: 0) else { continue }
        numbers.insert(position.longitude.bitPattern)
        numbers.insert(position.latitude.bitPattern)
      }
    }
    for table in ["zone", "outline"] {
      let rows = try Row.fetchCursor(db, sql: "SELECT geom FROM \(table) WHERE geom IS NOT NULL")
      while let row = try rows.next() {
        for corner in try area(row, at: 0)?.polygons.flatMap(\.rings).flatMap(\.positions) ?? [] {
          numbers.insert(corner.longitude.bitPattern)
          numbers.insert(corner.latitude.bitPattern)
        }
      }
    }
    return numbers
  }

  mutating func add(_ number: Double, isPublic: Bool) {
    let text = "\(number)"
    guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")),
      text.utf8.distance(from: dot, to: text.utf8.endIndex) > 4
    else { return }
    // A number such as 110.0625 ends in zero bytes, which any file is full of.
    if !isPublic, number.bitPattern & 0xFFFF_FFFF != 0 {
      for bits in [number.bitPattern.littleEndian, number.bitPattern.bigEndian] {
        add(withUnsafeBytes(of: bits) { Array($0) }, isText: false)
      }
    }
    var texts = [text]
    for rule in [FloatingPointRoundingRule.down, .up] {
      let rounded = Self.fiveDecimals((number * 1e5).rounded(rule))
      if !texts.contains(rounded) { texts.append(rounded) }
    }
    for text in texts { add(Array(text.utf8), isText: true) }
  }

  /// A number of hundred-thousandths with its 5 decimals.
  private static func fiveDecimals(_ hundredThousandths: Double) -> String {
    let whole = Int(abs(hundredThousandths))
    let fraction = "\(whole % 100_000)"
    return (hundredThousandths.sign == .minus ? "-" : "") + "\(whole / 100_000)."
      + String(repeating: "0", count: 5 - fraction.count) + fraction
  }

  /// Adds bytes that would tell the position of the relic read last.
  mutating func add(_ bytes: [UInt8], isText: Bool) {
    patterns.append(bytes, isText: isText, owner: codes.count - 1)
  }

  /// Where traces stand in a file: the relic, and the table and column, each once, in order.
  ///
  /// - Parameter store: The same file, to be asked for the columns.
  /// - Complexity: O(size of the file).
  func found(in store: SQLiteStore) throws -> [Sentence] {
    guard !patterns.isEmpty else { return [] }
    let hits = try patterns.found(inFile: store.name) { bytes, place in
      isOfPublicNumbers(bytes, at: place)
    }
    var found: Set<Sentence> = []
    // Every table is gone through for a text, and relics of one village share an address.
    var known: [String: [String]] = [:]
    for index in hits.sorted() {
      let (owner, text) = patterns[index]
      let code = codes[owner]
      guard let text else {
        found.insert(
          owner < positions
            ? Sentence("traces.number", ["code": code])
            : Sentence("traces.zoneNumber", ["code": code]))
        continue
      }
      let places = try known[text] ?? store.readingOneState { try $0.places(of: text) }
      known[text] = places
      for place in places {
        found.insert(Sentence("traces.text", ["text": text, "code": code, "place": place]))
      }
    }
    return found.sorted { $0.description < $1.description }
  }

  /// Whether 8 bytes are the end of one public number and the beginning of the next, as they stand side by side
  /// in a shape: such bytes tell nothing, though a number elsewhere may be written with the same.
  private func isOfPublicNumbers(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    (1...7).contains { shift in
      let first = place - shift
      guard first >= 0, first + 16 <= bytes.count else { return false }
      return [first, first + 8].allSatisfy { offset in
        publicNumbers.contains(
          UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
    }
  }
}
