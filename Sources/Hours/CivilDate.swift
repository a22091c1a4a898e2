/// A date of the Gregorian calendar, reckoned in both directions without gaps, with no time zone.
///
/// ```swift
/// CivilDate("2026-12-05")?.weekday  // .saturday
/// CivilDate("2026-02-29")           // nil
/// ```
public struct CivilDate: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The year, 1 … 9999.
  public let year: Int
  /// The month, 1 … 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A date that exists; nil otherwise.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A date written as in ISO 8601, `2026-12-05`; nil when it is written otherwise or does not exist.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date some days later, or earlier when negative; kept within the years 1 … 9999.
  public func adding(days: Int) -> CivilDate {
    var (year, month) = (self.year, self.month)
    var day = self.day + days
    while day > CivilDate.days(inMonth: month, of: year), (year, month) < (9999, 12) {
      day -= CivilDate.days(inMonth: month, of: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    while (year, month) > (1, 1), day < 1 {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      day += CivilDate.days(inMonth: month, of: year)
    }
    let last = CivilDate.days(inMonth: month, of: year)
    return CivilDate(uncheckedYear: year, month: month, day: max(1, min(last, day)))
  }

  /// The days since 0000-12-31; 1 for 0001-01-01.
  public var ordinal: Int {
    let before = year - 1
    let months = (1..<month).reduce(0) { $0 + CivilDate.days(inMonth: $1, of: year) }
    return before * 365 + before / 4 - before / 100 + before / 400 + months + day
  }

  /// The day of the week.
  public var weekday: Weekday { Weekday.allCases[(ordinal + 6) % 7] }

  /// The date as in ISO 8601.
  public var description: String {
    let text = String(year)
    return String(repeating: "0", count: 4 - text.count) + text + "-"
      + MonthDay(self).description
  }

  /// Whether `a` is the earlier.
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
