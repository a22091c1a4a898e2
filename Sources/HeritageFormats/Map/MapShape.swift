public import Geodesy

/// What was asked for by its place, drawn over the ground so that a reader sees where the answer ends.
public enum MapShape: Hashable, Sendable {
  /// The circle of a radius around a point, with what the point is called.
  case ring(centre: Coordinate, radius: Length?, name: String?)
  /// An area.
  case area(MultiPolygon)
  /// A line with the distance on both sides of it.
  case corridor(LineString, Length)

  /// The boxes that together hold it, with some surroundings.
  var boxes: [BoundingBox] {
    switch self {
    case .ring(let centre, let radius, _):
      return [BoundingBox(around: centre, radius: radius ?? .metres(500))]
    case .area(let area):
      let box = area.boundingBox
      let size = MapProjection.size(of: box)
      return [box.expanded(by: .metres(max(250, max(size.width, size.height) / 4)))]
    case .corridor(let line, let distance): return line.boxes.map { $0.expanded(by: distance) }
    }
  }
}
