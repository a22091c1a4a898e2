import CQL2
import HeritageTestSupport
import Testing

@Suite("Filters of strangers")
struct HostileTests {
  static let hostile = [
    "x' OR '1'='1", "%", "_", "\\", "\u{0}", "\u{2028}", String(repeating: "长", count: 3_400),
    "'; DROP TABLE site; --", "\"", "\u{202E}", "a\u{301}",
  ]

  private static func replaced(_ expression: FilterExpression, _ text: String) -> FilterExpression {
    switch expression {
    case .text: .text(text)
    case .property: .property(text)
    case .array(let elements): .array(elements.map { replaced($0, text) })
    case .interval(let lower, let upper): .interval(replaced(lower, text), replaced(upper, text))
    case .operation(let operation, let operands):
      .operation(operation, operands.map { replaced($0, text) })
    case .function(let name, let arguments): .function(name, arguments.map { replaced($0, text) })
    default: expression
    }
  }

  @Test("Any text in any place of an example is that text again, or a fault", arguments: hostile)
  func replacedTexts(text: String) throws {
    for name in ExampleTests.text {
      let example = try Filter(text: TestFiles.example(name, "text"))
      let filter = Filter(Self.replaced(example.expression, text))
      if filter == example { continue }
      if let fault = Self.fault({ try Filter(json: filter.json()) }, is: filter) {
        #expect(text.contains("\u{0}"), "\(name): \(fault)")
      }
      if let fault = Self.fault({ try Filter(text: filter.text()) }, is: filter) {
        #expect(
          text.contains("\u{0}") || text == "\\" || fault.code == "filter-too-complex",
          "\(name): \(fault)")
      }
    }
  }

  /// Why a filter is not read; what is read has to be the filter that was written.
  private static func fault(_ read: () throws -> Filter, is filter: Filter) -> FilterFault? {
    switch Result(catching: read) {
    case .success(let again):
      #expect(again == filter)
      return nil
    case .failure(let error): return error as? FilterFault
    }
  }

  @Test("A text that reads like a filter finds nothing but itself")
  func noInjection() throws {
    let filter = try Filter(text: "name = 'x'' OR ''1''=''1'")
    let compiled = try filter.compiled(Queryables(["name": .text]))
    #expect(compiled.matches(TestFeature(values: ["name": .text("x' OR '1'='1")])))
    #expect(!compiled.matches(TestFeature(values: ["name": .text("x")])))
  }

  @Test(
    "1,600 levels are refused as too complex",
    arguments: [
      "(", "NOT ", "NOT (", "f(", "-", "a=(", "1+(", "INTERVAL(", "a IN (", "CASEI(", "a^(",
      "T_AFTER(INTERVAL(",
    ])
  func deepText(opening: String) throws {
    let limits = FilterLimits(textBytes: 100_000)
    let fault = #expect(throws: FilterFault.self) {
      try Filter(text: String(repeating: opening, count: 1_600) + "a", limits: limits)
    }
    #expect(fault?.code == "filter-too-complex")
  }

  @Test(
    "1,600 levels of JSON are refused as too complex",
    arguments: [
      "[", #"{"op":"not","args":["#, #"{"op":"and","args":[true,"#, #"{"interval":["#,
      #"{"type":"Polygon","coordinates":["#, #"{"a":"#,
    ])
  func deepJSON(opening: String) throws {
    let fault = #expect(throws: FilterFault.self) {
      try Filter(json: String(repeating: opening, count: 1_600))
    }
    #expect(fault?.code == "filter-too-complex")
  }

  @Test("Whatever depth is read can be written and read again")
  func deepest() throws {
    var json = "true"
    var levels = 1
    while let filter = try? Filter(json: json) {
      #expect(try Filter(text: filter.text()) == filter)
      json =
        levels % 2 == 0
        ? #"{"op":"not","args":[\#(json)]}"# : #"{"op":"and","args":[\#(json),true]}"#
      levels += 1
    }
    #expect(levels == 33)
  }

  @Test("Examples with random changes are read or refused, and what is read is written again")
  func mutations() throws {
    var random = SeededGenerator(seed: 20_240_520)
    let texts = try ExampleTests.text.map { Array(try TestFiles.example($0, "text").utf8) }
    let jsons = try ExampleTests.json.map { Array(try TestFiles.example($0, "json").utf8) }
    let pieces = [
      "(", ")", "'", "\"", ",", " AND ", " NOT ", "[", "]", "{", "}", "\\", "..", "1e999", "-",
      "\u{0}",
      "BBOX(", "POINT Z(", "INTERVAL(", "null", "é", "\u{FF}",
    ].map { Array($0.utf8) }
    var read = 0
    for round in 0..<Cases.count(20_000) {
      let isText = round % 2 == 0
      var bytes = (isText ? texts : jsons).randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<max(1, bytes.count), using: &random)
        let end = min(bytes.count, at + Int.random(in: 0...4, using: &random))
        let piece =
          Bool.random(using: &random)
          ? pieces.randomElement(using: &random) ?? []
          : [UInt8.random(in: 0...255, using: &random)]
        bytes.replaceSubrange(min(at, bytes.count)..<end, with: piece)
      }
      let filter =
        isText
        ? try? Filter(text: String(decoding: bytes, as: UTF8.self)) : try? Filter(json: bytes)
      guard let filter else { continue }
      read += 1
      #expect(try Filter(json: filter.json()) == filter)
      if let text = try? filter.text() { #expect(try Filter(text: text) == filter, "\(text)") }
    }
    #expect(read > 1_000)
  }
}
