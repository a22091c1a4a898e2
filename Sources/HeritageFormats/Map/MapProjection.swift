import Geodesy

/// The local equirectangular projection of a map: true to scale at the middle of its extent.
///
/// x = N cos φ₀ (λ − λ₀), y = M (φ − φ₀), with the ellipsoid's radii of curvature M (along the
/// meridian) and N (across it) at the middle latitude φ₀. North is up everywhere. Along a parallel
/// that is Δφ from the middle the scale is off by about tan φ₀ Δφ: 0.3 % at the edge of a county, 3 %
/// at the edge of a province. Source: J. P. Snyder, *Map Projections: A Working Manual*, USGS
/// Professional Paper 1395 (1987), sections 4 and 12.
struct MapProjection: Hashable, Sendable {
  /// Where the scale is true.
  let centre: Coordinate
  /// The pixels of a metre on the ground, at the centre.
  let pixelsPerMetre: Double
  /// Where the centre is drawn.
  let origin: MapPoint
  private let metres: MetresPerDegree

  /// Fits an extent into a frame, in its middle.
  init(fitting extent: BoundingBox, into frame: MapRectangle) {
    let size = Self.size(of: extent)
    centre = Self.centre(of: extent)
    metres = MetresPerDegree(at: centre.latitude)
    pixelsPerMetre = min(frame.width / size.width, frame.height / size.height)
    origin = frame.centre
  }

  /// The size of an extent in metres, at least a metre each way.
  static func size(of extent: BoundingBox) -> (width: Double, height: Double) {
    let metres = MetresPerDegree(at: centre(of: extent).latitude)
    let degrees = extent.east - extent.west + (extent.crossesAntimeridian ? 360 : 0)
    return (
      max(1, degrees * metres.longitude), max(1, (extent.north - extent.south) * metres.latitude)
    )
  }

  private static func centre(of extent: BoundingBox) -> Coordinate {
    let east = extent.east + (extent.crossesAntimeridian ? 360 : 0)
    let longitude = (extent.west + east) / 2
    return Coordinate(
      uncheckedLongitude: longitude > 180 ? longitude - 360 : longitude,
      latitude: (extent.south + extent.north) / 2)
  }

  /// Where a position is drawn.
  func point(_ position: Coordinate) -> MapPoint {
    let difference = position.longitude - centre.longitude
    let east =
      difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference
    return MapPoint(
      x: origin.x + east * metres.longitude * pixelsPerMetre,
      y: origin.y - (position.latitude - centre.latitude) * metres.latitude * pixelsPerMetre)
  }

  /// What is drawn at a point; the numbers may lie outside the globe.
  func position(at point: MapPoint) -> (longitude: Double, latitude: Double) {
    (
      centre.longitude + (point.x - origin.x) / (metres.longitude * pixelsPerMetre),
      centre.latitude - (point.y - origin.y) / (metres.latitude * pixelsPerMetre)
    )
  }

  /// An area as the data of a path.
  func path(_ area: MultiPolygon) -> String {
    area.polygons.flatMap(\.rings).map { ring in
      SVGWriter.path(ring.positions.dropLast().map(point), isClosed: true)
    }
    .joined()
  }

  /// How long a length is drawn.
  func pixels(_ length: Length) -> Double { length.metres * pixelsPerMetre }
}
