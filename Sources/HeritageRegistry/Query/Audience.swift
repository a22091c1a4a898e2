/// Who reads a register.
///
/// The choice is made once, below every query.
public enum Audience: String, CaseIterable, Hashable, Sendable {
  /// Anybody: sensitive positions are generalised or absent.
  case `public`
  /// The heritage bureau: positions as they are known.
  case staff
}

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

/// How a sensitive position is generalised for the public.
enum Generalisation {
  /// The side of a cell, in degrees: 1.1 km along a meridian, less along a parallel.
  static let cellDegrees = 0.01
  /// The accuracy that a generalised position claims, in metres.
  static let accuracy = 1000.0
  /// Half the diagonal of a cell at the equator, where cells are largest, in metres.
  static let halfDiagonal = 787.0

  /// The accuracy, in metres, of the centre of the cell that holds a position of the given accuracy:
  /// 1000 m where the relic is sure to lie that near, else enough, in hundreds; nil for nil.
  static func accuracy(ofExact exact: Double?) -> Double? {
    exact.map { max(accuracy, ((halfDiagonal + $0) / 100).rounded(.up) * 100) }
  }
}
