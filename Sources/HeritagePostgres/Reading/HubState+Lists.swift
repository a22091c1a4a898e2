import Geodesy
import HeritageRegistry

/// What a hub lists beside its relics, county by county.
extension HubState {
  func townships() throws -> [Township] {
    try hub.query("SELECT \(Township.hubColumns) FROM heritage.township ORDER BY code, county")
      .map(Township.init)
  }

  func formerTownships() throws -> [FormerTownship] {
    try hub.query(
      """
      SELECT f.name_zh, t.name_zh, f.geom, f.coord_accuracy_m, f.source
      FROM heritage.former_township f
      LEFT JOIN heritage.township t ON t.id = f.merged_into ORDER BY f.name_zh, f.county
      """
    ).map { row in
      FormerTownship(
        nameZH: row.requiredText(0), successor: row.text(1), seat: try row.point(2),
        seatAccuracy: row.length(3), source: row.text(4))
    }
  }

  func places() throws -> [Place] {
    try hub.query(
      """
      SELECT key, name_zh, name_en, kind, geom, coord_accuracy_m, source FROM heritage.place
      ORDER BY key, county
      """
    ).compactMap { row in
      try row.point(4).map {
        Place(
          key: row.requiredText(0), nameZH: row.requiredText(1), nameEN: row.text(2),
          kind: try row.word(3), coordinate: $0, accuracy: row.length(5) ?? .metres(0),
          source: row.text(6))
      }
    }
  }

  func intangibleItems() throws -> [IntangibleItem] {
    try hub.query(
      """
      SELECT name_zh, category_zh, level, batch, year, official_code, entry_type_zh, area_zh,
        place_zh, confidence, notes FROM heritage.intangible ORDER BY county, id
      """
    ).map { row in
      IntangibleItem(
        nameZH: row.requiredText(0), category: row.requiredText(1), level: try row.word(2),
        batch: row.text(3), year: row.integer(4), officialCode: row.text(5),
        entryType: row.text(6), area: row.text(7), place: row.text(8),
        confidence: try row.optionalWord(9), notes: row.text(10))
    }
  }

  func outlines() throws -> [Outline] {
    try hub.query(
      """
      SELECT kind, name_zh, name_en, code, source, geom FROM heritage.outline ORDER BY county, id
      """
    ).compactMap { row in
      try row.area(5).map {
        Outline(
          kind: try row.word(0), nameZH: row.requiredText(1), nameEN: row.text(2),
          code: row.text(3), source: row.text(4), area: $0)
      }
    }
  }

  func rivers() throws -> [River] {
    try hub.query(
      """
      SELECT name_zh, name_en, coord_accuracy_m, source, geom FROM heritage.river
      ORDER BY county, id
      """
    ).compactMap { row in
      try row.line(4).map {
        River(
          nameZH: row.text(0), nameEN: row.text(1), accuracy: row.length(2), source: row.text(3),
          line: $0)
      }
    }
  }
}

extension Township {
  /// What ``init(_:)`` reads, in this order.
  static let hubColumns = "code, name_zh, name_en, kind, geom, coord_accuracy_m, source"

  /// The township of a row that begins with ``hubColumns``.
  init(_ row: HubRow) throws {
    self.init(
      code: row.requiredText(0), nameZH: row.requiredText(1), nameEN: row.text(2),
      kind: try row.word(3), seat: try row.point(4), seatAccuracy: row.length(5),
      source: row.text(6))
  }
}
