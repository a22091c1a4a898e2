/// Whether and how a relic can be visited.
public struct Visit: Hashable, Sendable {
  /// Who may come.
  public let access: Access
  /// The price of a ticket in yuan; 0 is free.
  public let ticketYuan: Double?
  /// How long a visit takes, in minutes.
  public let durationMinutes: Int?
  /// How far this can be trusted.
  public let confidence: Confidence?
  /// Who says so.
  public let source: String?
  /// What a visitor should know, in English.
  public let notes: String?
  /// When it is open, by weekday and season; none where nobody says.
  public let openings: [Opening]
  /// Days that differ from the week's rule.
  public let exceptions: [OpeningException]
}

/// An interval in which a relic is open on one weekday of a season.
///
/// Times are local, `HH:MM`.
public struct Opening: Hashable, Sendable {
  /// ISO 8601: 1 is Monday, 7 is Sunday.
  public let weekday: Int
  /// The first day of the season, `MM-DD`.
  public let seasonStart: String
  /// The last day of the season, `MM-DD`, included.
  public let seasonEnd: String
  /// When it opens.
  public let opens: String
  /// When it closes.
  public let closes: String
  /// When the last visitor is let in, where that is not the closing time.
  public let lastAdmission: String?
}

/// A date, or all public holidays, with hours of their own; no hours means closed.
public struct OpeningException: Hashable, Sendable {
  /// The date, `YYYY-MM-DD`; nil for every public holiday.
  public let date: String?
  /// When it opens; nil for closed.
  public let opens: String?
  /// When it closes; nil for closed.
  public let closes: String?
  /// When the last visitor is let in.
  public let lastAdmission: String?
}
