import Foundation
import HeritageTestSupport
import Testing

@testable import CQL2

@Suite("Texts without case, without accents, and of a pattern")
struct TextFoldingTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  private static func text(_ codes: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    for code in codes.split(separator: " ") {
      if let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  @Test(
    "Python tells the same letters apart, and takes the same marks away",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func judge() throws {
    let script = Program.package.appendingPathComponent("Scripts/judges/folding.py").path
    let run = try Program(try #require(Self.python)).run([script])
    var folds: [String: String] = [:]
    var count = 0
    for line in run.output.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let (text, folded, bare) = (Self.text(parts[0]), Self.text(parts[1]), Self.text(parts[2]))
      let own = TextFolding.casei(text)
      #expect(TextFolding.casei(folded).unicodeScalars.elementsEqual(own.unicodeScalars), "\(line)")
      #expect(
        TextFolding.accenti(text).unicodeScalars.elementsEqual(bare.unicodeScalars), "\(line)")
      // Letters that Python tells apart are told apart. The key is by code points.
      let key = own.unicodeScalars.map { String($0.value) }.joined(separator: " ")
      #expect(folds[key] == nil || folds[key] == String(parts[1]), "\(line)")
      folds[key] = String(parts[1])
      count += 1
    }
    #expect(count > 30_000)
  }

  @Test("A pattern finds what trying every length of each % finds")
  func patterns() {
    var random = SeededGenerator(seed: 5)
    let letters: [Unicode.Scalar] = ["a", "b", "é", "国", "𠀀", "%", "_", "\\"]
    func text(_ longest: Int) -> String {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...longest, using: &random) {
        scalars.append(letters.randomElement(using: &random) ?? "a")
      }
      return String(scalars)
    }
    var hits = 0
    for _ in 0..<Cases.count(20_000) {
      let (pattern, value) = (text(6), text(8))
      let expected = Self.matches(
        Array(pattern.unicodeScalars)[...], Array(value.unicodeScalars)[...])
      #expect(LikePattern(pattern).matches(value) == expected, "\(value) LIKE \(pattern)")
      if expected { hits += 1 }
    }
    #expect(hits > 1_000)
  }

  private static func matches(
    _ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case "%": return (0...text.count).contains { matches(rest, text.dropFirst($0)) }
    case "_": return !text.isEmpty && matches(rest, text.dropFirst())
    case "\\" where !rest.isEmpty:
      return text.first == rest.first && matches(rest.dropFirst(), text.dropFirst())
    default: return text.first == first && matches(rest, text.dropFirst())
    }
  }

  @Test("Days and instants give themselves back, from year to year, and no others are read")
  func calendar() {
    var day = CalendarDay("0000-01-01")?.daysSince1970 ?? 0
    let last = CalendarDay("9999-12-31")?.daysSince1970 ?? 0
    #expect(last - day == 3_652_424)
    while day <= last {
      #expect(CalendarDay(CalendarDay(daysSince1970: day).text)?.daysSince1970 == day)
      day += 13
    }
    for text in [
      "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "2024-01-01Z",
      "−001-01-01",
    ] {
      #expect(CalendarDay(text) == nil, "\(text)")
    }
    for text in [
      "2024-02-29T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "0000-01-01T00:00:00.5Z",
    ] {
      #expect(Instant(text)?.text == text)
    }
    for text in [
      "2024-02-29T24:00:00Z", "2024-02-29T00:00:60Z", "2024-02-29T00:00:00",
      "2024-02-29T00:00:00.Z", "2024-02-29T00:00:00+08:00", "2024-02-29T00:00:00.1234567890Z",
    ] {
      #expect(Instant(text) == nil, "\(text)")
    }
  }
}
