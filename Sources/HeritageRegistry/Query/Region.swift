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

  /// An area with its edges cut into pieces that are as good as straight in degrees.
  struct Area {
    let shape: MultiPolygon
    let edges: [LineString]
    let box: BoundingBox

    init(_ shape: MultiPolygon) {
      self.shape = shape
      edges = shape.straightEdges
      box = shape.boundingBox
    }
  }

  /// A piece of the corridor's lines, with boxes that hold it.
  struct Stretch {
    let line: LineString
    let boxes: [BoundingBox]
  }

  var circle: Circle?
  let areas: [Area]
  let corridor: Corridor?
  private let stretches: [Stretch]

  init(areas: [MultiPolygon], corridor: Corridor?) {
    self.areas = areas.map(Area.init)
    self.corridor = corridor
    // Long lines in some 100 pieces: few boxes to ask the R*Tree, few pieces to measure.
    let segments = corridor?.lines.reduce(0) { $0 + $1.positions.count } ?? 0
    stretches = (corridor?.lines ?? []).flatMap { $0.pieces(of: max(1, segments / 100)) }
      .map { Stretch(line: $0, boxes: BoundingBox.around($0.boxes)) }
  }

  var isEverywhere: Bool { circle == nil && areas.isEmpty && corridor == nil }

  /// Boxes that together hold every position within `reach` of the region.
  func boxes(reach: Length) -> [BoundingBox] {
    if let circle {
      let radius = circle.radius + reach + (circle.accuracy ?? .metres(0))
      return BoundingBox(around: circle.centre, radius: radius).parts
    }
    if let corridor {
      return stretches.flatMap(\.boxes)
        .flatMap { $0.expanded(by: corridor.distance + reach).parts }
    }
    return areas.flatMap { $0.box.expanded(by: reach).parts }
  }

  /// Whether a position lies in the region; nil when it does not, not even possibly.
  ///
  /// - Parameters:
  ///   - distance: From the centre of the circle.
  ///   - isInside: Whether an area, given by its number, holds the position, its edge included.
  func certainty(
    of position: Coordinate, accuracy: Length?, distance: Length?,
    isInside: (Int) throws -> Bool
  ) rethrows -> Certainty? {
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
    if let corridor {
      let reach = corridor.distance + (accuracy ?? .metres(0))
      let nearest = stretches.lazy.filter { stretch in
        stretch.boxes.contains { $0.expanded(by: reach).contains(position) }
          && stretch.line.isWithin(reach, of: position)
      }.map { $0.line.distance(from: position) }.min()
      guard let nearest,
        weaken(
          to: Certainty(distance: nearest, accuracy: accuracy, radius: corridor.distance))
      else { return nil }
    }
    guard !areas.isEmpty else { return worst }
    // Several areas may overlap or lie within each other: the best of them counts.
    let best = try areas.indices.compactMap { number in
      try areaCertainty(of: position, accuracy: accuracy, in: number, isInside: isInside)
    }.min()
    return weaken(to: best) ? worst : nil
  }

  /// The rule of the radius with the distance from the edge: inside it counts as negative.
  private func areaCertainty(
    of position: Coordinate, accuracy: Length?, in number: Int, isInside: (Int) throws -> Bool
  ) rethrows -> Certainty? {
    let area = areas[number]
    guard let accuracy else {
      return try area.box.contains(position) && isInside(number) ? .unknown : nil
    }
    guard area.box.expanded(by: accuracy).contains(position) else { return nil }
    let crossesEdge = area.edges.contains { $0.isWithin(accuracy, of: position) }
    if try isInside(number) { return crossesEdge ? .likely : .certain }
    return crossesEdge ? .possible : nil
  }
}
