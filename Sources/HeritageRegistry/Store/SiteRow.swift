import Foundation
import GRDB
import Geodesy

/// The columns of a site in the order in which statements select them, and the value they make.
struct SiteRow {
  /// Where positions are taken from.
  let columns: DisclosedColumns

  /// The tables, `s` the site, `t` its township and, for staff, `e` its exact position.
  var tables: String {
    "site s LEFT JOIN township t ON t.id = s.township_id \(columns.join)"
  }

  /// The columns, to be decoded by ``site(_:)``.
  var selection: String {
    let position = [
      "geom", "coord_accuracy_m", "coord_method", "coord_source", "coord_verbatim", "coord_system",
    ]
    return """
      s.code, s.name_zh, s.name_en, s.category, s.subcategory_zh, s.protection_level, \
      s.level_basis, s.period_zh, s.period_start, s.period_end, s.culture_zh, t.name_zh, \
      \(columns.expression("village")), \(columns.expression("address")), \
      \(position.map(columns.expression).joined(separator: ", ")), \
      s.disclosure, s.area_m2, s.found_year, s.excavated, s.provenance, s.confidence, \
      s.summary_zh, s.summary_en, s.notes
      """
  }

  /// How many columns ``selection`` has.
  static let columnCount = 29

  /// The site of a row.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` for a value that the schema does not allow.
  func site(_ row: Row) throws -> Site {
    Site(
      code: row[0], nameZH: row[1], nameEN: row[2], category: try word(row[3]),
      subcategory: row[4], level: try required(row[5]), levelBasis: try required(row[6]),
      period: Period(words: row[7], start: row[8], end: row[9]),
      cultures: (row[10] as String?)?.split(separator: ";").map(String.init) ?? [],
      township: row[11], village: row[12], address: row[13], position: try position(row),
      disclosure: try required(row[20]), areaSquareMetres: row[21], foundYear: row[22],
      excavated: row[23], provenance: try required(row[24]), confidence: try word(row[25]),
      summaryZH: row[26], summaryEN: row[27], notes: row[28])
  }

  /// The coordinate of a row, without the rest of the site.
  func coordinate(_ row: Row) throws -> Coordinate? { try point(row, at: 14) }

  /// The accuracy of a row's position.
  func accuracy(_ row: Row) -> Length? { (row[15] as Double?).map(Length.metres) }

  private func position(_ row: Row) throws -> Position? {
    guard let coordinate = try coordinate(row) else { return nil }
    return Position(
      coordinate: coordinate, accuracy: accuracy(row),
      method: try required(row[16]), source: row[17], verbatim: row[18], declaredSystem: row[19])
  }
}

/// The position in a column of SpatiaLite's points; nil where the column is NULL.
func point(_ row: Row, at index: Int) throws -> Coordinate? {
  try row.withUnsafeData(atIndex: index) { data in
    guard let data else { return nil }
    return try data.withUnsafeBytes { bytes throws(SpatiaLiteBlobError) in
      try SpatiaLiteBlob.point(in: bytes)
    }
  }
}

/// A word of a fixed list that the schema guarantees.
func required<Word: RawRepresentable<String>>(_ code: String) throws -> Word {
  guard let word = Word(rawValue: code) else {
    throw RegistryError.damaged(path: "the register", reason: "\(code) is no \(Word.self)")
  }
  return word
}

/// A word of a fixed list, or nil for NULL.
func word<Word: RawRepresentable<String>>(_ code: String?) throws -> Word? {
  try code.map { try required($0) }
}
