import Geodesy
import HeritageRegistry

/// From which tables of a hub a position is taken.
///
/// The names are those of `heritage.site s`, `heritage.township t` and `staff.exact_position e`.
enum HubColumns {
  /// From `site` alone: what the public sees. No statement names the table of exact positions.
  case visible
  /// From `exact_position` alone: the relics that have a row there.
  case exact
  /// From `exact_position` where it has a row, from `site` otherwise: what staff see.
  case merged

  /// The tables with the relics.
  var tables: String {
    let township = "LEFT JOIN heritage.township t ON t.id = s.township_id"
    return switch self {
    case .visible: "heritage.site s \(township)"
    // The key of a relic knows its partition.
    case .exact:
      "staff.exact_position e JOIN heritage.relic_key k ON k.id = e.site_id "
        + "JOIN heritage.site s ON s.province = k.province AND s.id = k.id \(township)"
    case .merged:
      "heritage.site s \(township) LEFT JOIN staff.exact_position e ON e.site_id = s.id"
    }
  }

  /// The same, found by the keys of relics, `k`.
  var keyed: String {
    "heritage.relic_key k JOIN heritage.site s ON s.province = k.province AND s.id = k.id "
      + "LEFT JOIN heritage.township t ON t.id = s.township_id"
      + (isMerged ? " LEFT JOIN staff.exact_position e ON e.site_id = s.id" : "")
  }

  private var isMerged: Bool { if case .merged = self { true } else { false } }

  /// The expression for a column that both tables have.
  func expression(_ column: String) -> String {
    switch self {
    case .visible: "s.\(column)"
    case .exact: "e.\(column)"
    case .merged: "CASE WHEN e.site_id IS NULL THEN s.\(column) ELSE e.\(column) END"
    }
  }

  /// The columns of a relic as ``HubSiteRow`` reads them, and its id behind them.
  var selection: String {
    Field.stored.map { field in
      switch field.column {
      case .site(let name)?: "s.\(name)"
      case .exact(let name)?: expression(name)
      case .township?: "t.name_zh"
      case nil: "NULL"
      }
    }.joined(separator: ", ") + ", s.id"
  }

  /// The column with the position that an index finds; of merged tables there is none.
  var position: String { if case .exact = self { "e.geom" } else { "s.geom" } }

  /// The condition that a relic has no position.
  var isUnlocated: String {
    isMerged ? "s.geom IS NULL AND e.geom IS NULL" : "\(position) IS NULL"
  }

  /// From where positions are taken that an index finds; what is known exactly is found by that alone.
  var indexed: [(columns: HubColumns, rest: String)] {
    isMerged
      ? [
        (
          .visible,
          " AND NOT EXISTS (SELECT 1 FROM staff.exact_position e WHERE e.site_id = s.id)"
        ),
        (.exact, ""),
      ]
      : [(self, "")]
  }

  /// The condition that a position may lie in a box.
  func meets(_ box: BoundingBox) -> HubSQL {
    HubSQL(
      "\(position) && ST_MakeEnvelope(?::float8, ?::float8, ?::float8, ?::float8, 4326)",
      [box.west, box.south, box.east, box.north])
  }

  /// The condition that a relic's position may lie in a box, whichever table has it.
  func candidates(in box: BoundingBox) -> HubSQL {
    let parts = box.parts.map { part in meets(part) }
    guard isMerged else {
      return HubSQL(
        "(\(parts.map(\.text).joined(separator: " OR ")))", parts.flatMap(\.values))
    }
    let selects = box.parts.flatMap { part in
      [
        (HubColumns.visible, "s.id", "heritage.site s"),
        (.exact, "e.site_id", "staff.exact_position e"),
      ]
      .map { columns, id, table in
        let condition = columns.meets(part)
        return HubSQL("SELECT \(id) FROM \(table) WHERE \(condition.text)", condition.values)
      }
    }
    return HubSQL(
      "s.id IN (\(selects.map(\.text).joined(separator: " UNION ALL ")))",
      selects.flatMap(\.values))
  }
}
