/// A day of the week, Monday first (ISO 8601).
public enum Weekday: String, Hashable, Sendable, Codable, CaseIterable {
  /// A day of the week.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The day with a number of ISO 8601, 1 for Monday to 7 for Sunday; nil for another number.
  public init?(isoNumber number: Int) {
    guard (1...7).contains(number) else { return nil }
    self = Weekday.allCases[number - 1]
  }

  /// The number of ISO 8601: 1 for Monday, 7 for Sunday.
  public var isoNumber: Int {
    switch self {
    case .monday: 1
    case .tuesday: 2
    case .wednesday: 3
    case .thursday: 4
    case .friday: 5
    case .saturday: 6
    case .sunday: 7
    }
  }
}
