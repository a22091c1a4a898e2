extension TextReader {
  /// A literal, a property, a function, or a whole expression in parentheses.
  mutating func operand(isArgument: Bool) throws(FilterFault) -> PlacedExpression {
    let place = tokens.place
    if isAt("(") { return try parentheses(isArgument: isArgument) }
    switch tokens.token {
    case .text(let text):
      try tokens.advance()
      return PlacedExpression(.text(text), at: place)
    case .number(let number):
      try tokens.advance()
      return PlacedExpression(.number(number), at: place)
    case .name(let name):
      try tokens.advance()
      return PlacedExpression(.property(name), at: place)
    case .sign("-"), .sign("+"): return try signed(at: place)
    case .word(let word): return try operand(named: word, at: place)
    default: throw unexpected([.operand])
    }
  }

  /// A number with its sign, or a property with a minus: -1 times it, as CQL2 JSON has it.
  private mutating func signed(at place: FilterFault.Place) throws(FilterFault) -> PlacedExpression
  {
    let isNegative = isAt("-")
    try tokens.advance()
    if case .number(let number) = tokens.token {
      try tokens.advance()
      return PlacedExpression(.number(isNegative ? -number : number), at: place)
    }
    guard isNegative else { throw unexpected([.number]) }
    let minus = PlacedExpression(.number(-1), at: place)
    return try made(.multiply, [minus, try nested(.operand)], at: place)
  }

  private mutating func operand(
    named word: String, at place: FilterFault.Place
  ) throws(FilterFault) -> PlacedExpression {
    let capitals = word.uppercased()
    switch capitals {
    case "NOT":
      try tokens.advance()
      return try made(.not, [try nested(.not)], at: place)
    case "AND", "OR", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV": throw unexpected([.operand])
    case "TRUE", "FALSE":
      try tokens.advance()
      return PlacedExpression(.boolean(capitals == "TRUE"), at: place)
    default: break
    }
    if let kind = GeometryWord(rawValue: capitals), try isGeometry() {
      return PlacedExpression(.geometry(try geometry(kind)), at: place)
    }
    guard tokens.isCall else {
      try tokens.advance()
      return PlacedExpression(.property(word), at: place)
    }
    try tokens.advance()
    switch capitals {
    case "BBOX": return PlacedExpression(.box(try box()), at: place)
    case "DATE", "TIMESTAMP":
      try take("(")
      let literal = try moment()
      switch (literal, capitals) {
      case (.date, "DATE"), (.timestamp, "TIMESTAMP"): break
      default: throw FilterFault(.moment(literal.momentText), at: place)
      }
      try take(")")
      return PlacedExpression(literal, at: place)
    case "INTERVAL":
      try take("(")
      let lower = try intervalEnd()
      try take(",")
      let upper = try intervalEnd()
      try take(")")
      return try PlacedExpression([lower, upper], at: place, limits: budget.limits) {
        .interval($0[0], $0[1])
      }
    default:
      let arguments = try list(ofArguments: true)
      if let operation = FilterOperation(name: capitals), operation.isCall {
        return try made(operation, arguments, at: place)
      }
      try budget.members(arguments.count, at: place)
      return try PlacedExpression(arguments, at: place, limits: budget.limits) {
        .function(word, $0)
      }
    }
  }

  /// A date or timestamp in quotes.
  private mutating func moment() throws(FilterFault) -> FilterExpression {
    guard case .text(let text) = tokens.token else { throw unexpected([.moment]) }
    let place = tokens.place
    guard let moment = FilterExpression(moment: text) else {
      throw FilterFault(.moment(text), at: place)
    }
    try tokens.advance()
    return moment
  }

  private mutating func intervalEnd() throws(FilterFault) -> PlacedExpression {
    let place = tokens.place
    if tokens.token == .text("..") {
      try tokens.advance()
      return PlacedExpression(.open, at: place)
    }
    if case .text = tokens.token { return PlacedExpression(try moment(), at: place) }
    return try nested(.operand)
  }

  /// What a sign or a word in front of it applies to.
  ///
  /// Parentheses count their depth themselves.
  private mutating func nested(_ weakest: Binding) throws(FilterFault) -> PlacedExpression {
    if isAt("(") { return try expression(weakest) }
    try budget.enter(at: tokens.place)
    let expression = try expression(weakest)
    budget.leave()
    return expression
  }

  /// Expressions in parentheses, with commas between them; none is allowed.
  ///
  /// - Parameter ofArguments: Whether parentheses around the whole of one are an array.
  mutating func list(ofArguments: Bool) throws(FilterFault) -> [PlacedExpression] {
    let start = tokens.place
    try budget.enter(at: start)
    try take("(")
    var elements: [PlacedExpression] = []
    while !isAt(")") || !elements.isEmpty {
      let element = try expression(.or, isArgument: ofArguments)
      elements.append(element)
      try budget.members(elements.count, at: start)
      guard isAt(",") else { break }
      try tokens.advance()
    }
    guard isAt(")") else { throw unexpected([.operation, .sign(","), .sign(")")]) }
    try tokens.advance()
    budget.leave()
    return elements
  }

  func array(
    _ elements: [PlacedExpression], at place: FilterFault.Place
  ) throws(FilterFault) -> PlacedExpression {
    try PlacedExpression(elements, at: place, limits: budget.limits) { .array($0) }
  }

  /// An expression in parentheses, or an array: no value or several, or the whole of an argument.
  private mutating func parentheses(isArgument: Bool) throws(FilterFault) -> PlacedExpression {
    let place = tokens.place
    let elements = try list(ofArguments: isArgument)
    if isArgument, elements.count != 1 || isAt(",") || isAt(")") {
      return try array(elements, at: place)
    }
    guard elements.count == 1 else {
      let found = elements.isEmpty ? "()" : ","
      throw FilterFault(.unexpected(found: found, expected: [.operand]), at: place)
    }
    return elements[0]
  }
}

extension FilterExpression {
  /// The literal of a date or of a timestamp.
  init?(moment text: String) {
    if let day = CalendarDay(text) {
      self = .date(day)
    } else if let instant = Instant(text) {
      self = .timestamp(instant)
    } else {
      return nil
    }
  }

  /// A date, a timestamp or an open end as it is written, without quotes; empty for anything else.
  var momentText: String {
    switch self {
    case .date(let day): day.text
    case .timestamp(let instant): instant.text
    case .open: ".."
    default: ""
    }
  }
}
