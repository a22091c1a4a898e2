import Foundation
import Geodesy
import HeritageRegistry
import HeritageTestSupport
import Testing

@Suite("Values as JSON")
struct JSONTextTests {
  static let sample = FieldValue.object([
    .init("zeta", .text("城头山")),
    .init("alpha", .list([.integer(1), .decimal(2.50, places: 3), .flag(true), .null])),
    .init("middle", .object([.init("empty", .list([])), .init("none", .object([]))])),
    .init("level", .word("national", zh: "全国重点文物保护单位", en: "National unit")),
  ])

  @Test("Compact: one line, members in the order given")
  func compact() {
    #expect(
      JSONText.compact(Self.sample)
        == #"{"zeta":"城头山","alpha":[1,2.5,true,null],"middle":{"empty":[],"none":{}},"#
        + #""level":"national"}"#)
  }

  @Test("Pretty: two spaces a level, and a line break at the end")
  func pretty() {
    #expect(
      JSONText.pretty(Self.sample) == """
        {
          "zeta": "城头山",
          "alpha": [
            1,
            2.5,
            true,
            null
          ],
          "middle": {
            "empty": [],
            "none": {}
          },
          "level": "national"
        }

        """)
  }

  @Test(
    "Quotes, backslashes and control characters are escaped, and nothing else",
    arguments: [
      ("澧县 👩‍👩‍👧 /", #""澧县 👩‍👩‍👧 /""#), (#"a"b\c"#, #""a\"b\\c""#), ("\r\n\t", #""\r\n\t""#),
      ("\0\u{1}\u{8}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u0008\\u001f\u{7F}\""),
      ("\"\u{301}", "\"\\\"\u{301}\""), ("", #""""#),
    ])
  func escapes(text: String, expected: String) {
    #expect(Array(JSONText.quoted(text).utf8) == Array(expected.utf8))
  }

  @Test("Every control character is escaped", arguments: 0..<0x20 as Range<UInt8>)
  func controlCharacters(code: UInt8) throws {
    let text = String(UnicodeScalar(code))
    let quoted = JSONText.quoted(text)
    #expect(quoted.utf8.allSatisfy { $0 >= 0x20 })
    #expect(try parsed(quoted) as? String == text)
  }

  @Test("A number that is none is null", arguments: [Double.nan, .infinity, -.infinity])
  func notANumber(value: Double) {
    #expect(JSONText.compact(.list([.decimal(value, places: 3)])) == "[null]")
  }

  @Test(
    "An independent parser reads the same values", arguments: Cases.seeds(60...63) as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let value = anyValue(&random, depth: 3)
      #expect(matches(try parsed(JSONText.compact(value)), value), "\(value)")
      #expect(matches(try parsed(JSONText.pretty(value)), value), "\(value)")
    }
  }

  private func parsed(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  private func anyText(_ random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<(random.next() % 6) {
      let ranges: [ClosedRange<UInt32>] = [
        0...0x1F, 0x20...0x7F, 0x300...0x30F, 0x4E00...0x9FFF, 0x2028...0x2029, 0x1F600...0x1F64F,
      ]
      let range = ranges[Int(random.next() % UInt64(ranges.count))]
      if let scalar = UnicodeScalar(UInt32.random(in: range, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private func anyValue(_ random: inout SplitMix64, depth: Int) -> FieldValue {
    let count = random.next() % 4
    switch random.next() % (depth > 0 ? 8 : 6) {
    case 0: return .null
    case 1: return .integer(Int.random(in: -1_000_000...1_000_000, using: &random))
    case 2: return .decimal((random.unit() - 0.5) * 1000, places: 7)
    case 3: return .flag(random.next() % 2 == 0)
    case 4: return .word(anyText(&random), zh: "词", en: "word")
    case 6: return .list((0..<count).map { _ in anyValue(&random, depth: depth - 1) })
    case 7:
      return .object(
        (0..<count).map { .init("\($0) " + anyText(&random), anyValue(&random, depth: depth - 1)) })
    default: return .text(anyText(&random))
    }
  }

  private func matches(_ parsed: Any, _ value: FieldValue) -> Bool {
    switch value {
    case .null: return parsed is NSNull
    case .text(let text), .word(let text, _, _):
      return (parsed as? String).map { Array($0.utf8) } == Array(text.utf8)
    case .integer(let number): return (parsed as? NSNumber)?.intValue == number
    case .decimal(let number, _):
      return (parsed as? NSNumber).map { abs($0.doubleValue - number) < 1e-7 } ?? false
    case .flag(let flag): return parsed as? Bool == flag
    case .list(let values):
      guard let parsed = parsed as? [Any], parsed.count == values.count else { return false }
      return zip(parsed, values).allSatisfy(matches)
    case .object(let members):
      guard let parsed = parsed as? [String: Any], parsed.count == members.count else {
        return false
      }
      return members.allSatisfy { member in
        parsed[member.key].map { matches($0, member.value) } ?? false
      }
    }
  }
}
