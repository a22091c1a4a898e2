/// A point in time in UTC, to the nanosecond.
public struct Instant: Hashable, Comparable, Sendable {
  /// Whole seconds after 1970-01-01T00:00:00Z, rounded down.
  public let seconds: Int
  /// Nanoseconds after that second, 0 to 999,999,999.
  public let nanoseconds: Int

  /// The instant so many seconds and nanoseconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int, nanoseconds: Int = 0) {
    (self.seconds, self.nanoseconds) = (seconds, nanoseconds)
  }

  /// The first second of a day.
  public init(startOf day: CalendarDay) {
    self.init(seconds: day.daysSince1970 * 86_400)
  }

  /// The last nanosecond of a day.
  public init(endOf day: CalendarDay) {
    self.init(seconds: day.daysSince1970 * 86_400 + 86_399, nanoseconds: 999_999_999)
  }

  /// Reads `2024-05-20T12:00:00Z`, with up to nine digits of a second's fraction; nil for anything
  /// else.
  ///
  /// CQL2 has no other offset than `Z`, and leap seconds are not told apart.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
      bytes.last == 0x5A, let day = CalendarDay(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = number(bytes[11..<13]), hour < 24, let minute = number(bytes[14..<16]),
      minute < 60, let second = number(bytes[17..<19]), second < 60
    else { return nil }
    var nanoseconds = 0
    let fraction = bytes[19..<(bytes.count - 1)]
    if !fraction.isEmpty {
      let digits = fraction.dropFirst()
      guard fraction.first == 0x2E, digits.count <= 9, let parsed = number(digits) else {
        return nil
      }
      nanoseconds = (digits.count..<9).reduce(parsed) { value, _ in value * 10 }
    }
    self.init(
      seconds: day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second,
      nanoseconds: nanoseconds)
  }

  /// The instant as it is written, with as many digits as it needs: `2024-05-20T12:00:00.5Z`.
  public var text: String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let day = CalendarDay(daysSince1970: days).text
    var fraction = ""
    if nanoseconds > 0 {
      fraction = "." + padded(nanoseconds, 9)
      while fraction.hasSuffix("0") { fraction.removeLast() }
    }
    let clock =
      "\(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
    return "\(day)T\(clock)\(fraction)Z"
  }

  /// Whether one instant is before another.
  public static func < (one: Instant, other: Instant) -> Bool {
    one.seconds == other.seconds
      ? one.nanoseconds < other.nanoseconds : one.seconds < other.seconds
  }
}
