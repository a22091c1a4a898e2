/// How a position is taken from the tables for an audience.
///
/// For the public a position comes from `site` alone, and no statement names the table of exact
/// positions. For staff that table's row stands in for the site's own.
struct DisclosedColumns: Sendable {
  /// Whether exact positions are merged in.
  let mergesExact: Bool

  /// The join that brings the exact position, after `site s`.
  var join: String { mergesExact ? "LEFT JOIN exact_position e ON e.site_id = s.id" : "" }

  /// The expression for a column that both tables have.
  func expression(_ column: String) -> String {
    mergesExact
      ? "CASE WHEN e.site_id IS NULL THEN s.\(column) ELSE e.\(column) END" : "s.\(column)"
  }

  /// The R*Trees in which positions are found.
  var indexes: [SpatialIndex] {
    mergesExact
      ? [.publicPositions(exceptExact: true), .exactPositions]
      : [.publicPositions(exceptExact: false)]
  }
}

/// One of SpatiaLite's R*Trees over positions; its `pkid` is the site's id.
enum SpatialIndex: Sendable {
  case publicPositions(exceptExact: Bool)
  case exactPositions

  var table: String {
    switch self {
    case .publicPositions: "idx_site_geom"
    case .exactPositions: "idx_exact_position_geom"
    }
  }
}
