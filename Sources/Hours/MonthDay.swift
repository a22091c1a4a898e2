/// A day of every year, such as 1 May; 29 February is one, which most years leave out.
///
/// ```swift
/// MonthDay("05-01")?.description  // "05-01"
/// MonthDay("02-30")               // nil
/// ```
public struct MonthDay: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The month, 1 … 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day that a leap year has; nil otherwise.
  public init?(month: Int, day: Int) {
    guard let date = CivilDate(year: 2024, month: month, day: day) else { return nil }
    self.init(date)
  }

  /// A day written `05-01`; nil when it is written otherwise or never exists.
  public init?(_ text: some StringProtocol) {
    guard let date = CivilDate("2024-" + text) else { return nil }
    self.init(date)
  }

  /// The day of a date.
  public init(_ date: CivilDate) { (month, day) = (date.month, date.day) }

  /// 1 January.
  public static let firstOfYear = MonthDay(uncheckedMonth: 1, day: 1)
  /// 31 December.
  public static let lastOfYear = MonthDay(uncheckedMonth: 12, day: 31)

  private init(uncheckedMonth month: Int, day: Int) { (self.month, self.day) = (month, day) }

  /// The day as it is written, `05-01`.
  public var description: String {
    ClockTime.twoDigits(month) + "-" + ClockTime.twoDigits(day)
  }

  /// Whether `a` comes earlier in a year.
  public static func < (a: MonthDay, b: MonthDay) -> Bool { (a.month, a.day) < (b.month, b.day) }
}
