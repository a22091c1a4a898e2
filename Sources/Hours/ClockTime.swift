/// A time of day, written as a reader expects it.
///
/// ```swift
/// ClockTime(63_000).description  // "17:30"
/// ClockTime(63_005).description  // "17:30:05"
/// ClockTime("17:30")?.seconds    // 63000
/// ```
public struct ClockTime: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Seconds after midnight.
  public let seconds: Int

  /// A time `seconds` after midnight.
  public init(_ seconds: Int) { self.seconds = seconds }

  /// A time of one day written `08:30` or `08:30:15`, from 00:00 to 24:00; nil for other text.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }),
      text.utf8.allSatisfy({ (48...58).contains($0) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] <= 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    guard seconds <= 86_400 else { return nil }
    self.init(seconds)
  }

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
