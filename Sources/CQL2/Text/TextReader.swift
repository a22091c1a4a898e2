/// Reads CQL2 text: operators by how tightly they bind, everything else by descent.
///
/// Source: OGC 21-065r2, annex B. It reads what the grammar allows, and parentheses around any
/// part.
struct TextReader {
  var tokens: TextTokens
  var budget: FilterBudget

  /// How tightly operators bind, from OR to the operand of a power.
  enum Binding: Int, Comparable {
    case or = 1, and, not, comparison, sum, product, power, operand

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    var tighter: Binding { Binding(rawValue: rawValue + 1) ?? .operand }
  }

  static func read(
    _ text: String, limits: FilterLimits
  ) throws(FilterFault) -> PlacedExpression {
    if text.utf8.count > limits.textBytes {
      throw FilterFault(.tooComplex(.bytes, limits.textBytes))
    }
    var reader = TextReader(tokens: try TextTokens(text), budget: FilterBudget(limits))
    if reader.tokens.token == .end { throw FilterFault(.empty) }
    let expression = try reader.expression(.or)
    guard reader.tokens.token == .end else { throw reader.unexpected([.operation, .end]) }
    return expression
  }

  func unexpected(_ expected: [FilterFault.Expectation]) -> FilterFault {
    FilterFault(.unexpected(found: tokens.found, expected: expected), at: tokens.place)
  }

  /// The word at hand in capital letters.
  var keyword: String? {
    if case .word(let word) = tokens.token { word.uppercased() } else { nil }
  }

  func isAt(_ sign: String) -> Bool { tokens.token == .sign(sign) }

  mutating func take(_ sign: String) throws(FilterFault) {
    guard isAt(sign) else { throw unexpected([.sign(sign)]) }
    try tokens.advance()
  }

  mutating func take(keyword word: String) throws(FilterFault) {
    guard keyword == word else { throw unexpected([.sign(word)]) }
    try tokens.advance()
  }

  /// An operation with its operands.
  func made(
    _ operation: FilterOperation, _ operands: [PlacedExpression], at place: FilterFault.Place
  ) throws(FilterFault) -> PlacedExpression {
    try PlacedExpression(operands, at: place, limits: budget.limits) {
      .operation(operation, $0)
    }
  }

  /// An expression whose operators bind at least so tightly.
  ///
  /// - Parameter isArgument: Whether parentheses around the whole are an array.
  mutating func expression(
    _ weakest: Binding, isArgument: Bool = false
  ) throws(FilterFault) -> PlacedExpression {
    var left = try operand(isArgument: isArgument)
    // A comparison of a comparison, and a power of a power, need parentheses.
    var tightest = Binding.power
    while let (binding, operation) = nextOperator, binding >= weakest, binding <= tightest {
      left = try expression(left, binding, operation)
      switch binding {
      case .comparison: tightest = .not
      case .power: tightest = .product
      default: tightest = binding
      }
    }
    return left
  }

  /// The operator at hand and how tightly it binds; the operation of a word that opens several is
  /// nil.
  private var nextOperator: (Binding, FilterOperation?)? {
    switch tokens.token {
    case .sign(let sign):
      switch sign {
      case "=", "<>", "<", ">", "<=", ">=": (.comparison, FilterOperation(rawValue: sign))
      case "+", "-": (.sum, FilterOperation(rawValue: sign))
      case "*", "/", "%": (.product, FilterOperation(rawValue: sign))
      case "^": (.power, .power)
      default: nil
      }
    case .word(let word):
      switch word.uppercased() {
      case "OR": (.or, .or)
      case "AND": (.and, .and)
      case "DIV": (.product, .integerDivide)
      case "NOT", "LIKE", "BETWEEN", "IN", "IS": (.comparison, nil)
      default: nil
      }
    default: nil
    }
  }

  /// What an operator makes of the operand before it and of what follows.
  private mutating func expression(
    _ left: PlacedExpression, _ binding: Binding, _ operation: FilterOperation?
  ) throws(FilterFault) -> PlacedExpression {
    let place = tokens.place
    guard let operation else { return try predicate(left, at: place) }
    var operands = [left]
    if operation == .and || operation == .or {
      while nextOperator?.1 == operation {
        try tokens.advance()
        operands.append(try expression(binding.tighter))
      }
    } else {
      try tokens.advance()
      operands.append(try expression(binding.tighter))
    }
    return try made(operation, operands, at: place)
  }

  /// What a word after an operand makes of it: LIKE, BETWEEN, IN, IS NULL, and their opposites.
  private mutating func predicate(
    _ left: PlacedExpression, at place: FilterFault.Place
  ) throws(FilterFault) -> PlacedExpression {
    var isDenied = keyword == "NOT"
    if isDenied { try tokens.advance() }
    let word = keyword
    guard word == "LIKE" || word == "BETWEEN" || word == "IN" || word == "IS" && !isDenied else {
      throw unexpected([.sign("LIKE"), .sign("BETWEEN"), .sign("IN")])
    }
    try tokens.advance()
    let found: PlacedExpression
    switch word {
    case "LIKE":
      found = try made(.like, [left, try expression(.sum)], at: place)
    case "BETWEEN":
      let lower = try expression(.sum)
      try take(keyword: "AND")
      found = try made(.between, [left, lower, try expression(.sum)], at: place)
    case "IN":
      let start = tokens.place
      guard isAt("(") else { throw unexpected([.sign("(")]) }
      let members = try list(ofArguments: false)
      if members.isEmpty {
        throw FilterFault(.unexpected(found: "()", expected: [.operand]), at: start)
      }
      let array = try array(members, at: start)
      found = try made(.in, [left, array], at: place)
    default:
      if keyword == "NOT" {
        isDenied = true
        try tokens.advance()
      }
      try take(keyword: "NULL")
      found = try made(.isNull, [left], at: place)
    }
    return isDenied ? try made(.not, [found], at: place) : found
  }
}
