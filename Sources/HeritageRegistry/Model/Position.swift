public import Geodesy

/// Where a relic is, and what that is worth.
public struct Position: Hashable, Sendable {
  /// WGS 84.
  public let coordinate: Coordinate
  /// The radius of the circle in which the relic lies; nil where nobody knows.
  public let accuracy: Length?
  /// How the position was found.
  public let method: PositionMethod
  /// Who says so.
  public let source: String?
  /// The coordinate as the source prints it.
  public let verbatim: String?
  /// The coordinate system that the source declares.
  public let declaredSystem: String?

  package init(
    coordinate: Coordinate, accuracy: Length?, method: PositionMethod, source: String?,
    verbatim: String?, declaredSystem: String?
  ) {
    self.coordinate = coordinate
    self.accuracy = accuracy
    self.method = method
    self.source = source
    self.verbatim = verbatim
    self.declaredSystem = declaredSystem
  }
}
