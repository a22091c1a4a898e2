/// The day from which a workbook counts (ECMA-376-1, 18.17.4).
enum DateSystem {
  /// Day 1 is the first of January 1900; day 60 is the 29th of February of that year, which never was.
  case from1900
  /// Day 0 is the first of January 1904.
  case from1904

  /// A number in a cell that shows a date, as ISO 8601 writes it; nil where it is none.
  ///
  /// Where the format shows the year alone, or year and month, and the rest is the first day, as Excel
  /// fills it in, the rest is left out: `2013-05`. Midnight says no more than its day. How long
  /// something took is in hours, as many as there are. Seconds are rounded to thousandths.
  func date(_ number: Double, _ format: DateFormat) -> String? {
    guard number >= 0, number < 3_000_000 else { return nil }
    let milliseconds = (number * 86_400_000).rounded()
    let day = Int(milliseconds / 86_400_000)
    let rest = Int(milliseconds) - day * 86_400_000
    if !format.hasDate {
      return day == 0 || format.isElapsed ? Self.time(Int(milliseconds)) : joined(day, rest)
    }
    guard rest == 0 else { return joined(day, rest) }
    guard let (year, month, dayOfMonth) = civil(day) else { return nil }
    var text = Self.padded(year, 4)
    if format.hasDay || dayOfMonth != 1 || format.hasYear == false {
      text += "-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))"
    } else if format.hasMonth || month != 1 {
      text += "-\(Self.padded(month, 2))"
    }
    return text
  }

  private func joined(_ day: Int, _ milliseconds: Int) -> String? {
    guard let (year, month, day) = civil(day) else { return nil }
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      + "T\(Self.time(milliseconds))"
  }

  /// Year, month and day of a day's number; nil for a day that never was, or is not one of the system.
  private func civil(_ day: Int) -> (year: Int, month: Int, day: Int)? {
    let days: Int
    switch self {
    case .from1900:
      guard day >= 1, day != 60 else { return nil }
      days = day + (day < 60 ? 693_900 : 693_899)
    case .from1904: days = day + 695_361
    }
    let date = Self.civil(sinceMarch0: days)
    return date.year <= 9999 ? date : nil
  }

  /// The date of a day counted from the first of March of the year 0.
  ///
  /// Source: H. Hinnant, *chrono-compatible low-level date algorithms*, `civil_from_days`.
  private static func civil(sinceMarch0 days: Int) -> (year: Int, month: Int, day: Int) {
    let era = days / 146_097
    let ofEra = days - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let index = (5 * ofYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * index + 2) / 5 + 1)
  }

  private static func time(_ milliseconds: Int) -> String {
    let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000)
    let text =
      "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    return rest == 0 ? text : text + "." + padded(rest, 3)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
