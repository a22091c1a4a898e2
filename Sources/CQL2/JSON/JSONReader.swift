/// Reads CQL2 JSON: the values that were read into an expression.
///
/// Source: OGC 21-065r2, annex C. Members that the schema does not know are passed over, as it
/// allows.
struct JSONReader {
  private var budget: FilterBudget

  static func read(_ bytes: [UInt8], limits: FilterLimits) throws(FilterFault) -> PlacedExpression {
    let value = try JSONParser.value(of: bytes, limits: limits)
    var reader = JSONReader(budget: FilterBudget(limits))
    return try reader.expression(value, "")
  }

  /// An expression.
  ///
  /// - Parameter pointer: The JSON pointer of the value.
  private mutating func expression(
    _ value: JSONValue, _ pointer: String
  ) throws(FilterFault) -> PlacedExpression {
    let place = FilterFault.Place.pointer(pointer)
    switch value {
    case .text(let text): return PlacedExpression(.text(text), at: place)
    case .number(let number): return PlacedExpression(.number(number), at: place)
    case .boolean(let value): return PlacedExpression(.boolean(value), at: place)
    case .array(let elements):
      let parts = try expressions(elements, pointer)
      return try made(parts, at: place) { .array($0) }
    case .object(let members): return try expression(members, pointer)
    case .null:
      throw FilterFault(.unexpected(found: value.found, expected: [.operand]), at: place)
    }
  }

  private mutating func expressions(
    _ values: [JSONValue], _ pointer: String
  ) throws(FilterFault) -> [PlacedExpression] {
    let place = FilterFault.Place.pointer(pointer)
    try budget.members(values.count, at: place)
    try budget.enter(at: place)
    var parts: [PlacedExpression] = []
    for (index, value) in values.enumerated() {
      parts.append(try expression(value, "\(pointer)/\(index)"))
    }
    budget.leave()
    return parts
  }

  private func made(
    _ parts: [PlacedExpression], at place: FilterFault.Place,
    _ make: ([FilterExpression]) -> FilterExpression
  ) throws(FilterFault) -> PlacedExpression {
    try PlacedExpression(parts, at: place, limits: budget.limits, make: make)
  }

  private mutating func expression(
    _ members: [JSONValue.Member], _ pointer: String
  ) throws(FilterFault) -> PlacedExpression {
    let place = FilterFault.Place.pointer(pointer)
    func member(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }
    if let name = member("op") {
      return try operation(try text(name, pointer + "/op"), member("args"), pointer)
    }
    if let name = member("property") {
      let name = try text(name, pointer + "/property")
      return PlacedExpression(.property(name), at: place)
    }
    if let date = member("date") {
      let text = try text(date, pointer + "/date")
      guard let day = CalendarDay(text) else {
        throw FilterFault(.moment(text), at: .pointer(pointer + "/date"))
      }
      return PlacedExpression(.date(day), at: place)
    }
    if let timestamp = member("timestamp") {
      let text = try text(timestamp, pointer + "/timestamp")
      guard let instant = Instant(text) else {
        throw FilterFault(.moment(text), at: .pointer(pointer + "/timestamp"))
      }
      return PlacedExpression(.timestamp(instant), at: place)
    }
    if let interval = member("interval") {
      let pointer = pointer + "/interval"
      let ends = try array(interval, pointer)
      guard ends.count == 2 else {
        throw FilterFault(
          .operandCount("interval", expected: 2, found: ends.count), at: .pointer(pointer))
      }
      let parts = [
        try intervalEnd(ends[0], pointer + "/0"), try intervalEnd(ends[1], pointer + "/1"),
      ]
      return try made(parts, at: place) { .interval($0[0], $0[1]) }
    }
    var coordinates = JSONGeometryReader(budget: budget)
    if let type = member("type") {
      let geometry = try coordinates.geometry(
        try text(type, pointer + "/type"), members, pointer, isPart: false)
      budget = coordinates.budget
      return PlacedExpression(.geometry(geometry), at: place)
    }
    if let box = member("bbox") {
      return PlacedExpression(.box(try coordinates.box(box, pointer + "/bbox")), at: place)
    }
    throw FilterFault(.unknownObject, at: place)
  }

  private mutating func operation(
    _ name: String, _ arguments: JSONValue?, _ pointer: String
  ) throws(FilterFault) -> PlacedExpression {
    let place = FilterFault.Place.pointer(pointer)
    let parts = try expressions(
      try array(arguments ?? .null, pointer + "/args"), pointer + "/args")
    if let operation = FilterOperation(name: name) {
      return try made(parts, at: place) { .operation(operation, $0) }
    }
    // The name has to have a spelling in text.
    guard name.isCQLName, GeometryWord(rawValue: name.uppercased()) == nil,
      !["DATE", "TIMESTAMP", "INTERVAL", "BBOX", "IS", "NULL", "TRUE", "FALSE"]
        .contains(name.uppercased())
    else { throw FilterFault(.unknownFunction(name, nearest: nil), at: .pointer(pointer + "/op")) }
    return try made(parts, at: place) { .function(name, $0) }
  }

  private mutating func intervalEnd(
    _ value: JSONValue, _ pointer: String
  ) throws(FilterFault) -> PlacedExpression {
    let place = FilterFault.Place.pointer(pointer)
    switch value {
    case .text(".."): return PlacedExpression(.open, at: place)
    case .text(let text):
      guard let moment = FilterExpression(moment: text) else {
        throw FilterFault(.moment(text), at: place)
      }
      return PlacedExpression(moment, at: place)
    case .object(let members): return try expression(members, pointer)
    default: throw FilterFault(.unexpected(found: value.found, expected: [.moment]), at: place)
    }
  }

  private func text(_ value: JSONValue, _ pointer: String) throws(FilterFault) -> String {
    if case .text(let text) = value { return text }
    throw FilterFault(
      .unexpected(found: value.found, expected: [.text]), at: .pointer(pointer))
  }

  private func array(_ value: JSONValue, _ pointer: String) throws(FilterFault) -> [JSONValue] {
    if case .array(let elements) = value { return elements }
    throw FilterFault(
      .unexpected(found: value.found, expected: [.array]), at: .pointer(pointer))
  }
}
