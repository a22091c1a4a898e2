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

  /// The edges of an area, cut into pieces that are as good as straight in degrees: outer rings
  /// counter-clockwise, holes clockwise.
  struct Area {
    let edges: [LineString]
    let box: BoundingBox

    init(_ shape: MultiPolygon) {
      edges = shape.rightHanded.straightEdges
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

  /// How sure it is that a position lies in the region; nil when it does not, not even possibly.
  ///
  /// - Parameters:
  ///   - distance: From the centre of the circle.
  ///   - isInside: Whether an area, given by its number, holds the position, its edge included.
  func presence(
    of position: Coordinate, accuracy: Length?, distance: Length?,
    isInside: (Int) throws -> Bool
  ) rethrows -> Presence? {
    var whole = Presence.certain
    if let circle, let distance {
      let both = accuracy.flatMap { own in circle.accuracy.map { own + $0 } }
      guard let part = Presence(distance: distance, accuracy: both, radius: circle.radius)
      else { return nil }
      whole = whole.and(part)
    }
    if let corridor {
      guard let part = presence(of: position, accuracy: accuracy, along: corridor)
      else { return nil }
      whole = whole.and(part)
    }
    guard !areas.isEmpty else { return whole }
    // Several areas may overlap or lie within each other.
    let parts = try areas.indices.compactMap { number in
      try presence(of: position, accuracy: accuracy, inArea: number, isInside: isInside)
    }
    return parts.dropFirst().reduce(parts.first) { $0?.or($1) }.map(whole.and)
  }

  private func presence(
    of position: Coordinate, accuracy: Length?, along corridor: Corridor
  ) -> Presence? {
    let reach = corridor.distance + (accuracy ?? .metres(0))
    let near = stretches.filter { stretch in
      stretch.boxes.contains { $0.expanded(by: reach).contains(position) }
        && stretch.line.isWithin(reach, of: position)
    }.map(\.line)
    guard let distance = near.map({ $0.distance(from: position) }).min() else { return nil }
    guard let accuracy, distance + accuracy > corridor.distance else {
      return Presence(distance: distance, accuracy: accuracy, radius: corridor.distance)
    }
    return Presence(
      share: CircleShare.inCorridor(
        along: near, distance: corridor.distance, centre: position, accuracy: accuracy),
      isBeyond: distance > corridor.distance)
  }

  private func presence(
    of position: Coordinate, accuracy: Length?, inArea number: Int,
    isInside: (Int) throws -> Bool
  ) rethrows -> Presence? {
    let area = areas[number]
    guard area.box.expanded(by: accuracy ?? .metres(0)).contains(position) else { return nil }
    let isInside = try isInside(number)
    guard let accuracy else {
      return isInside ? Presence(certainty: .unknown, share: nil, isBeyond: false) : nil
    }
    guard area.edges.contains(where: { $0.isWithin(accuracy, of: position) }) else {
      return isInside ? .certain : nil
    }
    // On the edge itself, and exact: inside.
    guard accuracy.metres > 0 else { return isInside ? .certain : nil }
    let share = CircleShare.inArea(
      boundedBy: area.edges, centre: position, accuracy: accuracy)
    return Presence(share: share, isBeyond: !isInside)
  }
}
