import Foundation
import Words

/// The boundary paths of a hatch: polylines, or edges that are lines and arcs of circles.
struct HatchBoundary {
  private let groups: ArraySlice<Drawing.Group>
  private var index: Int

  init(_ entity: ArraySlice<Drawing.Group>) {
    groups = entity
    index = entity.firstIndex { $0.code == 91 } ?? entity.endIndex
  }

  /// The rings, their last point not repeated.
  ///
  /// - Throws: ``Faults`` for ellipses and splines, with the line.
  func rings() throws -> [[DrawingEntities.Point]] {
    var reader = self
    guard let count = try reader.integer(91) else { return [] }
    var rings: [[DrawingEntities.Point]] = []
    for _ in 0..<min(count, 100_000) {
      guard let kind = try reader.integer(92) else { break }
      rings.append(try kind & 2 != 0 ? reader.polyline() : reader.edges())
    }
    return rings
  }

  /// The next value of a code; what stands before it is passed over.
  private mutating func group(_ code: Int) -> Drawing.Group? {
    while index < groups.endIndex, groups[index].code != code { index += 1 }
    guard index < groups.endIndex else { return nil }
    defer { index += 1 }
    return groups[index]
  }

  private mutating func integer(_ code: Int) throws -> Int? {
    try group(code).map { Int(try DrawingEntities.number($0).clamped) }
  }

  private mutating func number(_ code: Int) throws -> Double {
    guard let group = group(code) else {
      throw Faults(
        Sentence("boundary.cutHatch"), at: .line(groups.last?.line ?? 1),
        cure: .say(Sentence("boundary.cureDXF")))
    }
    return try DrawingEntities.number(group)
  }

  private mutating func point(_ code: Int = 10) throws -> DrawingEntities.Point {
    let line = groups[min(index, groups.endIndex - 1)].line
    return DrawingEntities.Point(x: try number(code), y: try number(code + 10), line: line)
  }

  private mutating func polyline() throws -> [DrawingEntities.Point] {
    let hasBulges = try integer(72) == 1
    let count = try integer(93) ?? 0
    var vertices: [(DrawingEntities.Point, Double)] = []
    for _ in 0..<min(max(count, 0), groups.count) {
      let point = try point()
      var bulge = 0.0
      if hasBulges, index < groups.endIndex, groups[index].code == 42 { bulge = try number(42) }
      vertices.append((point, bulge))
    }
    if vertices.count > 1, vertices[0].0 == vertices[vertices.count - 1].0 { vertices.removeLast() }
    return vertices.indices.flatMap { index in
      let next = vertices[(index + 1) % vertices.count].0
      return [vertices[index].0]
        + Arc.points(from: vertices[index].0, to: next, bulge: vertices[index].1)
    }
  }

  private mutating func edges() throws -> [DrawingEntities.Point] {
    let count = try integer(93) ?? 0
    var points: [DrawingEntities.Point] = []
    for _ in 0..<min(max(count, 0), groups.count) {
      guard let kind = group(72) else { break }
      switch kind.value.trimmed {
      case "1":
        points.append(try point())
        _ = try point(11)
      case "2":
        let centre = try point()
        let radius = try number(40)
        let (from, to) = (try number(50) * .pi / 180, try number(51) * .pi / 180)
        // Of an arc that runs clockwise the angles are counted clockwise as well.
        let isCounterClockwise = try integer(73) != 0
        let start = isCounterClockwise ? from : -from
        let angle = isCounterClockwise ? to - from : from - to
        points.append(
          DrawingEntities.Point(
            x: centre.x + radius * cos(start), y: centre.y + radius * sin(start),
            line: centre.line))
        points += Arc.points(
          around: (centre.x, centre.y), radius: radius, from: start, angle: angle,
          line: centre.line)
      default:
        throw Faults(
          Sentence("boundary.curvedHatch"), at: .line(kind.line), value: kind.value.trimmed,
          cure: .say(Sentence("boundary.cureFlatten")))
      }
    }
    return points
  }
}

extension Double {
  /// The number where an integer can hold it.
  fileprivate var clamped: Double { Swift.min(1e9, Swift.max(-1e9, self)) }
}
