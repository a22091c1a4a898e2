extension Filter {
  /// The filter as CQL2 text, with as few parentheses as it needs; reading it gives the same
  /// filter.
  ///
  /// - Throws: ``FilterFault`` for a text that the grammar has no spelling for: a backslash before
  ///   a quote or at the end.
  public func text() throws(FilterFault) -> String { try expression.text() }
}

extension FilterExpression {
  /// The expression as CQL2 text.
  ///
  /// - Throws: ``FilterFault`` as ``Filter/text()`` does.
  public func text() throws(FilterFault) -> String {
    switch self {
    case .text(let text): return try Self.quoted(text)
    case .number(let number): return spelling(number)
    case .boolean(let value): return value ? "TRUE" : "FALSE"
    case .date: return "DATE('\(momentText)')"
    case .timestamp: return "TIMESTAMP('\(momentText)')"
    case .open: return "'..'"
    case .interval(let lower, let upper):
      func end(_ end: FilterExpression) throws(FilterFault) -> String {
        end.momentText.isEmpty ? try end.text() : "'\(end.momentText)'"
      }
      return "INTERVAL(\(try end(lower)),\(try end(upper)))"
    case .geometry(let geometry): return geometry.text
    case .box(let box):
      return "BBOX(" + box.numbers.map(spelling).joined(separator: ",") + ")"
    case .array(let elements): return try Self.list(elements)
    case .property(let name): return Self.name(name)
    case .function(let name, let arguments): return name + (try Self.list(arguments))
    case .operation(let operation, let operands): return try Self.text(operation, operands)
    }
  }

  private static func list(_ elements: [FilterExpression]) throws(FilterFault) -> String {
    var written: [String] = []
    for element in elements { written.append(try element.text()) }
    return "(" + written.joined(separator: ",") + ")"
  }

  private static func quoted(_ text: String) throws(FilterFault) -> String {
    var written = "'"
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if last == "\\", scalar == "'" { throw FilterFault(.noSpelling(text)) }
      if scalar == "'" { written.unicodeScalars.append("'") }
      written.unicodeScalars.append(scalar)
      last = scalar
    }
    if last == "\\" { throw FilterFault(.noSpelling(text)) }
    return written + "'"
  }

  private static let reserved: Set<String> = [
    "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV", "TRUE", "FALSE", "DATE",
    "TIMESTAMP", "INTERVAL", "BBOX", "CASEI", "ACCENTI",
  ]

  private static func name(_ name: String) -> String {
    if name.isCQLName, !reserved.contains(name.uppercased()),
      GeometryWord(rawValue: name.uppercased()) == nil
    {
      return name
    }
    var written = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" { written.unicodeScalars.append("\"") }
      written.unicodeScalars.append(scalar)
    }
    return written + "\""
  }

  /// How tightly the operator of it binds.
  private var binding: TextReader.Binding {
    guard case .operation(let operation, let operands) = self else { return .operand }
    switch operation.family {
    case .logic:
      switch operation {
      case .or: return .or
      case .and: return .and
      default: return operands.first.map { $0.deniedText != nil } == true ? .comparison : .not
      }
    case .comparison, .like, .between, .among, .isNull: return .comparison
    case .arithmetic:
      switch operation {
      case .add, .subtract: return .sum
      case .power: return .power
      default: return .product
      }
    default: return .operand
    }
  }

  /// The word of an operation that has a denied form: `NOT LIKE`; nil for the others.
  private var deniedText: String? {
    guard case .operation(let operation, _) = self else { return nil }
    switch operation {
    case .like, .between, .in, .isNull: return operation.rawValue
    default: return nil
    }
  }

  /// The operand in parentheses unless its operator binds so tightly.
  private func text(_ weakest: TextReader.Binding) throws(FilterFault) -> String {
    let written = try text()
    return binding >= weakest ? written : "(\(written))"
  }

  private static func text(
    _ operation: FilterOperation, _ operands: [FilterExpression]
  ) throws(FilterFault) -> String {
    if operation.isCall { return operation.rawValue.uppercased() + (try list(operands)) }
    switch operation.family {
    case .logic:
      if operation == .not {
        if operands[0].deniedText != nil, case .operation(let inner, let parts) = operands[0] {
          return try predicate(inner, parts, isDenied: true)
        }
        return "NOT " + (try operands[0].text(.comparison))
      }
      let binding: TextReader.Binding = operation == .or ? .and : .not
      var written: [String] = []
      for operand in operands { written.append(try operand.text(binding)) }
      return written.joined(separator: " \(operation.rawValue.uppercased()) ")
    case .like, .between, .among, .isNull:
      return try predicate(operation, operands, isDenied: false)
    default:
      let own = FilterExpression.operation(operation, operands).binding
      // Comparisons and powers do not chain; sums and products do, to the left.
      let chains = own == .sum || own == .product
      let left = try operands[0].text(chains ? own : own.tighter)
      return "\(left) \(operation.rawValue) \(try operands[1].text(own.tighter))"
    }
  }

  private static func predicate(
    _ operation: FilterOperation, _ operands: [FilterExpression], isDenied: Bool
  ) throws(FilterFault) -> String {
    let left = try operands[0].text(.sum)
    let not = isDenied ? "NOT " : ""
    switch operation {
    case .isNull: return "\(left) IS \(not)NULL"
    case .like: return "\(left) \(not)LIKE \(try operands[1].text(.sum))"
    case .in: return "\(left) \(not)IN \(try operands[1].text())"
    default:
      return
        "\(left) \(not)BETWEEN \(try operands[1].text(.sum)) AND \(try operands[2].text(.sum))"
    }
  }
}

extension Geometry {
  /// The geometry as well-known text.
  public var text: String {
    func list<Element>(_ elements: [Element], _ write: (Element) -> String) -> String {
      "(" + elements.map(write).joined(separator: ",") + ")"
    }
    func position(_ position: Position) -> String {
      ([position.x, position.y] + (position.z.map { [$0] } ?? [])).map(spelling)
        .joined(separator: " ")
    }
    func line(_ positions: [Position]) -> String { list(positions, position) }
    func rings(_ rings: [[Position]]) -> String { list(rings, line) }
    var hasHeights = false
    if case .collection = form {
    } else {
      form.forEachPosition { hasHeights = hasHeights || $0.z != nil }
    }
    let z = hasHeights ? " Z " : ""
    switch form {
    case .point(let point): return "POINT\(z)(\(position(point)))"
    case .line(let positions): return "LINESTRING\(z)\(line(positions))"
    case .polygon(let polygon): return "POLYGON\(z)\(rings(polygon))"
    case .points(let points): return "MULTIPOINT\(z)\(list(points) { "(\(position($0)))" })"
    case .lines(let lines): return "MULTILINESTRING\(z)\(rings(lines))"
    case .polygons(let polygons): return "MULTIPOLYGON\(z)\(list(polygons, rings))"
    case .collection(let parts): return "GEOMETRYCOLLECTION\(list(parts, \.text))"
    }
  }
}
