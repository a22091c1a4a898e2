public import Geodesy

/// What the public may see of a site's place.
package struct DisclosedPlace {
  /// Whether something was taken away.
  package let isReduced: Bool
  package let position: Position?
  package let village: String?
  package let address: String?

  package init(_ site: Site) {
    isReduced = site.disclosure != .open
    switch site.disclosure {
    case .open:
      position = site.position
      village = site.village
      address = site.address
    case .coarse:
      position = site.position.map(Self.generalised)
      village = site.village
      address = nil
    case .withheld:
      position = nil
      village = nil
      address = nil
    }
  }

  private static func generalised(_ exact: Position) -> Position {
    Position(
      coordinate: exact.coordinate.centreOfCell(degrees: Generalisation.cellDegrees),
      accuracy: Generalisation.accuracy(ofExact: exact.accuracy?.metres).map(Length.metres),
      method: .generalised, source: nil, verbatim: nil, declaredSystem: nil)
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

extension Position {
  /// The cell that a generalised position stands for; nil for a position that is no cell's, and for one whose
  /// accuracy says more than its cell.
  ///
  /// Its middle means nothing, so a map draws the cell and never the point.
  public var cell: BoundingBox? {
    guard method == .generalised, let accuracy, accuracy.metres <= Generalisation.accuracy else {
      return nil
    }
    let half = Generalisation.cellDegrees / 2
    return try? BoundingBox(
      west: coordinate.longitude - half, south: coordinate.latitude - half,
      east: coordinate.longitude + half, north: coordinate.latitude + half)
  }
}
