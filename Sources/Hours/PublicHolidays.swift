/// Which dates are public holidays, and what they are called.
///
/// A caller adds the dates of a year's notice to the table, or makes one of its own.
public struct PublicHolidays: Hashable, Sendable {
  /// The name of each date that is a public holiday.
  public var names: [CivilDate: String]

  /// A table of dates.
  public init(_ names: [CivilDate: String] = [:]) { self.names = names }

  /// Whether a date is a public holiday.
  public func contains(_ date: CivilDate) -> Bool { names[date] != nil }

  /// The table with the dates of another; where both have one, the name of the other.
  public func adding(_ other: PublicHolidays) -> PublicHolidays {
    PublicHolidays(names.merging(other.names) { $1 })
  }

  /// The holidays of China that the law itself dates by the Gregorian calendar, for a year from 2025 on.
  ///
  /// 1 January, 1 and 2 May, and 1 to 3 October, by article 2 of the Regulation on Public Holidays for
  /// National Annual Festivals and Memorial Days, as revised with effect from 1 January 2025. The
  /// festivals of the lunar calendar, and the days that a year's notice moves, are for the caller to add.
  public static func fixedInChina(year: Int) -> PublicHolidays {
    let dates = [
      (1, 1, "New Year's Day"), (5, 1, "Labour Day"), (5, 2, "Labour Day"),
      (10, 1, "National Day"), (10, 2, "National Day"), (10, 3, "National Day"),
    ]
    var names: [CivilDate: String] = [:]
    for (month, day, name) in dates {
      if let date = CivilDate(year: year, month: month, day: day) { names[date] = name }
    }
    return PublicHolidays(names)
  }

  /// The public holidays of China in 2026 that are certain.
  ///
  /// They are the fixed ones, and those of the lunar calendar on the days the law names: the eve and the
  /// first three days of the Spring Festival, Qingming, the Dragon Boat and the Mid-Autumn Festival. Days
  /// off by exchange with other days are not among them.
  public static let china2026: PublicHolidays = {
    var table = fixedInChina(year: 2026)
    let dates = [
      (2, 16, "Spring Festival"), (2, 17, "Spring Festival"), (2, 18, "Spring Festival"),
      (2, 19, "Spring Festival"), (4, 5, "Qingming Festival"), (6, 19, "Dragon Boat Festival"),
      (9, 25, "Mid-Autumn Festival"),
    ]
    for (month, day, name) in dates {
      if let date = CivilDate(year: 2026, month: month, day: day) { table.names[date] = name }
    }
    return table
  }()

  /// The public holidays of China in some years, as far as they are certain: those of ``china2026``, and
  /// the fixed ones of each other year from 2025 on.
  public static func inChina(years: some Sequence<Int>) -> PublicHolidays {
    Set(years).filter { $0 >= 2025 && $0 != 2026 }
      .reduce(china2026) { $0.adding(fixedInChina(year: $1)) }
  }
}
