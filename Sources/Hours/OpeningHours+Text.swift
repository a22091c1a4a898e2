/// Why text is no time of opening.
public enum OpeningHoursError: Error, Hashable, Sendable {
  /// A part of the rules that is not understood, as it was written.
  case badRules(String)
  /// Times that are none, or are no interval.
  case badIntervals(String)
  /// A time in words that may be one of the morning or of the afternoon, as it was written.
  case unclearTime(String)
}

extension OpeningHours {
  /// Hours as people write them: intervals for every day, or rules for seasons, weekdays and holidays.
  ///
  /// The rules are a part of the `opening_hours` syntax of OpenStreetMap, in its order: a later rule passes
  /// an earlier one for the days it names.
  ///
  /// ```text
  /// Apr-Oct 08:00-18:00; Nov-Mar 08:30-17:00       Oct 16-Apr 15 08:30-16:30
  /// Tu-Su 09:00-17:00, Mo 13:00-16:00; PH off      Mo-Su 12:00-13:00 off; Dec 24 off
  /// Mo-Sa 18:00-02:00                              24/7
  /// ```
  ///
  /// A remark in quotation marks is passed over, but for a last admission, `"last entry 16:30"`. Chinese
  /// weekdays and months, `closed` and dashes of any kind are read too. A weekday without a rule is closed;
  /// public holidays without a rule, `PH`, are weekdays like any other.
  ///
  /// - Throws: ``OpeningHoursError`` with the part that is not understood.
  public init(text: String) throws(OpeningHoursError) {
    var reader = OpeningHoursReader(text)
    self.init(rules: [])
    written = try reader.rules()
  }
}

extension OpeningInterval {
  /// Intervals written `09:00-12:00,13:00-17:00`, one that ends before it begins passing midnight; nil for
  /// other text.
  public static func list(_ text: some StringProtocol) -> [OpeningInterval]? {
    var intervals: [OpeningInterval] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { OpeningHoursReader.time($0) }
      guard ends.count == 2, let opens = ends[0], var closes = ends[1], opens != closes,
        opens < 86_400
      else { return nil }
      if closes < opens { closes += 86_400 }
      intervals.append(OpeningInterval(opens: opens, closes: closes))
    }
    return intervals
  }
}
