import Foundation
import GRDB
import Geodesy

/// What would tell an exact position in a file that must not have it, and where it stands.
///
/// Looked for are the coordinates as numbers (8 bytes of either order) and as decimal text, to their last
/// digit and rounded or cut to 5 decimals, a metre; the coordinate as its source prints it; and the
/// address. Numbers of fewer than 4 decimals tell nothing finer than the generalised position, and are
/// passed over. So is what an open relic says of itself, which may share a number or an address.
struct PublicTraces {
  /// A row of bytes that must not be in the file.
  private struct Pattern {
    let bytes: [UInt8]
    /// The text, where it is text; a number is found in no column.
    let text: String?
    let code: String
  }

  private var patterns: [Pattern] = []
  /// The patterns that begin with 7 bytes.
  private var byKey: [UInt64: [Int32]] = [:]
  /// How many relics have an exact position or address.
  private(set) var count = 0

  /// Collects the patterns of a register that still has its exact positions.
  init(of db: Database) throws {
    let hasExact = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'exact_position')")
    guard hasExact == true else { return }
    let known = try Self.publicNumbers(db)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.code, e.geom, e.coord_verbatim, e.address
        FROM exact_position e JOIN site s ON s.id = e.site_id
        """)
    while let row = try rows.next() {
      count += 1
      let code: String = row[0]
      if let position = try point(row, at: 1) {
        for number in [position.longitude, position.latitude] {
          add(number, of: code, isPublic: known.contains(number.bitPattern))
        }
      }
      if let verbatim = row[2] as String?, verbatim.contains(where: \.isNumber) {
        add(Array(verbatim.utf8), verbatim, code)
      }
      if let address = row[3] as String?, address.utf8.count >= 12 {
        add(Array(address.utf8), address, code)
      }
    }
  }

  /// The numbers of the positions that the public sees anyway.
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
    return numbers
  }

  private mutating func add(_ number: Double, of code: String, isPublic: Bool) {
    let text = "\(number)"
    guard let dot = text.firstIndex(of: "."), text.distance(from: dot, to: text.endIndex) > 4 else {
      return
    }
    if !isPublic {
      for bits in [number.bitPattern.littleEndian, number.bitPattern.bigEndian] {
        add(withUnsafeBytes(of: bits) { Array($0) }, nil, code)
      }
    }
    let cut = String(text[..<(text.index(dot, offsetBy: 6, limitedBy: text.endIndex) ?? text.endIndex)])
    let rounded = String(format: "%.5f", number)
    for text in Set([text, cut, rounded]) { add(Array(text.utf8), text, code) }
  }

  private mutating func add(_ bytes: [UInt8], _ text: String?, _ code: String) {
    guard let key = bytes.withUnsafeBytes(Self.key) else { return }
    byKey[key, default: []].append(Int32(patterns.count))
    patterns.append(Pattern(bytes: bytes, text: text, code: code))
  }

  /// The first 7 bytes as a number; nil where there are fewer.
  private static func key(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    guard bytes.count >= 7 else { return nil }
    return bytes.prefix(7).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Where traces stand in a file: the relic, and the table and column, each once, in order.
  ///
  /// - Parameter registry: The same file, to be asked for the columns.
  /// - Complexity: O(size of the file).
  func found(in path: String, _ registry: Registry) throws -> [String] {
    guard !patterns.isEmpty else { return [] }
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    let hits = data.withUnsafeBytes(hits)
    var found: Set<String> = []
    for index in hits.sorted() {
      let pattern = patterns[index]
      guard let text = pattern.text else {
        found.insert("a number of the exact position of \(pattern.code)")
        continue
      }
      for place in try registry.read({ try $0.places(of: text) }) {
        found.insert("'\(text)' of \(pattern.code) in \(place)")
      }
    }
    return found.sorted()
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
    for key in byKey.keys { filter[slot(key) >> 6] |= 1 << UInt64(slot(key) & 63) }
    var hits: Set<Int> = []
    var key: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      key = (key << 8 | UInt64(byte)) & 0x00FF_FFFF_FFFF_FFFF
      guard filter[slot(key) >> 6] & 1 << UInt64(slot(key) & 63) != 0, index >= 6,
        let candidates = byKey[key]
      else { continue }
      for candidate in candidates {
        let pattern = patterns[Int(candidate)].bytes
        let rest = bytes[(index - 6)...].prefix(pattern.count)
        if rest.elementsEqual(pattern) { hits.insert(Int(candidate)) }
      }
    }
    return hits
  }
}

extension Database {
  /// The tables and columns in which a text stands, but for what open relics say of themselves.
  fileprivate func places(of text: String) throws -> [String] {
    let tables = try String.fetchAll(
      self,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
        ORDER BY name
        """)
    var places: [String] = []
    for table in tables {
      let columns = try columns(in: table)
      let owner =
        table == "site" ? "id" : columns.contains { $0.name == "site_id" } ? "site_id" : nil
      let isHidden =
        owner.map {
          " AND \($0.quotedDatabaseIdentifier) IN (SELECT id FROM site WHERE disclosure <> 'open')"
        } ?? ""
      for column in columns {
        let name = column.name.quotedDatabaseIdentifier
        let isThere = try Bool.fetchOne(
          self,
          sql: """
            SELECT EXISTS (SELECT 1 FROM \(table.quotedDatabaseIdentifier)
              WHERE instr(CAST(\(name) AS BLOB), CAST(? AS BLOB)) > 0\(isHidden))
            """, arguments: [text])
        if isThere == true { places.append("\(table).\(column.name)") }
      }
    }
    return places
  }
}
