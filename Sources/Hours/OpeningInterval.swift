/// A span of one day in which a visit may start and must end.
///
/// Times are whole seconds after midnight; they may pass 86,400 on a day that ends after midnight.
public struct OpeningInterval: Hashable, Sendable, Codable {
  /// The earliest start of a visit.
  public var opens: Int
  /// The latest start of a visit; nil when only the closing time limits it.
  public var lastAdmission: Int?
  /// The latest end of a visit; nil when only the start is limited.
  public var closes: Int?

  /// A span from its opening to its last admission, its closing time, or both.
  public init(opens: Int, lastAdmission: Int? = nil, closes: Int? = nil) {
    self.opens = opens
    self.lastAdmission = lastAdmission
    self.closes = closes
  }

  /// A span between two times of a day.
  public init(from opens: ClockTime, to closes: ClockTime, lastAdmission: ClockTime? = nil) {
    self.init(
      opens: opens.seconds, lastAdmission: lastAdmission?.seconds, closes: closes.seconds)
  }

  /// The latest start of a visit of `duration` seconds; nil when the visit does not fit.
  public func latestStart(duration: Int) -> Int? {
    let bounds = [lastAdmission, closes.map { $0 - duration }].compactMap { $0 }
    guard let latest = bounds.min(), latest >= opens else { return nil }
    return latest
  }
}
