import Foundation
import Geodesy
import Words

/// The closed outlines among the entities of a drawing.
struct DrawingEntities {
  /// A point, equal to another at the same place.
  struct Point: Hashable {
    let x: Double
    let y: Double
    let line: Int

    static func == (a: Point, b: Point) -> Bool { a.x == b.x && a.y == b.y }
    func hash(into hasher: inout Hasher) {
      hasher.combine(x)
      hasher.combine(y)
    }
  }

  /// A closed ring, its last point not repeated.
  struct Outline {
    let layer: String
    let line: Int
    let points: [Point]
  }

  private let groups: [Drawing.Group]
  private(set) var outlines: [Outline] = []
  private(set) var remarks: [BoundaryNote] = []
  private var open: [BoundaryNote] = []
  private var others: [String: Int] = [:]

  init(_ groups: [Drawing.Group]) { self.groups = groups }

  /// Reads the section of entities; blocks are not looked into.
  mutating func read() throws {
    var index = 0
    var isInside = !groups.contains { $0.code == 2 && $0.value.trimmed == "ENTITIES" }
    while index < groups.count {
      let group = groups[index]
      guard group.code == 0 else {
        index += 1
        continue
      }
      let name = group.value.trimmed
      var end = index + 1
      while end < groups.count, groups[end].code != 0 { end += 1 }
      if name == "SECTION" {
        isInside = groups[index..<end].contains { $0.code == 2 && $0.value.trimmed == "ENTITIES" }
      } else if name == "ENDSEC" {
        isInside = false
      } else if isInside {
        if name == "POLYLINE" {
          while end < groups.count,
            !(groups[end].code == 0 && groups[end].value.trimmed != "VERTEX")
          {
            end += 1
          }
        }
        try read(name, groups[index..<end])
      }
      index = end
    }
    for (name, count) in others.sorted(by: { $0.key < $1.key }) {
      remarks.append(
        BoundaryNote(
          Sentence("boundary.entities", ["name": name, "count": count]), isUnread: true))
    }
    remarks += open
  }

  /// Why there is no outline.
  var nothingFound: [BoundaryNote] {
    open.isEmpty
      ? [
        BoundaryNote(
          others["INSERT"] == nil
            ? Sentence("boundary.noOutlineDrawn") : Sentence("boundary.onlyBlocks"),
          cure: .say(Sentence("boundary.cureClose")))
      ]
      : open
  }

  private mutating func read(_ name: String, _ entity: ArraySlice<Drawing.Group>) throws {
    switch name {
    case "LWPOLYLINE": try readPolyline(entity)
    case "POLYLINE": try readOldPolyline(entity)
    case "HATCH":
      for ring in try HatchBoundary(entity).rings() where ring.count >= 3 {
        append(ring, entity)
      }
    case "INSERT", "CIRCLE", "ARC", "SPLINE", "LINE", "ELLIPSE", "REGION":
      others[name, default: 0] += 1
    default: break
    }
  }

  /// The text of a code of an entity.
  private static func text(_ code: Int, of entity: ArraySlice<Drawing.Group>) -> String? {
    entity.first { $0.code == code }?.value.trimmed
  }

  private mutating func append(_ points: [Point], _ entity: ArraySlice<Drawing.Group>) {
    outlines.append(
      Outline(
        layer: Self.text(8, of: entity) ?? "0", line: entity.first?.line ?? 1, points: points))
  }

  private mutating func readPolyline(_ entity: ArraySlice<Drawing.Group>) throws {
    try refuseMirrored(entity)
    var vertices: [(Point, bulge: Double)] = []
    for group in entity {
      switch group.code {
      case 10: vertices.append((Point(x: try number(group), y: .nan, line: group.line), 0))
      case 20 where !vertices.isEmpty:
        let last = vertices[vertices.count - 1].0
        vertices[vertices.count - 1].0 = Point(x: last.x, y: try number(group), line: last.line)
      case 42 where !vertices.isEmpty: vertices[vertices.count - 1].bulge = try number(group)
      default: break
      }
    }
    let flags = Self.text(70, of: entity).flatMap { Int($0) } ?? 0
    try close(vertices, isClosed: flags & 1 != 0, entity)
  }

  /// A polyline of R12: its vertices are entities of their own.
  private mutating func readOldPolyline(_ entity: ArraySlice<Drawing.Group>) throws {
    let first = entity.prefix { !($0.code == 0 && $0.value.trimmed == "VERTEX") }
    try refuseMirrored(first)
    let flags = Self.text(70, of: first).flatMap { Int($0) } ?? 0
    guard flags & (16 | 64) == 0 else {
      others["POLYFACE", default: 0] += 1
      return
    }
    var vertices: [(Point, bulge: Double)] = []
    var rest = entity.dropFirst(first.count)
    while let start = rest.first {
      let vertex =
        rest.prefix(1) + rest.dropFirst().prefix { $0.code != 0 }
      rest = rest.dropFirst(vertex.count)
      let kind = Self.text(70, of: vertex).flatMap { Int($0) } ?? 0
      // The control points of a spline do not lie on it.
      guard kind & 16 == 0, let x = vertex.first(where: { $0.code == 10 }),
        let y = vertex.first(where: { $0.code == 20 })
      else { continue }
      let bulge = try vertex.first { $0.code == 42 }.map(number) ?? 0
      vertices.append((Point(x: try number(x), y: try number(y), line: start.line), bulge))
    }
    try close(vertices, isClosed: flags & 1 != 0, first)
  }

  private mutating func close(
    _ vertices: [(Point, bulge: Double)], isClosed: Bool, _ entity: ArraySlice<Drawing.Group>
  ) throws {
    guard let first = vertices.first, let last = vertices.last else { return }
    var vertices = vertices
    let meets = vertices.count > 3 && hypot(first.0.x - last.0.x, first.0.y - last.0.y) <= 0.001
    guard isClosed || meets else {
      open.append(
        BoundaryNote(
          Sentence(
            "boundary.openPolyline",
            ["layer": Self.text(8, of: entity) ?? "0", "count": vertices.count]),
          at: .line(entity.first?.line ?? 1), cure: .say(Sentence("boundary.cureClose")),
          isUnread: true))
      return
    }
    if meets { vertices.removeLast() }
    var points: [Point] = []
    for (index, vertex) in vertices.enumerated() {
      points.append(vertex.0)
      let next = vertices[(index + 1) % vertices.count].0
      points += Arc.points(from: vertex.0, to: next, bulge: vertex.bulge)
    }
    append(points, entity)
  }

  /// A drawing of the other side of the plane is a mirror image.
  private func refuseMirrored(_ entity: ArraySlice<Drawing.Group>) throws {
    guard let z = entity.first(where: { $0.code == 230 }), try number(z) < 0 else { return }
    throw Faults(
      Sentence("boundary.mirrored"), at: .line(z.line), value: z.value.trimmed,
      cure: .say(Sentence("boundary.cureClose")))
  }

  private func number(_ group: Drawing.Group) throws -> Double { try Self.number(group) }

  /// The number of a group.
  static func number(_ group: Drawing.Group) throws -> Double {
    guard let number = Double(group.value.trimmed), number.isFinite else {
      throw Faults(
        Sentence("boundary.noNumber", ["code": group.code]), at: .line(group.line),
        value: String(group.value.prefix(40)), cure: .say(Sentence("boundary.cureDXF")))
    }
    return number
  }
}

/// Arcs as chords that lie within a millimetre of them.
enum Arc {
  /// How far a chord may lie from its arc, in metres.
  static let tolerance = 0.001

  /// The points between two vertices, without them; none for a straight edge.
  ///
  /// The bulge is the tangent of a quarter of the angle, positive to the left of the way.
  static func points(
    from a: DrawingEntities.Point, to b: DrawingEntities.Point, bulge: Double
  ) -> [DrawingEntities.Point] {
    let chord = hypot(b.x - a.x, b.y - a.y)
    guard bulge != 0, bulge.isFinite, chord > 0 else { return [] }
    let angle = 4 * atan(bulge)
    let radius = chord / (2 * sin(abs(angle) / 2))
    let side = (1 - bulge * bulge) / (4 * bulge)
    let centre = (
      x: (a.x + b.x) / 2 - side * (b.y - a.y), y: (a.y + b.y) / 2 + side * (b.x - a.x)
    )
    let start = atan2(a.y - centre.y, a.x - centre.x)
    return points(
      around: centre, radius: radius, from: start, angle: angle, line: a.line)
  }

  /// The points between the ends of an arc, without them.
  static func points(
    around centre: (x: Double, y: Double), radius: Double, from start: Double, angle: Double,
    line: Int
  ) -> [DrawingEntities.Point] {
    guard radius > tolerance else { return [] }
    let step = 2 * acos(1 - tolerance / radius)
    let count = min(100_000, Int((abs(angle) / step).rounded(.up)))
    guard count > 1 else { return [] }
    return (1..<count).map { number in
      let way = start + angle * Double(number) / Double(count)
      return DrawingEntities.Point(
        x: centre.x + radius * cos(way), y: centre.y + radius * sin(way), line: line)
    }
  }
}
