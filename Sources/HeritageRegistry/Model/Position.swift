public import Geodesy

/// Where a relic is, and what that is worth.
public struct Position: Hashable, Sendable {
  /// WGS 84.
  public let coordinate: Coordinate
  /// The radius of the circle in which the relic lies; nil where nobody knows.
  public package(set) var accuracy: Length?
  /// How the position was found.
  public package(set) var method: PositionMethod
  /// Who says so.
  public package(set) var source: String?
  /// The coordinate as the source prints it.
  public package(set) var verbatim: String?
  /// The coordinate system that the source declares.
  public package(set) var declaredSystem: String?

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
