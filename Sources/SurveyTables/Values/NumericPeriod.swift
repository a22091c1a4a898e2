/// Years, centuries and decades in words.
enum NumericPeriod {
  /// The years of `1828年`, `公元前4500年`, 一八二八年, `18世纪`, `20世纪30年代`, `1930年代`; nil for other text.
  static func years(of text: String) -> ClosedRange<Int>? {
    if let match = text.wholeMatch(
      of: Self.year),
      let number = NumberText.whole(String(match.3)), number > 0
    {
      // A number alone is a year when it has the digits of one.
      let isMarked = match.1 != nil || match.2 != nil || match.4 != nil
      guard isMarked || (1000...3000).contains(number) else { return nil }
      let year = match.2 == nil ? number : -number
      return (-3_000_000...3000).contains(year) ? year...year : nil
    }
    if let match = text.wholeMatch(
      of: Self.century),
      let century = NumberText.whole(String(match.2)), (1...60).contains(century)
    {
      let isBefore = match.1 != nil
      if let decade = match.3.flatMap({ NumberText.whole(String($0)) }) {
        guard !isBefore, century <= 30 else { return nil }
        let first = (century - 1) * 100 + decade
        return first...first + 9
      }
      guard isBefore || century <= 30 else { return nil }
      return isBefore
        ? -century * 100...(-century * 100 + 99) : (century - 1) * 100 + 1...century * 100
    }
    if let match = text.wholeMatch(of: Self.decade), let first = Int(match.1), first <= 2990 {
      return first...first + 9
    }
    return nil
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let year =
    /(公元)?(前)?(\d{1,6}|[一二三四五六七八九〇零○]{4})(年)?(?:\d{1,2}月(?:\d{1,2}日?)?)?/
  nonisolated(unsafe) private static let century =
    /(?:公元)?(前)?(\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?:(\d0|[一二三四五六七八九]十)年代)?/
  nonisolated(unsafe) private static let decade =
    /(\d{3}0)年代/
}
