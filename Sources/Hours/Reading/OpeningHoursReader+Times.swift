/// Times of day.
extension OpeningHoursReader {
  /// `09:00-12:00, 13:00-17:00` or `24/7`.
  mutating func times() throws(OpeningHoursError) -> [OpeningInterval] {
    let start = place
    if text[place...].starts(with: "24/7") {
      place += 4
      return [Self.wholeDay]
    }
    var intervals: [OpeningInterval] = []
    repeat {
      skipSpace()
      let first = place
      while let next = current, next.isDigit || ":-".contains(next) || isInnerSpace { place += 1 }
      let part = String(text[first..<place].filter { !$0.isWhitespace })
      guard current.map({ ",;\" ".contains($0) || $0.isLetter }) ?? true else {
        throw .badIntervals(written(first..<word().upperBound))
      }
      guard let found = OpeningInterval.list(part) else {
        throw .badIntervals(part.isEmpty ? written(from: start) : written(from: first))
      }
      if let last = intervals.last, Self.mayBeAfternoon(part, after: last) {
        throw .unclearTime(written(from: first))
      }
      intervals += found
    } while takeComma { $0.isDigit || ";,".contains($0) }
    return intervals
  }

  /// Whether `2:30-5:30` stands behind hours of the morning: who writes 24 hours writes `02:30`.
  private static func mayBeAfternoon(_ span: String, after last: OpeningInterval) -> Bool {
    span.wholeMatch(of: /[1-5]:[0-9]{2}-(?:[1-9]|1[0-2]):[0-9]{2}/) != nil
      && last.opens >= 6 * 3600 && last.opens < 12 * 3600
  }

  /// Whether a space stands beside a dash: `09:00 - 17:00`.
  private var isInnerSpace: Bool {
    guard let current, current.isWhitespace else { return false }
    let before = text[..<place].last { !$0.isWhitespace }
    let after = text[place...].first { !$0.isWhitespace }
    return before == "-" || after == "-"
  }

  /// Seconds after midnight of `9:00` to `48:00`; nil for other text.
  static func time(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      text.utf8.allSatisfy({ (48...58).contains($0) }), let hours = Int(parts[0]),
      let minutes = Int(parts[1]), minutes < 60, hours * 60 + minutes <= 48 * 60
    else { return nil }
    return (hours * 60 + minutes) * 60
  }
}
