/// Points in memory, sorted so that those near a place are found without looking at all of them.
///
/// Bands of latitude hold their points from west to east. A box is a run of points in each band that it meets;
/// which of them lie within the distance is decided on the ellipsoid, or, where a plane leaves no doubt, on
/// that.
public struct NearbyPoints: Sendable {
  private let coordinates: [Coordinate]
  private let radius: Length
  /// The points by band, and by longitude in a band.
  private let order: [Int32]
  private let longitudes: [Double]
  /// Where the points of each band begin among them, and one more.
  private let starts: [Int32]
  private let bandHeight: Double

  /// No band is lower than this: 36,000 bands are enough for any country.
  private static let leastHeight = 0.005
  /// What a box is widened by: the edge of a circle is not lost to rounding.
  private static let slack = 1e-7

  /// Sorts points to be asked for those within `radius` of one of them.
  ///
  /// - Complexity: O(n log n), some 40 bytes a point.
  public init(_ coordinates: [Coordinate], radius: Length) {
    self.coordinates = coordinates
    self.radius = radius
    let height = min(180, max(Self.leastHeight, radius.metres / 111_000))
    bandHeight = height
    func band(_ place: Int32) -> Int { Self.band(coordinates[Int(place)].latitude, height) }
    let count = Self.band(90, height) + 1
    var starts = [Int32](repeating: 0, count: count + 1)
    for place in coordinates.indices { starts[band(Int32(place)) + 1] += 1 }
    for index in 1...count { starts[index] += starts[index - 1] }
    var order = Array(0..<Int32(coordinates.count))
    order.sort { a, b in
      let bands = (band(a), band(b))
      if bands.0 != bands.1 { return bands.0 < bands.1 }
      return coordinates[Int(a)].longitude < coordinates[Int(b)].longitude
    }
    self.order = order
    self.starts = starts
    longitudes = order.map { coordinates[Int($0)].longitude }
  }

  /// The points within the radius of one of them, itself included, each once, in their order.
  ///
  /// - Complexity: O(log n + k) for the k points of the boxes around the circle.
  public func neighbours(of point: Int32, _ found: inout [Int32]) {
    let centre = coordinates[Int(point)]
    let plane = NearbyPlane(centre, radius: radius)
    let parts = BoundingBox(around: centre, radius: radius).parts
    for box in parts {
      let south = Self.band(box.south - Self.slack, bandHeight)
      for band in south...max(south, Self.band(box.north + Self.slack, bandHeight)) {
        let end = Int(starts[band + 1])
        var index = first(from: Int(starts[band]), to: end, west: box.west - Self.slack)
        while index < end, longitudes[index] <= box.east + Self.slack {
          let place = order[index]
          if place == point || isNear(coordinates[Int(place)], centre, plane) {
            found.append(place)
          }
          index += 1
        }
      }
    }
    found.sort()
    // The boxes on either side of the antimeridian may meet.
    guard parts.count > 1 else { return }
    var kept = 0
    for (index, place) in found.enumerated() where index == 0 || place != found[kept - 1] {
      found[kept] = place
      kept += 1
    }
    found.removeLast(found.count - kept)
  }

  private func isNear(_ place: Coordinate, _ centre: Coordinate, _ plane: NearbyPlane?) -> Bool {
    plane?.isWithin(place) ?? (Geodesic.distance(centre, place) <= radius)
  }

  private static func band(_ latitude: Double, _ height: Double) -> Int {
    Int((max(-90, min(90, latitude)) + 90) / height)
  }

  /// The first place in a run of the order that is no farther west.
  private func first(from start: Int, to end: Int, west: Double) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if longitudes[middle] < west { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
