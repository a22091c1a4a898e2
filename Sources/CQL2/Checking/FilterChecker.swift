/// Holds an expression to the kinds of its values; without queryables to those of its literals
/// alone.
struct FilterChecker {
  let queryables: Queryables?
  let functions: [FilterFunction]?

  private static let scalars: [ValueKind] = [
    .text, .number, .integer, .boolean, .date, .timestamp,
  ]
  private static let numbers: [ValueKind] = [.number, .integer]
  private static let instants: [ValueKind] = [.date, .timestamp]

  func checkFilter(_ filter: Filter) throws(FilterFault) {
    try demand([.boolean], of: filter.expression, filter.places)
  }

  /// The kind of an expression, which is one of some; nil where only a subject could tell.
  @discardableResult
  private func demand(
    _ kinds: [ValueKind], of expression: FilterExpression, _ places: FilterPlaces?
  ) throws(FilterFault) -> ValueKind? {
    guard let kind = try kind(of: expression, places) else { return nil }
    guard kinds.contains(where: kind.compares(with:)) else {
      throw FilterFault(.kind(found: kind, expected: kinds), at: places?.place)
    }
    return kind
  }

  private func kind(
    of expression: FilterExpression, _ places: FilterPlaces?
  ) throws(FilterFault) -> ValueKind? {
    func inner(_ part: Int) -> FilterPlaces? { places.map { $0.parts[part] } }
    switch expression {
    case .text: return .text
    case .number: return .number
    case .boolean: return .boolean
    case .date: return .date
    case .timestamp: return .timestamp
    case .open: return nil
    case .interval(let lower, let upper):
      try demand(Self.instants, of: lower, inner(0))
      try demand(Self.instants, of: upper, inner(1))
      if let start = lower.instants?.first, let end = upper.instants?.last, start > end {
        throw FilterFault(.backwards, at: places?.place)
      }
      return .interval
    case .geometry(let geometry):
      if let bounds = geometry.bounds { try checkRange(bounds, places) }
      return .geometry
    case .box(let box):
      // Which side is the south is known when the axes are.
      if queryables != nil, box.south > box.north {
        throw FilterFault(.boxUpsideDown, at: places?.place)
      }
      try checkRange(box, places)
      return .geometry
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        _ = try kind(of: element, inner(index))
      }
      return .array
    case .property(let name):
      guard let queryables else { return nil }
      guard let kind = queryables.kinds[name] else {
        throw FilterFault(
          .unknownName(name, nearest: nearest(to: name, among: queryables.kinds.keys)),
          at: places?.place)
      }
      return kind
    case .function(let name, let arguments): return try kind(of: name, arguments, places)
    case .operation(let operation, let operands):
      return try kind(of: operation, operands, places)
    }
  }

  private func checkRange(_ box: GeometryBox, _ places: FilterPlaces?) throws(FilterFault) {
    guard let extent = queryables?.extent else { return }
    for (x, y) in [(box.west, box.south), (box.east, box.north)]
    where !extent.contains(x: x, y: y) {
      throw FilterFault(.outOfRange(x: x, y: y, within: extent), at: places?.place)
    }
  }

  private func kind(
    of name: String, _ arguments: [FilterExpression], _ places: FilterPlaces?
  ) throws(FilterFault) -> ValueKind? {
    guard let functions else {
      for (index, argument) in arguments.enumerated() {
        _ = try kind(of: argument, places.map { $0.parts[index] })
      }
      return nil
    }
    guard let function = functions.first(where: { $0.name == name }) else {
      throw FilterFault(
        .unknownFunction(name, nearest: nearest(to: name, among: functions.map(\.name))),
        at: places?.place)
    }
    try checkCount(name, function.arguments.count, arguments.count, places)
    for (index, argument) in arguments.enumerated() {
      let declared = function.arguments[index]
      try demand(declared.kinds, of: argument, places.map { $0.parts[index] })
      if let range = declared.range, case .number(let number) = argument, !range.contains(number) {
        throw FilterFault(
          .argumentRange(declared.name, number, in: range),
          at: places.map { $0.parts[index].place })
      }
    }
    return function.returns
  }

  private func checkCount(
    _ name: String, _ expected: Int, _ found: Int, _ places: FilterPlaces?
  ) throws(FilterFault) {
    guard expected == found else {
      throw FilterFault(
        .operandCount(name, expected: expected, found: found), at: places?.place)
    }
  }

  private func kind(
    of operation: FilterOperation, _ operands: [FilterExpression], _ places: FilterPlaces?
  ) throws(FilterFault) -> ValueKind? {
    func inner(_ part: Int) -> FilterPlaces? { places.map { $0.parts[part] } }
    func demandEach(_ kinds: [ValueKind]) throws(FilterFault) {
      for (index, operand) in operands.enumerated() {
        try demand(kinds, of: operand, inner(index))
      }
    }
    if !(operation == .and || operation == .or) || operands.count < 2 {
      try checkCount(operation.rawValue, operation.operandCount, operands.count, places)
    }
    switch operation.family {
    case .logic: try demandEach([.boolean])
    case .comparison: try checkComparable(operands, Self.scalars, places)
    case .between:
      try checkComparable(operands, Self.scalars.filter { $0 != .boolean }, places)
    case .among:
      guard case .array(let members) = operands[1] else {
        let found = try kind(of: operands[1], inner(1))
        throw FilterFault(
          .kind(found: found ?? .text, expected: [.array]), at: inner(1)?.place)
      }
      try checkComparable(operands[0], members, places)
    case .isNull: _ = try kind(of: operands[0], inner(0))
    case .like:
      try demandEach([.text])
      guard operands[1].isPattern else { throw FilterFault(.pattern, at: inner(1)?.place) }
    case .folding:
      try demandEach([.text])
      return .text
    case .spatial: try demandEach([.geometry])
    case .instants: try demandEach(Self.instants + [.interval])
    case .intervals: try demandEach([.interval])
    case .array: try demandEach([.array])
    case .arithmetic:
      try demandEach(Self.numbers)
      return .number
    }
    return .boolean
  }

  /// Whether all operands can be compared with the first.
  private func checkComparable(
    _ operands: [FilterExpression], _ kinds: [ValueKind], _ places: FilterPlaces?
  ) throws(FilterFault) {
    var first: ValueKind?
    for (index, operand) in operands.enumerated() {
      let places = places.map { $0.parts[index] }
      guard let kind = try demand(kinds, of: operand, places) else { continue }
      if let first, !first.compares(with: kind) {
        throw FilterFault(.incomparable(first, kind), at: places?.place)
      }
      first = first ?? kind
    }
  }

  private func checkComparable(
    _ value: FilterExpression, _ members: [FilterExpression], _ places: FilterPlaces?
  ) throws(FilterFault) {
    let flat = places.map {
      FilterPlaces(place: $0.place, parts: [$0.parts[0]] + $0.parts[1].parts)
    }
    try checkComparable([value] + members, Self.scalars, flat)
  }
}

extension FilterExpression {
  /// The first and the last instant of a date or a timestamp; nil for anything else.
  fileprivate var instants: (first: Instant, last: Instant)? {
    switch self {
    case .date(let day): (Instant(startOf: day), Instant(endOf: day))
    case .timestamp(let instant): (instant, instant)
    default: nil
    }
  }

  /// Whether it can be the pattern of LIKE: a text, in any case or with any accents.
  var isPattern: Bool {
    switch self {
    case .text: true
    case .operation(let operation, let operands):
      operation.family == .folding && operands.allSatisfy(\.isPattern)
    default: false
    }
  }
}
