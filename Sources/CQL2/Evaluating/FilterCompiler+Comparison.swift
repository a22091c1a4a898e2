import Glibc

extension FilterCompiler {
  /// Whether an order answers a comparison.
  private static func decision(_ operation: FilterOperation) -> (Int) -> Bool {
    switch operation {
    case .equal: { $0 == 0 }
    case .notEqual: { $0 != 0 }
    case .less: { $0 < 0 }
    case .greater: { $0 > 0 }
    case .lessOrEqual: { $0 <= 0 }
    default: { $0 >= 0 }
    }
  }

  func comparison(
    _ operation: FilterOperation, _ operands: [FilterExpression], _ places: FilterPlaces?
  ) throws -> Test {
    let decide = Self.decision(operation)
    if case .property(let name) = operands[0], operands[1].isConstant {
      guard let wanted = try constant(operands[1], places?.parts[1]) else { return { _ in nil } }
      if case .text(let wanted) = wanted {
        return { subject in
          guard case .text(let text)? = subject.value(of: name) else { return nil }
          return decide(TextOrder.compare(text, wanted))
        }
      }
      return { subject in subject.value(of: name).flatMap { $0.order(to: wanted) }.map(decide) }
    }
    let one = try fetch(operands[0], places?.parts[0])
    let other = try fetch(operands[1], places?.parts[1])
    return { subject in
      guard let one = one(subject), let other = other(subject) else { return nil }
      return one.order(to: other).map(decide)
    }
  }

  func like(_ operands: [FilterExpression], _ places: FilterPlaces?) throws -> Test {
    guard case .text(let written)? = try constant(operands[1], places?.parts[1]) else {
      return { _ in nil }
    }
    let pattern = LikePattern(written)
    let value = try fetch(operands[0], places?.parts[0])
    return { subject in
      guard case .text(let text)? = value(subject) else { return nil }
      return pattern.matches(text)
    }
  }

  func among(_ operands: [FilterExpression], _ places: FilterPlaces?) throws -> Test {
    let value = try fetch(operands[0], places?.parts[0])
    let members = operands[1].parts
    var constants: Set<MemberValue> = []
    var fetches: [Fetch] = []
    var hasNull = false
    for (index, member) in members.enumerated() {
      let places = places.map { $0.parts[1].parts[index] }
      if member.isConstant {
        if let value = try constant(member, places) {
          constants.insert(MemberValue(value))
        } else {
          hasNull = true
        }
      } else {
        fetches.append(try fetch(member, places))
      }
    }
    return { [constants, fetches, hasNull] subject in
      guard let value = value(subject) else { return nil }
      if constants.contains(MemberValue(value)) { return true }
      var result: Bool? = hasNull ? nil : false
      for fetch in fetches {
        switch fetch(subject).map({ $0.isSame(as: value) }) {
        case true?: return true
        case nil: result = nil
        default: break
        }
      }
      return result
    }
  }

  /// Numbers reckoned with: what has no finite result, such as a division by zero, is NULL.
  func arithmetic(
    _ operation: FilterOperation, _ operands: [FilterExpression], _ places: FilterPlaces?
  ) throws -> Fetch {
    let one = try fetch(operands[0], places?.parts[0])
    let other = try fetch(operands[1], places?.parts[1])
    let reckon: (Double, Double) -> Double =
      switch operation {
      case .add: { $0 + $1 }
      case .subtract: { $0 - $1 }
      case .multiply: { $0 * $1 }
      case .divide: { $0 / $1 }
      case .power: { pow($0, $1) }
      // The remainder has the sign of the dividend, and the quotient is cut towards zero.
      case .remainder: { fmod($0, $1) }
      default: { trunc($0 / $1) }
      }
    return { subject in
      guard case .number(let one)? = one(subject), case .number(let other)? = other(subject)
      else { return nil }
      let result = reckon(one, other)
      return result.isFinite ? .number(result) : nil
    }
  }

  func arrays(
    _ operation: FilterOperation, _ operands: [FilterExpression], _ places: FilterPlaces?
  ) throws -> Test {
    let one = try fetch(operands[0], places?.parts[0])
    let other = try fetch(operands[1], places?.parts[1])
    return { subject in
      guard case .array(let one)? = one(subject), case .array(let other)? = other(subject)
      else { return nil }
      func has(_ list: [FilterValue], _ value: FilterValue) -> Bool {
        list.contains { $0.isSame(as: value) }
      }
      switch operation {
      case .aEquals: return FilterValue.array(one).isSame(as: .array(other))
      case .aContains: return other.allSatisfy { has(one, $0) }
      case .aContainedBy: return one.allSatisfy { has(other, $0) }
      default: return one.contains { has(other, $0) }
      }
    }
  }
}
