/// A part of every year, from one day to another, both in it; it may pass the turn of the year.
public struct Season: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The day it begins with.
  public let first: MonthDay
  /// The day it ends with.
  public let last: MonthDay

  /// The part of the year between two days.
  public init(from first: MonthDay, to last: MonthDay) { (self.first, self.last) = (first, last) }

  /// A season written `05-01..09-30`; nil when it is written otherwise or one of its days never exists.
  public init?(_ text: String) {
    let days = text.split(separator: "..", omittingEmptySubsequences: false)
    guard days.count == 2, let first = MonthDay(days[0]), let last = MonthDay(days[1])
    else { return nil }
    self.init(from: first, to: last)
  }

  /// All of the year, from 1 January to 31 December.
  public static let wholeYear = Season(from: .firstOfYear, to: .lastOfYear)

  /// Whether a date is in the season.
  public func contains(_ date: CivilDate) -> Bool {
    let day = MonthDay(date)
    return first <= last ? (first...last).contains(day) : day >= first || day <= last
  }

  /// The season as it is written.
  public var description: String { "\(first)..\(last)" }
}
