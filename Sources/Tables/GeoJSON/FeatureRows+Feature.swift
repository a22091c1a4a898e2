import Words

/// One feature, read.
extension FeatureRows {
  mutating func readFeature(_ scanner: inout JSONScanner) throws {
    let number = features.count + 1
    var feature = Feature()
    guard scanner.peek() == 0x7B else {
      try scanner.skip()
      note(Problem(number, Sentence("table.featureNoObject")))
      features.append(feature)
      return
    }
    var type = ""
    var problem: Sentence?
    try scanner.object { scanner, name in
      switch name {
      case "type" where scanner.peek() == 0x22: type = try scanner.string()
      case "id":
        feature.id = try value(&scanner) ?? .empty
      case "properties" where scanner.peek() == 0x7B:
        problem = try readProperties(&scanner, of: &feature) ?? problem
      case "geometry" where scanner.peek() == 0x7B:
        switch try FeatureGeometry(&scanner).place {
        case .nowhere: break
        case .point(let corner): feature.position = corner
        case .shape(let fault): feature.fault = fault
        }
      case "properties", "geometry":
        if try scanner.compact() != "null" {
          problem = Sentence("table.memberNoObject", ["name": name])
        }
      default: try scanner.skip()
      }
    }
    if type != "Feature" { problem = Sentence("table.noFeature", ["type": type]) }
    if let problem {
      note(Problem(number, problem))
    } else if let fault = feature.fault, feature.cells.isEmpty, feature.id == .empty {
      // Nothing says what relic it may be.
      note(Problem(number, fault.reason))
    }
    features.append(feature)
  }

  /// Reads the properties into cells, and gives back what is wrong with them.
  private mutating func readProperties(
    _ scanner: inout JSONScanner, of feature: inout Feature
  ) throws -> Sentence? {
    var problem: Sentence?
    try scanner.object { scanner, name in
      let (column, isRepeated) = header.column(name, of: features.count + 1)
      if isRepeated { problem = Sentence("table.repeatedProperty", ["name": name]) }
      guard column < CSVReader.mostFields else {
        throw Problem(
          features.count + 1, Sentence("table.mostProperties", ["mostFields": CSVReader.mostFields])
        )
      }
      guard let value = try value(&scanner) else {
        problem = Sentence("table.largeNumber", ["name": name])
        return
      }
      guard value != .empty else { return }
      feature.cells.append((column, value))
    }
    return problem
  }

  /// A value as a cell; nil where it is a number beyond every double.
  private func value(_ scanner: inout JSONScanner) throws -> Sheet.Value? {
    switch scanner.peek() {
    case 0x22:
      let text = try scanner.string()
      return text.isEmpty ? .empty : .text(text)
    case 0x7B, 0x5B: return .text(try scanner.compact())
    case 0x74, 0x66, 0x6E:
      let word = try scanner.literal()
      return word == "null" ? .empty : .flag(word == "true")
    default:
      let digits = try scanner.number()
      guard let number = Double(digits), number.isFinite else { return nil }
      let isInteger = !digits.contains { ".eE".contains($0) }
      // Beyond 2^53 the digits of a code would change.
      return isInteger && number.magnitude > 9_007_199_254_740_992
        ? .text(String(digits)) : .number(number)
    }
  }
}
