import HeritageRegistry

/// From which tables a position is taken.
enum DisclosedColumns: Sendable {
  /// From `site` alone: what the public sees. No statement names the table of exact positions.
  case visible
  /// From `exact_position` alone: the sites that have a row there.
  case exact
  /// From `exact_position` where it has a row, from `site` otherwise: what staff see.
  case merged

  /// The join that brings the exact position, after `site s`.
  var join: String {
    switch self {
    case .visible: ""
    case .exact: "JOIN exact_position e ON e.site_id = s.id"
    case .merged: "LEFT JOIN exact_position e ON e.site_id = s.id"
    }
  }

  /// The expression for a column that both tables have.
  func expression(_ column: String) -> String {
    switch self {
    case .visible: "s.\(column)"
    case .exact: "e.\(column)"
    case .merged: "CASE WHEN e.site_id IS NULL THEN s.\(column) ELSE e.\(column) END"
    }
  }

  /// The condition that a site has no position; the first part of it has an index of its own.
  var isUnlocated: String {
    switch self {
    case .visible: "s.geom IS NULL"
    case .exact: "e.geom IS NULL"
    case .merged: "s.geom IS NULL AND e.geom IS NULL"
    }
  }

  /// The R*Trees in which positions are found.
  var indexes: [SpatialIndex] {
    switch self {
    case .visible: [.publicPositions(exceptExact: false)]
    case .exact: [.exactPositions]
    case .merged: [.publicPositions(exceptExact: true), .exactPositions]
    }
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

  /// Where the positions stand that it finds.
  var columns: DisclosedColumns {
    switch self {
    case .publicPositions: .visible
    case .exactPositions: .exact
    }
  }
}
