/// A time of day, written as a reader expects it.
///
/// ```swift
/// ClockTime(63_000).description  // "17:30"
/// ClockTime(63_005).description  // "17:30:05"
/// ```
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds after midnight.
  public let seconds: Int

  /// A time `seconds` after midnight.
  public init(_ seconds: Int) { self.seconds = seconds }

  /// Hours and minutes, with seconds only where there are any; hours may pass 24.
  public var description: String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let text = ClockTime.twoDigits(hours) + ":" + ClockTime.twoDigits(minutes)
    return rest == 0 ? text : text + ":" + ClockTime.twoDigits(rest)
  }

  static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// Whether `a` is the earlier.
  public static func < (a: ClockTime, b: ClockTime) -> Bool { a.seconds < b.seconds }
}
