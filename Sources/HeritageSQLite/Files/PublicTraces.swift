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
  /// A row of bytes that must not be in the file.
  private struct Pattern {
    /// Its first 7 bytes as a number.
    let key: UInt64
    /// Where its bytes are kept.
    let start: Int
    let count: Int32
    /// The relic, by its place among the codes.
    let owner: Int32
    /// Whether it is text, which stands in a column; a number stands in none.
    let isText: Bool
  }

  private var patterns: [Pattern] = []
  private var kept: [UInt8] = []
  var codes: [String] = []
  /// How many relics have an exact position or address.
  private(set) var positions = 0

  /// Collects the patterns of a register that still has the staff's tables.
  init(of db: Database) throws {
    let known = try Self.publicNumbers(db)
    if try db.hasTable("exact_position") { try addPositions(of: db, known: known) }
    positions = codes.count
    if try db.hasTable("exact_zone") { try addZones(of: db, known: known) }
    if try db.hasTable("change") { try addHistory(of: db, known: known) }
    if try db.hasTable("attachment") { try addFiles(of: db) }
    if try db.hasTable("body") { try addBodies(of: db, known: known) }
    if try db.hasTable("check_record") { try addChecks(of: db) }
    if try db.hasTable("claim") { try addClaims(of: db, known: known) }
    patterns.sort { ($0.key, $0.start) < ($1.key, $1.start) }
  }

  private mutating func addPositions(of db: Database, known: Set<UInt64>) throws {
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
    guard let dot = text.firstIndex(of: "."), text.distance(from: dot, to: text.endIndex) > 4 else {
      return
    }
    // A number such as 110.0625 ends in zero bytes, which any file is full of.
    if !isPublic, number.bitPattern & 0xFFFF_FFFF != 0 {
      for bits in [number.bitPattern.littleEndian, number.bitPattern.bigEndian] {
        add(withUnsafeBytes(of: bits) { Array($0) }, isText: false)
      }
    }
    let places = [FloatingPointRoundingRule.down, .up].map { rule in
      String(format: "%.5f", (number * 1e5).rounded(rule) / 1e5)
    }
    for text in Set([text] + places) { add(Array(text.utf8), isText: true) }
  }

  /// Adds bytes that would tell the position of the relic read last.
  mutating func add(_ bytes: [UInt8], isText: Bool) {
    guard let key = bytes.withUnsafeBytes(Self.key) else { return }
    patterns.append(
      Pattern(
        key: key, start: kept.count, count: Int32(bytes.count), owner: Int32(codes.count - 1),
        isText: isText))
    kept += bytes
  }

  /// The first 7 bytes as a number; nil where there are fewer.
  private static func key(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    guard bytes.count >= 7 else { return nil }
    return bytes.prefix(7).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Where traces stand in a file: the relic, and the table and column, each once, in order.
  ///
  /// - Parameter store: The same file, to be asked for the columns.
  /// - Complexity: O(size of the file).
  func found(in store: SQLiteStore) throws -> [Sentence] {
    guard !patterns.isEmpty else { return [] }
    let data = try Data(contentsOf: URL(fileURLWithPath: store.name), options: .mappedIfSafe)
    let hits = data.withUnsafeBytes(hits)
    var found: Set<Sentence> = []
    // Every table is gone through for a text, and relics of one village share an address.
    var known: [String: [String]] = [:]
    for index in hits.sorted() {
      let pattern = patterns[index]
      let code = codes[Int(pattern.owner)]
      guard pattern.isText else {
        found.insert(
          Int(pattern.owner) < positions
            ? Sentence("traces.number", ["code": code])
            : Sentence("traces.zoneNumber", ["code": code]))
        continue
      }
      let bytes = kept[pattern.start..<pattern.start + Int(pattern.count)]
      let text = String(decoding: bytes, as: UTF8.self)
      let places = try known[text] ?? store.readingOneState { try $0.places(of: text) }
      known[text] = places
      for place in places {
        found.insert(Sentence("traces.text", ["text": text, "code": code, "place": place]))
      }
    }
    return found.sorted { $0.description < $1.description }
  }

  /// The patterns that are in the bytes.
  private func hits(_ bytes: UnsafeRawBufferPointer) -> Set<Int> {
    guard bytes.count >= 7 else { return [] }
    // A bit for each key, so that most bytes cost no more than a look into it.
    let (bits, mask) = (22, (1 << 22) - 1)
    var filter = [UInt64](repeating: 0, count: 1 << (bits - 6))
    func slot(_ key: UInt64) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 42) & mask
    }
    for pattern in patterns {
      filter[slot(pattern.key) >> 6] |= 1 << UInt64(slot(pattern.key) & 63)
    }
    var hits: Set<Int> = []
    var key: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      key = (key << 8 | UInt64(byte)) & 0x00FF_FFFF_FFFF_FFFF
      guard filter[slot(key) >> 6] & 1 << UInt64(slot(key) & 63) != 0, index >= 6 else { continue }
      var candidate = firstPattern(withKey: key)
      while candidate < patterns.count, patterns[candidate].key == key {
        let pattern = patterns[candidate]
        let rest = bytes[(index - 6)...].prefix(Int(pattern.count))
        if rest.elementsEqual(kept[pattern.start..<pattern.start + Int(pattern.count)]) {
          hits.insert(candidate)
        }
        candidate += 1
      }
    }
    return hits
  }

  /// The place of the first pattern whose key is not smaller.
  private func firstPattern(withKey key: UInt64) -> Int {
    var (low, high) = (0, patterns.count)
    while low < high {
      let middle = (low + high) / 2
      if patterns[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
