/// Makes closures of expressions that were checked.
struct FilterCompiler {
  typealias Subject = any FilterSubject
  /// Whether something is true of a subject; nil where it is neither true nor false.
  typealias Test = (Subject) -> Bool?
  /// A value for a subject; nil where there is none.
  typealias Fetch = (Subject) -> FilterValue?

  let functions: [FilterFunction]
  let space: FilterSpace

  /// What needs no subject.
  private struct Nothing: FilterSubject {
    func value(of name: String) -> FilterValue? { nil }
  }

  /// The value of an expression without properties and functions.
  func constant(_ expression: FilterExpression, _ places: FilterPlaces?) throws -> FilterValue? {
    try fetch(expression, places, folds: false)(Nothing())
  }

  func test(_ expression: FilterExpression, _ places: FilterPlaces?) throws -> Test {
    func inner(_ part: Int) -> FilterPlaces? { places.map { $0.parts[part] } }
    switch expression {
    case .boolean(let value): return { _ in value }
    case .operation(let operation, let operands):
      switch operation.family {
      case .logic: return try logic(operation, operands, places)
      case .comparison: return try comparison(operation, operands, places)
      case .like: return try like(operands, places)
      case .between:
        let value = try fetch(operands[0], inner(0))
        let lower = try fetch(operands[1], inner(1))
        let upper = try fetch(operands[2], inner(2))
        return { subject in
          guard let value = value(subject) else { return nil }
          let above = lower(subject).flatMap { value.order(to: $0) }.map { $0 >= 0 }
          let below = upper(subject).flatMap { value.order(to: $0) }.map { $0 <= 0 }
          if above == false || below == false { return false }
          return above == nil || below == nil ? nil : true
        }
      case .among: return try among(operands, places)
      case .isNull:
        let isTest = if case .operation(let inner, _) = operands[0] { inner.isTest } else { false }
        if isTest {
          let test = try test(operands[0], inner(0))
          return { test($0) == nil }
        }
        let value = try fetch(operands[0], inner(0))
        return { value($0) == nil }
      case .spatial: return try spatial(operation, operands, places)
      case .instants, .intervals:
        let one = try fetch(operands[0], inner(0))
        let other = try fetch(operands[1], inner(1))
        return { subject in
          guard let one = one(subject).flatMap(TimeSpan.init),
            let other = other(subject).flatMap(TimeSpan.init)
          else { return nil }
          return one.holds(operation, with: other)
        }
      case .array: return try arrays(operation, operands, places)
      case .folding, .arithmetic: return { _ in nil }
      }
    default:
      let value = try fetch(expression, places)
      return { if case .boolean(let value)? = value($0) { value } else { nil } }
    }
  }

  private func logic(
    _ operation: FilterOperation, _ operands: [FilterExpression], _ places: FilterPlaces?
  ) throws -> Test {
    var tests: [Test] = []
    for (index, operand) in operands.enumerated() {
      tests.append(try test(operand, places.map { $0.parts[index] }))
    }
    if operation == .not {
      let test = tests[0]
      return { test($0).map { !$0 } }
    }
    // What decides: false for AND, true for OR.
    let decisive = operation == .or
    return { [tests] subject in
      var result: Bool? = !decisive
      for test in tests {
        switch test(subject) {
        case decisive: return decisive
        case nil: result = nil
        default: break
        }
      }
      return result
    }
  }

  /// - Parameter folds: Whether a constant is made once.
  func fetch(
    _ expression: FilterExpression, _ places: FilterPlaces?, folds: Bool = true
  ) throws -> Fetch {
    func inner(_ part: Int) -> FilterPlaces? { places.map { $0.parts[part] } }
    if folds, expression.isConstant {
      let value = try constant(expression, places)
      return { _ in value }
    }
    switch expression {
    case .text(let text): return { _ in .text(text) }
    case .number(let number): return { _ in .number(number) }
    case .boolean(let value): return { _ in .boolean(value) }
    case .date(let day): return { _ in .date(day) }
    case .timestamp(let instant): return { _ in .timestamp(instant) }
    case .open: return { _ in nil }
    case .geometry(let geometry): return { _ in .geometry(geometry) }
    case .box(let box):
      let geometry = Geometry(box)
      return { _ in .geometry(geometry) }
    case .property(let name): return { $0.value(of: name) }
    case .array(let elements):
      var fetches: [Fetch] = []
      for (index, element) in elements.enumerated() {
        fetches.append(try fetch(element, inner(index)))
      }
      return { [fetches] subject in .array(fetches.compactMap { $0(subject) }) }
    case .interval(let lower, let upper):
      let lowerEnd = try end(lower, inner(0))
      let upperEnd = try end(upper, inner(1))
      return { subject in
        guard let lower = lowerEnd(subject), let upper = upperEnd(subject) else { return nil }
        return .interval(TimeSpan(from: lower.end, to: upper.end))
      }
    case .function(let name, let arguments):
      guard let function = functions.first(where: { $0.name == name }) else {
        throw FilterFault(.unknownFunction(name, nearest: nil), at: places?.place)
      }
      var fetches: [Fetch] = []
      for (index, argument) in arguments.enumerated() {
        fetches.append(try fetch(argument, inner(index)))
      }
      return { [fetches] subject in function.value(fetches.map { $0(subject) }) }
    case .operation(let operation, let operands):
      if operation.family == .folding {
        let text = try fetch(operands[0], inner(0))
        let fold = operation == .casei ? TextFolding.casei : TextFolding.accenti
        return { if case .text(let text)? = text($0) { .text(fold(text)) } else { nil } }
      }
      if operation.family == .arithmetic { return try arithmetic(operation, operands, places) }
      let test = try test(expression, places)
      return { test($0).map(FilterValue.boolean) }
    }
  }

  /// An end of an interval: none for '..', and nothing at all for a property without a value.
  private func end(
    _ expression: FilterExpression, _ places: FilterPlaces?
  ) throws -> (Subject) -> (end: TimeSpan.End?, Void)? {
    if expression == .open { return { _ in (nil, ()) } }
    let value = try fetch(expression, places)
    return { subject in
      switch value(subject) {
      case .date(let day): (.day(day), ())
      case .timestamp(let instant): (.instant(instant), ())
      default: nil
      }
    }
  }
}

extension FilterOperation {
  /// Whether it is true or false, and not another value.
  var isTest: Bool { family != .folding && family != .arithmetic }
}
