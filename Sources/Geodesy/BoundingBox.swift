import Foundation

/// A box between two meridians and two parallels, in degrees.
///
/// A box whose `west` is greater than its `east` crosses the antimeridian (RFC 7946, section 5.2).
public struct BoundingBox: Hashable, Sendable {
  /// The western meridian, -180 … 180.
  public let west: Double
  /// The southern parallel, -90 … 90.
  public let south: Double
  /// The eastern meridian, -180 … 180.
  public let east: Double
  /// The northern parallel, -90 … 90.
  public let north: Double

  /// Makes a box.
  ///
  /// - Throws: ``CoordinateError`` when a corner is no position or the south lies north of the
  ///   north.
  public init(west: Double, south: Double, east: Double, north: Double) throws(CoordinateError) {
    _ = try Coordinate(longitude: west, latitude: south)
    _ = try Coordinate(longitude: east, latitude: north)
    guard south <= north else { throw .outOfRange(longitude: west, latitude: south) }
    self.init(uncheckedWest: west, south: south, east: east, north: north)
  }

  init(uncheckedWest west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The smallest box that does not cross the antimeridian and holds every position; nil for none.
  public init?(containing positions: some Sequence<Coordinate>) {
    var iterator = positions.makeIterator()
    guard let first = iterator.next() else { return nil }
    var (west, south, east, north) = (
      first.longitude, first.latitude, first.longitude, first.latitude
    )
    while let next = iterator.next() {
      west = min(west, next.longitude)
      east = max(east, next.longitude)
      south = min(south, next.latitude)
      north = max(north, next.latitude)
    }
    self.init(uncheckedWest: west, south: south, east: east, north: north)
  }

  /// One box around boxes that do not cross the antimeridian, and one around those that do; none for none.
  public static func around(_ boxes: [BoundingBox]) -> [BoundingBox] {
    [boxes.filter { !$0.crossesAntimeridian }, boxes.filter(\.crossesAntimeridian)].compactMap {
      same in
      guard let first = same.first else { return nil }
      return same.dropFirst().reduce(first) { sum, box in
        BoundingBox(
          uncheckedWest: min(sum.west, box.west), south: min(sum.south, box.south),
          east: max(sum.east, box.east), north: max(sum.north, box.north))
      }
    }
  }

  /// A box that holds every position within `radius` of `centre`, on the ellipsoid.
  ///
  /// The ellipsoid's line element, M² dφ² + N² cos² φ dλ², is nowhere shorter than that of a sphere
  /// of radius a(1 − e²) with the same latitudes and longitudes, because M and N are nowhere smaller
  /// than that. So the box of the spherical cap of angle radius / a(1 − e²) is large enough.
  public init(around centre: Coordinate, radius: Length) {
    let radians = Double.pi / 180
    let angle = radius.metres / Ellipsoid.smallestRadiusOfCurvature
    // One part in 10⁹ covers the rounding of the sums below.
    let margin = angle / radians * (1 + 1e-9) + 1e-12
    let south = centre.latitude - margin
    let north = centre.latitude + margin
    guard south > -90, north < 90 else {
      self.init(
        uncheckedWest: -180, south: max(south, -90), east: 180, north: min(north, 90))
      return
    }
    let sine = sin(angle) / cos(centre.latitude * radians)
    guard angle < Double.pi / 2, sine < 1 else {
      self.init(uncheckedWest: -180, south: south, east: 180, north: north)
      return
    }
    let half = asin(sine) / radians * (1 + 1e-9) + 1e-12
    func wrapped(_ longitude: Double) -> Double {
      longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude
    }
    self.init(
      uncheckedWest: wrapped(centre.longitude - half), south: south,
      east: wrapped(centre.longitude + half), north: north)
  }

  /// Whether the box crosses the 180th meridian.
  public var crossesAntimeridian: Bool { west > east }

  /// The box as one or two boxes that do not cross the antimeridian.
  public var parts: [BoundingBox] {
    guard crossesAntimeridian else { return [self] }
    return [
      BoundingBox(uncheckedWest: west, south: south, east: 180, north: north),
      BoundingBox(uncheckedWest: -180, south: south, east: east, north: north),
    ]
  }

  /// The width along the parallel in the middle of the box.
  ///
  /// The arc of a parallel is N cos φ Δλ, with N the radius of curvature across the meridian.
  public var width: Length {
    let latitude = (south + north) / 2 * .pi / 180
    let degrees = crossesAntimeridian ? east + 360 - west : east - west
    let eccentricity = Ellipsoid.flattening * (2 - Ellipsoid.flattening)
    let sine = sin(latitude)
    let radius = Ellipsoid.semiMajorAxis / (1 - eccentricity * sine * sine).squareRoot()
    return .metres(radius * cos(latitude) * degrees * .pi / 180)
  }

  /// The height along a meridian.
  public var height: Length {
    Geodesic.distance(
      Coordinate(uncheckedLongitude: 0, latitude: south),
      Coordinate(uncheckedLongitude: 0, latitude: north))
  }

  /// Whether a position lies in the box or on its edge.
  public func contains(_ position: Coordinate) -> Bool {
    guard position.latitude >= south, position.latitude <= north else { return false }
    return crossesAntimeridian
      ? position.longitude >= west || position.longitude <= east
      : position.longitude >= west && position.longitude <= east
  }

  /// A box that holds every position within `distance` of this box.
  public func expanded(by distance: Length) -> BoundingBox {
    if crossesAntimeridian {
      let (left, right) = (parts[0].expanded(by: distance), parts[1].expanded(by: distance))
      let whole = left.west <= right.east
      return BoundingBox(
        uncheckedWest: whole ? -180 : left.west, south: left.south,
        east: whole ? 180 : right.east, north: left.north)
    }
    // The meridians converge: the corner nearest to a pole needs the widest margin.
    let farthest = abs(south) > abs(north) ? south : north
    let margin = BoundingBox(
      around: Coordinate(uncheckedLongitude: 0, latitude: farthest), radius: distance)
    let south = BoundingBox(
      around: Coordinate(uncheckedLongitude: 0, latitude: south), radius: distance
    ).south
    let north = BoundingBox(
      around: Coordinate(uncheckedLongitude: 0, latitude: north), radius: distance
    ).north
    let (west, east) = (west + margin.west, east + margin.east)
    guard margin.east < 180, east - west < 360 else {
      return BoundingBox(uncheckedWest: -180, south: south, east: 180, north: north)
    }
    return BoundingBox(
      uncheckedWest: west < -180 ? west + 360 : west, south: south,
      east: east > 180 ? east - 360 : east, north: north)
  }
}
