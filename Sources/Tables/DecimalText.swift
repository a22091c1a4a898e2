import Foundation

/// Numbers as text: the same on every machine, and never more digits than they are worth.
public enum DecimalText {
  /// The number with at most `places` decimals and no zeros at the end; `-0` is `0`.
  ///
  /// ```swift
  /// DecimalText.string(111.65556, places: 7)  // "111.65556"
  /// DecimalText.string(5000, places: 3)       // "5000"
  /// ```
  public static func string(_ value: Double, places: Int) -> String {
    var bytes: [UInt8] = []
    append(value, places: places, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The fewest digits that give the number back, whole numbers without a point; `-0` is `0`.
  ///
  /// ```swift
  /// DecimalText.shortest(1234567890123456)  // "1234567890123456"
  /// ```
  public static func shortest(_ value: Double) -> String {
    let text = "\(value == 0 ? 0 : value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static let powers: [Double] = (0...15).map { pow(10, Double($0)) }

  /// Writes the same text behind what is there.
  package static func append(_ value: Double, places: Int, to bytes: inout [UInt8]) {
    let scale = places < powers.count ? powers[places] : pow(10, Double(places))
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 9e15 else { return bytes.append(contentsOf: "\(value)".utf8) }
    if scaled < 0 { bytes.append(0x2D) }
    var (rest, kept) = (UInt64(scaled.magnitude), places)
    while kept > 0, rest % 10 == 0 { (rest, kept) = (rest / 10, kept - 1) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { digits in
      var start = digits.count
      var written = 0
      while rest > 0 || written <= kept {
        if written == kept, kept > 0 {
          start -= 1
          digits[start] = 0x2E
        }
        start -= 1
        digits[start] = 0x30 + UInt8(rest % 10)
        (rest, written) = (rest / 10, written + 1)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// The number rounded to `places` decimals.
  package static func rounded(_ value: Double, places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (value * scale).rounded() / scale
  }
}
