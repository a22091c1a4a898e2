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
    let scale = pow(10, Double(places))
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 9e15 else { return "\(value)" }
    let digits = String(Int64(scaled.magnitude))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = padded.dropLast(places)
    let fraction = padded.suffix(places)
    let kept = fraction.lastIndex { $0 != "0" }.map { fraction[...$0] } ?? ""
    let sign = scaled < 0 ? "-" : ""
    return sign + whole + (kept.isEmpty ? "" : "." + kept)
  }

  /// The number rounded to `places` decimals.
  static func rounded(_ value: Double, places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (value * scale).rounded() / scale
  }
}
