/// A part of a filter that a store can answer from an index, before the rest decides.
public enum FilterCandidates: Hashable, Sendable {
  /// A property compared with a value: `=`, `<`, `<=`, `>` or `>=`.
  case compared(String, FilterOperation, FilterValue)
  /// A property that is one of some values.
  case among(String, [FilterValue])
  /// A property from a value to another, both included.
  case between(String, FilterValue, FilterValue)
  /// A text that begins so, code point by code point.
  case begins(String, String)
  /// A property that has no value.
  case missing(String)
  /// A geometry that meets a box.
  case meets(String, GeometryBox)
}

extension FilterExpression {
  /// The parts that all have to be true: those of an AND, and of the ANDs within it.
  public var conjuncts: [FilterExpression] {
    guard case .operation(.and, let operands) = self else { return [self] }
    return operands.flatMap(\.conjuncts)
  }

  /// What a store can be asked for so that nothing is missed of which this is true; nil where
  /// nothing narrows it down.
  ///
  /// What the store brings may be too much: it is still for the compiled filter to decide.
  public var candidates: FilterCandidates? {
    guard case .operation(let operation, let operands) = self, operands.count >= 1 else {
      return nil
    }
    switch operation {
    case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      if let name = operands[0].propertyName, let value = operands[1].constantValue {
        return .compared(name, operation, value)
      }
      if let name = operands[1].propertyName, let value = operands[0].constantValue {
        return .compared(name, operation.turned, value)
      }
    case .in:
      let values = operands[1].parts.map(\.constantValue)
      if let name = operands[0].propertyName, !values.contains(nil) {
        return .among(name, values.compactMap { $0 })
      }
    case .between:
      if let name = operands[0].propertyName, let lower = operands[1].constantValue,
        let upper = operands[2].constantValue
      {
        return .between(name, lower, upper)
      }
    case .like:
      if let name = operands[0].propertyName, case .text(let pattern)? = operands[1].constantValue {
        let prefix = LikePattern(pattern).prefix
        if !prefix.isEmpty { return .begins(name, String(decoding: prefix, as: UTF8.self)) }
      }
    case .isNull:
      if let name = operands[0].propertyName { return .missing(name) }
    case .sIntersects, .sContains, .sCrosses, .sEquals, .sOverlaps, .sTouches, .sWithin:
      for (one, other) in [(operands[0], operands[1]), (operands[1], operands[0])] {
        if let name = one.propertyName, let box = other.bounds { return .meets(name, box) }
      }
    default: break
    }
    return nil
  }

  private var propertyName: String? {
    if case .property(let name) = self { name } else { nil }
  }

  /// The value of an expression without properties and functions, and of no geometry; nil for NULL.
  private var constantValue: FilterValue? {
    guard isConstant, bounds == nil else { return nil }
    return try? FilterCompiler(functions: [], space: FilterSpace()).constant(self, nil)
  }

  private var bounds: GeometryBox? {
    switch self {
    case .box(let box): box
    case .geometry(let geometry): geometry.bounds
    default: nil
    }
  }
}

extension FilterOperation {
  /// The comparison with its operands exchanged.
  fileprivate var turned: FilterOperation {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}
