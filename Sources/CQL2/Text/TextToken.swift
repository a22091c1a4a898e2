/// A word, a value or a sign of CQL2 text.
enum TextToken: Equatable {
  /// A name without quotes: a keyword, a property or a function.
  case word(String)
  /// A name in double quotes.
  case name(String)
  /// A text in single quotes, without them.
  case text(String)
  /// A number without a sign.
  case number(Double)
  /// A sign such as `(` or `<=`.
  case sign(String)
  case end
}

/// Text cut into tokens, each found as it is asked for.
struct TextTokens {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// The token at hand.
  private(set) var token = TextToken.end
  /// How many scalars stand before it.
  private(set) var start = 0

  init(_ text: String) throws(FilterFault) {
    scalars = Array(text.unicodeScalars)
    try advance()
  }

  var place: FilterFault.Place { .character(start) }

  /// What stands where the token at hand does, as it is written; nil at the end.
  var found: String? {
    guard token != .end else { return nil }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<min(index, start + 40)])
    return text
  }

  /// Whether the sign that comes after the token at hand is an opening parenthesis.
  var isCall: Bool {
    var next = index
    while next < scalars.count, scalars[next].isCQLSpace { next += 1 }
    return next < scalars.count && scalars[next] == "("
  }

  /// Goes on to the next token.
  mutating func advance() throws(FilterFault) {
    while index < scalars.count, scalars[index].isCQLSpace { index += 1 }
    start = index
    guard index < scalars.count else {
      token = .end
      return
    }
    let scalar = scalars[index]
    switch scalar {
    case "'": token = .text(try text())
    case "\"": token = .name(try name())
    case "0"..."9", ".": token = .number(try number())
    case "(", ")", ",", "=", "+", "-", "*", "/", "%", "^":
      index += 1
      token = .sign(String(scalar))
    case "<", ">":
      index += 1
      let next = index < scalars.count ? scalars[index] : " "
      let isPair = next == "=" || scalar == "<" && next == ">"
      if isPair { index += 1 }
      token = .sign(String(scalar) + (isPair ? String(next) : ""))
    default:
      if let wanted = scalar.fullWidthTwin {
        throw FilterFault(.fullWidth(String(scalar), wanted), at: place)
      }
      guard scalar.isCQLNameStart else {
        if scalar.isForbiddenInCQL { throw FilterFault(.character(scalar.value), at: place) }
        throw FilterFault(
          .unexpected(found: String(scalar), expected: [.operand]), at: place)
      }
      while index < scalars.count, scalars[index].isCQLNamePart { index += 1 }
      token = .word(string(start..<index))
    }
  }

  private func string(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  /// A text in single quotes: a quote within is written as two, or after a backslash.
  private mutating func text() throws(FilterFault) -> String {
    var text = String.UnicodeScalarView()
    index += 1
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.isForbiddenInCQL {
        throw FilterFault(.character(scalar.value), at: .character(index))
      }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if (scalar == "'" || scalar == "\\") && next == "'" {
        text.append("'")
        index += 2
      } else if scalar == "'" {
        index += 1
        return String(text)
      } else {
        text.append(scalar)
        index += 1
      }
    }
    throw FilterFault(.unclosed(.text), at: place)
  }

  /// A name in double quotes: a quote within is written as two, which goes beyond the grammar.
  private mutating func name() throws(FilterFault) -> String {
    var name = String.UnicodeScalarView()
    index += 1
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.isForbiddenInCQL {
        throw FilterFault(.character(scalar.value), at: .character(index))
      }
      index += 1
      if scalar == "\"" {
        guard index < scalars.count, scalars[index] == "\"" else { return String(name) }
        index += 1
      }
      name.append(scalar)
    }
    throw FilterFault(.unclosed(.name), at: place)
  }

  private mutating func number() throws(FilterFault) -> Double {
    func skipDigits() { while index < scalars.count, scalars[index].isDigit { index += 1 } }
    skipDigits()
    if index < scalars.count, scalars[index] == "." {
      index += 1
      skipDigits()
    }
    if index < scalars.count, scalars[index] == "e" || scalars[index] == "E" {
      index += 1
      if index < scalars.count, scalars[index] == "+" || scalars[index] == "-" { index += 1 }
      skipDigits()
    }
    // A name cannot follow at once: 10abc is neither.
    while index < scalars.count, scalars[index].isCQLNamePart { index += 1 }
    let written = string(start..<index)
    let padded = (written.hasPrefix(".") ? "0" : "") + written
    guard written.contains(where: { $0.isASCII && $0.isNumber }), let number = Double(padded),
      number.isFinite, !written.contains(where: { "xXpPnN".contains($0) })
    else { throw FilterFault(.number(written), at: place) }
    return number
  }
}
