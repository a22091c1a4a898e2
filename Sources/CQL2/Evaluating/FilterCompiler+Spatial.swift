import Overlays

extension FilterOperation {
  /// How GEOS calls a spatial function.
  var shapeRelation: ShapeRelation? {
    switch self {
    case .sContains: .contains
    case .sCrosses: .crosses
    case .sDisjoint: .disjoint
    case .sEquals: .equals
    case .sIntersects: .intersects
    case .sOverlaps: .overlaps
    case .sTouches: .touches
    case .sWithin: .within
    default: nil
    }
  }
}

/// The plane of a compiled filter, made by the first spatial function in it.
final class FilterSpace {
  private var plane: ShapePlane?
  /// How often GEOS could not decide.
  var undecided = 0

  /// Opens GEOS, so that a filter which needs it fails before the first subject, not at each.
  @discardableResult
  func open() throws -> ShapePlane {
    let plane = try self.plane ?? ShapePlane()
    self.plane = plane
    return plane
  }

  func shape(_ geometry: Geometry) throws -> PlaneShape {
    try open().shape(geometry.wellKnownBinary)
  }
}

/// A geometry of a filter, with its boxes and, when GEOS is needed, its shape.
private final class FixedGeometry {
  let geometry: Geometry
  /// The boxes that it is, where it is nothing but boxes.
  let boxes: [GeometryBox]?
  private let space: FilterSpace
  private var parts: [PlaneShape]?

  init(_ geometry: Geometry, boxes: [GeometryBox]?, _ space: FilterSpace) {
    (self.geometry, self.boxes, self.space) = (geometry, boxes, space)
  }

  /// Its shapes, prepared: one, or those of a collection's parts.
  func shapes(eachPart: Bool) throws -> [PlaneShape] {
    if let parts { return parts }
    var geometries = [geometry]
    if eachPart, case .collection(let inner) = geometry.form { geometries = inner }
    let made = try geometries.map { try space.shape($0) }
    made.forEach { $0.prepare() }
    parts = made
    return made
  }
}

extension FilterCompiler {
  func spatial(
    _ operation: FilterOperation, _ operands: [FilterExpression], _ places: FilterPlaces?
  ) throws -> Test {
    guard let relation = operation.shapeRelation else { return { _ in nil } }
    try space.open()
    let fixed = try operands.enumerated().map { index, operand in
      try self.fixed(operand, places.map { $0.parts[index] })
    }
    let space = space
    // Of two operands one at most is asked for each subject as long as the other stands in the
    // filter.
    if let other = fixed[1] {
      let value = try fetch(operands[0], places?.parts[0])
      return { Self.relation(relation, value($0), other, space) }
    }
    if let one = fixed[0] {
      let value = try fetch(operands[1], places?.parts[1])
      return { Self.relation(relation.turned, value($0), one, space) }
    }
    let one = try fetch(operands[0], places?.parts[0])
    let other = try fetch(operands[1], places?.parts[1])
    return { subject in
      guard case .geometry(let other)? = other(subject) else { return nil }
      let fixed = FixedGeometry(other, boxes: nil, space)
      return Self.relation(relation, one(subject), fixed, space)
    }
  }

  /// A geometry that stands in the filter, held to be valid; nil for a property or a function.
  private func fixed(
    _ expression: FilterExpression, _ places: FilterPlaces?
  ) throws -> FixedGeometry? {
    switch expression {
    case .box(let box): return FixedGeometry(Geometry(box), boxes: box.parts, space)
    case .geometry(let geometry):
      if case .point(let at) = geometry.form {
        let box = GeometryBox(west: at.x, south: at.y, east: at.x, north: at.y)
        return FixedGeometry(geometry, boxes: [box], space)
      }
      if let fault = try space.shape(geometry).fault {
        throw FilterFault(.invalidGeometry(fault), at: places?.place)
      }
      return FixedGeometry(geometry, boxes: nil, space)
    default: return nil
    }
  }

  private static func relation(
    _ relation: ShapeRelation, _ value: FilterValue?, _ other: FixedGeometry, _ space: FilterSpace
  ) -> Bool? {
    guard case .geometry(let geometry)? = value else { return nil }
    let isEither = relation == .intersects || relation == .disjoint
    // Boxes that do not meet decide it, and a point and a box need no more.
    guard let box = geometry.bounds, let otherBox = other.geometry.bounds else {
      return relation == .disjoint
    }
    let meets = other.boxes.map { $0.contains { box.meets($0) } } ?? box.meets(otherBox)
    if !meets { return relation == .disjoint }
    if isEither, other.boxes != nil, case .point = geometry.form { return relation == .intersects }
    // Parts of a collection are prepared each on its own: the whole of it cannot be.
    guard let others = try? other.shapes(eachPart: isEither) else { return undecided(space) }
    var geometries = [geometry]
    if isEither, case .collection(let parts) = geometry.form { geometries = parts }
    var result: Bool? = relation == .disjoint
    for geometry in geometries {
      guard let shape = try? space.shape(geometry) else { return undecided(space) }
      for other in others {
        switch shape.relates(isEither ? .intersects : relation, to: other) {
        case true?: return relation != .disjoint
        case nil: result = nil
        default: break
        }
      }
    }
    return result ?? undecided(space)
  }

  private static func undecided(_ space: FilterSpace) -> Bool? {
    space.undecided += 1
    return nil
  }
}

extension ShapeRelation {
  /// The relation as the other shape has it.
  fileprivate var turned: ShapeRelation {
    switch self {
    case .contains: .within
    case .within: .contains
    default: self
    }
  }
}
