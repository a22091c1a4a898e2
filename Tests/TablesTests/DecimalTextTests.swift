import Foundation
import HeritageTestSupport
import Tables
import Testing

@Suite("Numbers as text")
struct DecimalTextTests {
  @Test(
    "A number has at most so many decimals, and no zeros at the end",
    arguments: [
      (111.65556, 7, "111.65556"), (5000, 3, "5000"), (0.1 + 0.2, 7, "0.3"),
      (39.56499999999999, 7, "39.565"), (29.12345678, 7, "29.1234568"), (-0.5, 7, "-0.5"),
      (0.0000001, 7, "0.0000001"), (0.00000004, 7, "0"), (-0.00000004, 7, "0"), (-0.0, 3, "0"),
      (0, 0, "0"), (2.5, 0, "3"), (-2.5, 0, "-3"), (1234.5, 0, "1235"), (999.9996, 3, "1000"),
      (100, 0, "100"), (180, 7, "180"), (-180, 7, "-180"), (1.05, 1, "1.1"), (10, 1, "10"),
    ] as [(Double, Int, String)])
  func examples(value: Double, places: Int, expected: String) {
    #expect(DecimalText.string(value, places: places) == expected)
  }

  @Test("The text is as near to the number as its decimals allow", arguments: [0, 1, 2, 3, 7])
  func nearest(places: Int) throws {
    var random = SeededGenerator(seed: 50)
    let half = 0.5 * pow(10, -Double(places))
    for _ in 0..<Cases.count(1000) {
      let value =
        Double.random(in: -0.5..<0.5, using: &random)
        * pow(10, Double(Int.random(in: 0..<6, using: &random)))
      let text = DecimalText.string(value, places: places)
      let read = try #require(Double(text))
      #expect(abs(read - value) <= half * 1.0001, "\(value) as \(text)")
      #expect(DecimalText.string(read, places: places) == text)
      let fraction = text.split(separator: ".").dropFirst().joined()
      #expect(fraction.count <= places)
      #expect(fraction.last != "0")
      #expect(text.first != "." && text.last != "." && text != "-0")
    }
  }

  @Test("A number too large for its decimals is still the same number", arguments: [9e15, 1e300])
  func large(value: Double) {
    #expect(Double(DecimalText.string(value, places: 7)) == value)
    #expect(Double(DecimalText.string(-value, places: 7)) == -value)
  }

  @Test(
    "The shortest text has no point for whole numbers, however many digits they have",
    arguments: [
      (0, "0"), (-0.0, "0"), (5, "5"), (-5, "-5"), (0.1, "0.1"), (1e15, "1000000000000000"),
      (1_234_567_890_123_456, "1234567890123456"), (1e22, "1e+22"),
    ] as [(Double, String)])
  func shortest(value: Double, expected: String) {
    #expect(DecimalText.shortest(value) == expected)
  }
}
