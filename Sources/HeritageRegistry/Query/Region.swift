public import Geodesy

/// A strip of land along lines: a road, a pipeline.
public struct Corridor: Hashable, Sendable {
  /// The lines, whose segments are geodesics.
  public let lines: [LineString]
  /// The greatest distance from the nearest line.
  public let distance: Length

  /// Makes a corridor.
  ///
  /// - Throws: ``RegistryError/badRadius(metres:)`` when the distance is not a positive length.
  public init(along lines: [LineString], distance: Length) throws(RegistryError) {
    guard distance.metres > 0, distance.metres.isFinite else {
      throw .badRadius(metres: distance.metres)
    }
    self.lines = lines
    self.distance = distance
  }
}

/// What a query asks of a position beyond a box: a radius, areas, a corridor, or several of them.
struct Region {
  /// A place with an accuracy of its own, and the greatest distance from it.
  struct Circle {
    let centre: Coordinate
    /// nil where nobody knows.
    let accuracy: Length?
    let radius: Length
  }

  var circle: Circle?
  var areas: [MultiPolygon] = []
  var corridor: Corridor?

  var isEverywhere: Bool { circle == nil && areas.isEmpty && corridor == nil }

  /// Boxes that together hold every position within `reach` of the region.
  func boxes(reach: Length) -> [BoundingBox] {
    if let circle {
      let radius = circle.radius + reach + (circle.accuracy ?? .metres(0))
      return BoundingBox(around: circle.centre, radius: radius).parts
    }
    if let corridor {
      return corridor.lines.flatMap { $0.boxes }
        .flatMap { $0.expanded(by: corridor.distance + reach).parts }
    }
    return areas.flatMap { $0.boundingBox.expanded(by: reach).parts }
  }

  /// Whether a position lies in the region; nil when it does not, not even possibly.
  ///
  /// - Parameters:
  ///   - isInside: What GEOS says of the areas.
  ///   - distance: From the centre of the circle.
  func certainty(
    of position: Coordinate, accuracy: Length?, isInside: Bool, distance: Length?
  ) -> Certainty? {
    var worst = Certainty.certain
    func weaken(to certainty: Certainty?) -> Bool {
      guard let certainty else { return false }
      worst = max(worst, certainty)
      return true
    }
    if let circle, let distance {
      let both = accuracy.flatMap { own in circle.accuracy.map { own + $0 } }
      guard
        weaken(to: Certainty(distance: distance, accuracy: both, radius: circle.radius))
      else { return nil }
    }
    if !areas.isEmpty {
      guard weaken(to: areaCertainty(of: position, accuracy: accuracy, isInside: isInside)) else {
        return nil
      }
    }
    if let corridor {
      let nearest = corridor.lines.map { $0.distance(from: position) }.min() ?? .metres(.infinity)
      guard
        weaken(
          to: Certainty(distance: nearest, accuracy: accuracy, radius: corridor.distance))
      else { return nil }
    }
    return worst
  }

  /// The rule of the radius with the distance from the edge: inside it counts as negative.
  private func areaCertainty(
    of position: Coordinate, accuracy: Length?, isInside: Bool
  ) -> Certainty? {
    guard let accuracy else { return isInside ? .unknown : nil }
    let crossesEdge = areas.contains { $0.hasEdge(within: accuracy, of: position) }
    if isInside { return crossesEdge ? .likely : .certain }
    return crossesEdge ? .possible : nil
  }
}
