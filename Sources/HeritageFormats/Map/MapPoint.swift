/// A point of a picture, in pixels from its upper left corner.
struct MapPoint: Hashable, Sendable {
  /// To the right.
  var x: Double
  /// Downwards.
  var y: Double

  static func + (a: MapPoint, b: MapPoint) -> MapPoint { MapPoint(x: a.x + b.x, y: a.y + b.y) }

  /// The square of the distance to another point.
  func squaredDistance(to other: MapPoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
