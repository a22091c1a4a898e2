import Words

/// One feature, read.
extension FeatureRows {
  mutating func readFeature(_ scanner: inout JSONScanner) throws {
    var feature = Feature()
    guard scanner.peek() == 0x7B else {
      try scanner.skip()
      feature.fault = Sheet.Fault(Sentence("table.featureNoObject"), isOfPlace: false)
      features.append(feature)
      return
    }
    var type = ""
    try scanner.object { scanner, name in
      switch name {
      case "type" where scanner.peek() == 0x22: type = try scanner.string()
      case "id":
        feature.id = try value(&scanner) ?? .empty
      case "properties" where scanner.peek() == 0x7B:
        try readProperties(&scanner, of: &feature)
      case "geometry" where scanner.peek() == 0x7B:
        switch try FeatureGeometry(&scanner).place {
        case .nowhere: break
        case .point(let corner): feature.position = corner
        case .shape(let fault): feature.note(fault)
        }
      case "properties", "geometry":
        if try scanner.compact() != "null" {
          feature.note(
            Sheet.Fault(
              Sentence("table.memberNoObject", ["name": name]), isOfPlace: name == "geometry"))
        }
      default: try scanner.skip()
      }
    }
    if type != "Feature" {
      feature.note(Sheet.Fault(Sentence("table.noFeature", ["type": type]), isOfPlace: false))
    }
    features.append(feature)
  }

  /// Reads the properties into cells.
  private mutating func readProperties(
    _ scanner: inout JSONScanner, of feature: inout Feature
  ) throws {
    try scanner.object { scanner, name in
      let (column, isRepeated) = header.column(name, of: features.count + 1)
      if isRepeated {
        feature.note(
          Sheet.Fault(Sentence("table.repeatedProperty", ["name": name]), isOfPlace: false))
      }
      guard column < CSVReader.mostFields else {
        throw Problem(
          features.count + 1, Sentence("table.mostProperties", ["mostFields": CSVReader.mostFields])
        )
      }
      guard let value = try value(&scanner) else {
        return feature.note(
          Sheet.Fault(Sentence("table.largeNumber", ["name": name]), isOfPlace: false))
      }
      guard value != .empty else { return }
      feature.cells.append((column, value))
    }
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
