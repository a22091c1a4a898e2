public import Geodesy

/// A position as a file of roads keeps it: ten-millionths of a degree, about a centimetre.
public struct RoadPoint: Hashable, Sendable {
  /// Ten-millionths of a degree east of Greenwich.
  public var longitude: Int32
  /// Ten-millionths of a degree north of the equator.
  public var latitude: Int32

  /// A position by its whole numbers.
  public init(longitude: Int32, latitude: Int32) {
    (self.longitude, self.latitude) = (longitude, latitude)
  }

  /// The nearest one to a position.
  public init(_ position: Coordinate) {
    longitude = Int32((position.longitude * 1e7).rounded())
    latitude = Int32((position.latitude * 1e7).rounded())
  }

  /// The position in degrees.
  public var coordinate: Coordinate {
    Coordinate(uncheckedLongitude: Double(longitude) / 1e7, latitude: Double(latitude) / 1e7)
  }
}
