/// A position: longitude and latitude, or whatever the axes of the reference system are, and a
/// height.
public struct Position: Hashable, Sendable {
  /// Along the first axis, such as degrees east.
  public var x: Double
  /// Along the second axis, such as degrees north.
  public var y: Double
  /// The height; it takes no part in any comparison of places.
  public var z: Double?

  /// A position.
  public init(x: Double, y: Double, z: Double? = nil) { (self.x, self.y, self.z) = (x, y, z) }
}

/// A geometry in a plane: made once, asked often.
public struct Geometry: Hashable, Sendable {
  /// What it consists of.
  public let form: Form
  /// The smallest box around it, whose west is never above its east; nil where it has no position.
  public let bounds: GeometryBox?

  /// The seven kinds of geometries.
  public indirect enum Form: Hashable, Sendable {
    case point(Position)
    case line([Position])
    /// Closed rings: the shell, then the holes.
    case polygon([[Position]])
    case points([Position])
    case lines([[Position]])
    case polygons([[[Position]]])
    case collection([Geometry])
  }

  /// A geometry of its coordinates, which are taken as they are.
  public init(_ form: Form) {
    self.form = form
    bounds = GeometryBox(around: form)
  }

  /// A point.
  public init(x: Double, y: Double) { self.init(.point(Position(x: x, y: y))) }

  /// The area, line or point of a box; two areas where it crosses the meridian of 180°.
  public init(_ box: GeometryBox) {
    let parts = box.parts.map { part -> Form in
      let (west, south, east, north) = (part.west, part.south, part.east, part.north)
      func at(_ x: Double, _ y: Double) -> Position { Position(x: x, y: y) }
      if west == east, south == north { return .point(at(west, south)) }
      if west == east || south == north { return .line([at(west, south), at(east, north)]) }
      return .polygon([
        [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]
      ])
    }
    let polygons = parts.compactMap { if case .polygon(let rings) = $0 { rings } else { nil } }
    if parts.count == 1 {
      self.init(parts[0])
    } else if polygons.count == parts.count {
      self.init(.polygons(polygons))
    } else {
      self.init(.collection(parts.map { Geometry($0) }))
    }
  }

  /// The same geometry with other positions.
  public func mapping(_ body: (Position) -> Position) -> Geometry {
    switch form {
    case .point(let position): Geometry(.point(body(position)))
    case .line(let positions): Geometry(.line(positions.map(body)))
    case .polygon(let rings): Geometry(.polygon(rings.map { $0.map(body) }))
    case .points(let positions): Geometry(.points(positions.map(body)))
    case .lines(let lines): Geometry(.lines(lines.map { $0.map(body) }))
    case .polygons(let polygons):
      Geometry(.polygons(polygons.map { $0.map { $0.map(body) } }))
    case .collection(let parts): Geometry(.collection(parts.map { $0.mapping(body) }))
    }
  }

  /// Two geometries are equal where their coordinates are, one by one.
  public static func == (one: Geometry, other: Geometry) -> Bool { one.form == other.form }

  /// Feeds the coordinates.
  public func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

extension Geometry.Form {
  /// Calls a closure with each position.
  func forEachPosition(_ body: (Position) -> Void) {
    switch self {
    case .point(let position): body(position)
    case .line(let positions), .points(let positions): positions.forEach(body)
    case .polygon(let lines), .lines(let lines): for line in lines { line.forEach(body) }
    case .polygons(let polygons):
      for rings in polygons { for ring in rings { ring.forEach(body) } }
    case .collection(let parts): for part in parts { part.form.forEachPosition(body) }
    }
  }

  /// What is wrong with the number of its positions; nil where nothing is.
  var fault: FilterFault.Shape? {
    func fault(ofRings rings: [[Position]]) -> FilterFault.Shape? {
      if rings.isEmpty { return .empty }
      for ring in rings {
        if ring.count < 4 { return .shortRing }
        guard let first = ring.first, let last = ring.last, first.x == last.x, first.y == last.y
        else { return .openRing }
      }
      return nil
    }
    switch self {
    case .point: return nil
    case .line(let positions): return positions.count < 2 ? .shortLine : nil
    case .points(let positions): return positions.isEmpty ? .empty : nil
    case .lines(let lines):
      return lines.isEmpty ? .empty : lines.contains { $0.count < 2 } ? .shortLine : nil
    case .polygon(let rings): return fault(ofRings: rings)
    case .polygons(let polygons):
      return polygons.isEmpty ? .empty : polygons.lazy.compactMap(fault(ofRings:)).first
    case .collection(let parts):
      return parts.isEmpty ? .empty : parts.lazy.compactMap(\.form.fault).first
    }
  }
}
