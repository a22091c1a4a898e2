public import Words

/// A position on the WGS 84 ellipsoid (EPSG:4326), longitude before latitude.
///
/// Degrees: longitude in -180 … 180, latitude in -90 … 90.
public struct Coordinate: Hashable, Sendable {
  /// Degrees east of Greenwich, -180 … 180.
  public let longitude: Double
  /// Degrees north of the equator, -90 … 90.
  public let latitude: Double

  /// Makes a coordinate.
  ///
  /// - Throws: ``CoordinateError/outOfRange(longitude:latitude:)`` when a number is not finite or
  ///   outside its range.
  public init(longitude: Double, latitude: Double) throws(CoordinateError) {
    guard abs(longitude) <= 180, abs(latitude) <= 90 else {
      throw .outOfRange(longitude: longitude, latitude: latitude)
    }
    self.init(uncheckedLongitude: longitude, latitude: latitude)
  }

  /// Makes a coordinate from numbers that a schema or a computation has already checked.
  public init(uncheckedLongitude longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// The centre of the cell of `degrees` width and height that holds this position.
  ///
  /// Cells are counted from (0°, 0°), so that every position of a cell gives the same centre.
  public func centreOfCell(degrees: Double) -> Coordinate {
    func centre(_ value: Double) -> Double {
      let cell = ((value / degrees).rounded(.down) + 0.5) * degrees
      return (cell * 1e7).rounded() / 1e7
    }
    return Coordinate(
      uncheckedLongitude: min(centre(longitude), 180), latitude: min(centre(latitude), 90))
  }
}

/// Why two numbers are no position.
public enum CoordinateError: Cause, Equatable, Sendable {
  /// A number is not finite, or outside -180 … 180 (longitude) or -90 … 90 (latitude).
  case outOfRange(longitude: Double, latitude: Double)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .outOfRange(let longitude, let latitude):
      Sentence("geodesy.noPosition", ["longitude": longitude, "latitude": latitude])
    }
  }
}
