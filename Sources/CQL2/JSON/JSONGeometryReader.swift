/// Reads the geometries and boxes of CQL2 JSON, which are those of GeoJSON.
struct JSONGeometryReader {
  private(set) var budget: FilterBudget

  init(budget: FilterBudget) { self.budget = budget }

  /// A geometry of its members.
  ///
  /// - Parameter isPart: Whether it stands in a collection, where no other collection may.
  mutating func geometry(
    _ type: String, _ members: [JSONValue.Member], _ pointer: String, isPart: Bool
  ) throws(FilterFault) -> Geometry {
    func member(_ name: String) -> JSONValue { members.first { $0.name == name }?.value ?? .null }
    let coordinates = member("coordinates")
    let inner = pointer + "/coordinates"
    let form: Geometry.Form
    switch type {
    case "Point": form = .point(try position(coordinates, inner))
    case "LineString": form = .line(try line(coordinates, inner))
    case "Polygon": form = .polygon(try lines(coordinates, inner))
    case "MultiPoint": form = .points(try line(coordinates, inner))
    case "MultiLineString": form = .lines(try lines(coordinates, inner))
    case "MultiPolygon":
      var polygons: [[[Position]]] = []
      for (index, polygon) in try array(coordinates, inner).enumerated() {
        polygons.append(try lines(polygon, "\(inner)/\(index)"))
      }
      form = .polygons(polygons)
    case "GeometryCollection" where !isPart:
      var parts: [Geometry] = []
      let inner = pointer + "/geometries"
      for (index, part) in try array(member("geometries"), inner).enumerated() {
        let place = "\(inner)/\(index)"
        guard case .object(let members) = part,
          case .text(let type)? = members.first(where: { $0.name == "type" })?.value
        else { throw unexpected(part, [.geometry], place) }
        parts.append(try geometry(type, members, place, isPart: true))
      }
      form = .collection(parts)
    default: throw unexpected(.text(type), [.geometry], pointer + "/type")
    }
    if let fault = form.fault { throw FilterFault(.geometry(fault), at: .pointer(pointer)) }
    return Geometry(form)
  }

  /// A box of four numbers, or of six.
  func box(_ value: JSONValue, _ pointer: String) throws(FilterFault) -> GeometryBox {
    let numbers = try numbers(value, pointer)
    guard let box = GeometryBox(numbers) else {
      throw FilterFault(
        .operandCount("bbox", expected: numbers.count > 4 ? 6 : 4, found: numbers.count),
        at: .pointer(pointer))
    }
    return box
  }

  private func unexpected(
    _ value: JSONValue, _ expected: [FilterFault.Expectation], _ pointer: String
  ) -> FilterFault {
    FilterFault(.unexpected(found: value.found, expected: expected), at: .pointer(pointer))
  }

  private func array(_ value: JSONValue, _ pointer: String) throws(FilterFault) -> [JSONValue] {
    if case .array(let elements) = value { return elements }
    throw unexpected(value, [.array], pointer)
  }

  private func numbers(_ value: JSONValue, _ pointer: String) throws(FilterFault) -> [Double] {
    var numbers: [Double] = []
    for (index, element) in try array(value, pointer).enumerated() {
      guard case .number(let number) = element else {
        throw unexpected(element, [.number], "\(pointer)/\(index)")
      }
      numbers.append(number)
    }
    return numbers
  }

  private mutating func position(
    _ value: JSONValue, _ pointer: String
  ) throws(FilterFault) -> Position {
    try budget.vertex(at: .pointer(pointer))
    let numbers = try numbers(value, pointer)
    guard numbers.count == 2 || numbers.count == 3 else {
      throw FilterFault(.geometry(.position), at: .pointer(pointer))
    }
    return Position(x: numbers[0], y: numbers[1], z: numbers.count == 3 ? numbers[2] : nil)
  }

  private mutating func line(
    _ value: JSONValue, _ pointer: String
  ) throws(FilterFault) -> [Position] {
    var positions: [Position] = []
    for (index, element) in try array(value, pointer).enumerated() {
      positions.append(try position(element, "\(pointer)/\(index)"))
    }
    return positions
  }

  private mutating func lines(
    _ value: JSONValue, _ pointer: String
  ) throws(FilterFault) -> [[Position]] {
    var lines: [[Position]] = []
    for (index, element) in try array(value, pointer).enumerated() {
      lines.append(try line(element, "\(pointer)/\(index)"))
    }
    return lines
  }
}
