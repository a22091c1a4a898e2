import Geodesy
import Roads

/// A line of a layer on a flat map of the whole layer, in metres.
struct FlatLine {
  /// A place on the map.
  struct Point: Hashable {
    var x: Double
    var y: Double

    func distance(to other: Point) -> Double {
      let (dx, dy) = (other.x - x, other.y - y)
      return (dx * dx + dy * dy).squareRoot()
    }
  }

  var points: [Point]
  var road: LineRoads.Road
  /// Where it is cut: a segment, a share of it, and the corner that is put there.
  var cuts: [(segment: Int, share: Double, corner: UInt32)] = []

  /// The length, in metres.
  var length: Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }
}

/// The flat map: metres along and across the middle of the layer.
///
/// Distances of some metres are true to a hundredth anywhere in a county.
struct FlatMap {
  private let middle: Coordinate
  private let scale: (x: Double, y: Double)

  init(around box: BoundingBox) {
    let middle = Coordinate(
      uncheckedLongitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
    func metres(_ longitude: Double, _ latitude: Double) -> Double {
      let other = Coordinate(
        uncheckedLongitude: middle.longitude + longitude, latitude: middle.latitude + latitude)
      return Geodesic.distance(middle, other).metres
    }
    self.middle = middle
    scale = (metres(0.01, 0) * 100, metres(0, 0.01) * 100)
  }

  func point(_ place: Coordinate) -> FlatLine.Point {
    FlatLine.Point(
      x: (place.longitude - middle.longitude) * scale.x,
      y: (place.latitude - middle.latitude) * scale.y)
  }

  func place(_ point: FlatLine.Point) -> Coordinate {
    Coordinate(
      uncheckedLongitude: middle.longitude + point.x / scale.x,
      latitude: middle.latitude + point.y / scale.y)
  }
}
