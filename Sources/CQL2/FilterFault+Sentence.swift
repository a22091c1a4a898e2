public import Words

extension FilterFault: Cause {
  /// Where, and what is wrong.
  public var sentence: Sentence {
    switch place {
    case .character(let offset):
      Sentence("cql.atCharacter", ["number": offset + 1, "reason": reason])
    case .pointer(let pointer) where !pointer.isEmpty:
      Sentence("cql.atPointer", ["pointer": pointer, "reason": reason])
    default: reason
    }
  }

  /// What is wrong, without its place.
  public var reason: Sentence {
    switch problem {
    case .empty: Sentence("cql.empty")
    case .unexpected(let found?, let expected):
      Sentence("cql.unexpected", ["found": found, "expected": expected.map(\.sentence)])
    case .unexpected(nil, let expected):
      Sentence("cql.ends", ["expected": expected.map(\.sentence)])
    case .unclosed(.text): Sentence("cql.unclosedText")
    case .unclosed(.name): Sentence("cql.unclosedName")
    case .character(let code):
      Sentence("cql.character", ["code": "U+" + Self.hexadecimal(code)])
    case .fullWidth(let found, let wanted):
      Sentence("cql.fullWidth", ["found": found, "wanted": wanted])
    case .number(let text): Sentence("cql.number", ["text": text])
    case .moment(let text): Sentence("cql.moment", ["text": text])
    case .tooComplex(let measure, let limit):
      Sentence("cql.tooComplex", ["what": measure.sentence, "limit": limit])
    case .unknownName(let name, let nearest?):
      Sentence("cql.nearName", ["name": name, "nearest": nearest])
    case .unknownName(let name, nil): Sentence("cql.unknownName", ["name": name])
    case .unknownFunction(let name, let nearest?):
      Sentence("cql.nearFunction", ["name": name, "nearest": nearest])
    case .unknownFunction(let name, nil): Sentence("cql.unknownFunction", ["name": name])
    case .operandCount(let name, let expected, let found):
      Sentence("cql.operandCount", ["name": name, "expected": expected, "found": found])
    case .kind(let found, let expected):
      Sentence("cql.kind", ["found": found.sentence, "expected": expected.map(\.spelling)])
    case .incomparable(let one, let other):
      Sentence(
        "cql.incomparable",
        ["one": one.sentence, "other": other.sentence, "spelling": one.spelling])
    case .pattern: Sentence("cql.pattern")
    case .outOfRange(let x, let y, let range):
      Sentence("cql.outOfRange", ["x": spelling(x), "y": spelling(y), "range": range.text])
    case .argumentRange(let name, let number, let range):
      Sentence(
        "cql.argumentRange",
        [
          "name": name, "number": spelling(number), "least": spelling(range.lowerBound),
          "most": spelling(range.upperBound),
        ])
    case .boxUpsideDown: Sentence("cql.boxUpsideDown")
    case .backwards: Sentence("cql.backwards")
    case .geometry(let shape): shape.sentence
    case .invalidGeometry(let reason): Sentence("cql.invalidGeometry", ["reason": reason])
    case .unknownObject: Sentence("cql.unknownObject")
    case .repeatedMember(let name): Sentence("cql.repeatedMember", ["name": name])
    case .noSpelling(let text): Sentence("cql.noSpelling", ["text": text])
    case .encoding: Sentence("cql.encoding")
    }
  }

  private static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension FilterLimits.Measure {
  var sentence: Sentence {
    switch self {
    case .bytes: Sentence("cql.measure.bytes")
    case .depth: Sentence("cql.measure.depth")
    case .nodes: Sentence("cql.measure.nodes")
    case .members: Sentence("cql.measure.members")
    case .vertices: Sentence("cql.measure.vertices")
    }
  }
}

extension FilterFault.Shape {
  var sentence: Sentence {
    switch self {
    case .openRing: Sentence("cql.shape.openRing")
    case .shortRing: Sentence("cql.shape.shortRing")
    case .shortLine: Sentence("cql.shape.shortLine")
    case .empty: Sentence("cql.shape.empty")
    case .position: Sentence("cql.shape.position")
    }
  }
}

extension FilterFault.Expectation {
  var sentence: Sentence {
    switch self {
    case .sign(let sign): Sentence(quoting: sign)
    case .operand: Sentence("cql.expected.operand")
    case .operation: Sentence("cql.expected.operation")
    case .number: Sentence("cql.expected.number")
    case .text: Sentence("cql.expected.text")
    case .name: Sentence("cql.expected.name")
    case .moment: Sentence("cql.expected.moment")
    case .geometry: Sentence("cql.expected.geometry")
    case .object: Sentence("cql.expected.object")
    case .array: Sentence("cql.expected.array")
    case .end: Sentence("cql.expected.end")
    }
  }
}

extension ValueKind {
  var sentence: Sentence {
    switch self {
    case .text: Sentence("cql.kind.text")
    case .number: Sentence("cql.kind.number")
    case .integer: Sentence("cql.kind.integer")
    case .boolean: Sentence("cql.kind.boolean")
    case .date: Sentence("cql.kind.date")
    case .timestamp: Sentence("cql.kind.timestamp")
    case .interval: Sentence("cql.kind.interval")
    case .geometry: Sentence("cql.kind.geometry")
    case .array: Sentence("cql.kind.array")
    }
  }
}

extension ValueKind {
  /// The kind, and how a literal of it is written where that is not plain.
  fileprivate var spelling: Sentence {
    switch self {
    case .text: Sentence("cql.write.text")
    case .date: Sentence("cql.write.date")
    case .timestamp: Sentence("cql.write.timestamp")
    case .interval: Sentence("cql.write.interval")
    default: sentence
    }
  }
}
