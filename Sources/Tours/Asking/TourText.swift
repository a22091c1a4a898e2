import Foundation
public import Hours
public import TourPlanner

/// Times, dates and pairs as people ask for tours with them.
public enum TourText {
  /// A date that exists, `2026-12-05`.
  ///
  /// - Throws: ``TourError/badDate(_:_:)``.
  public static func date(
    _ text: String, of parameter: TourParameter
  ) throws(TourError) -> CivilDate {
    guard let date = CivilDate(text) else { throw .badDate(parameter, text) }
    return date
  }

  /// A time of day, in seconds: `08:30`.
  ///
  /// - Throws: ``TourError/badTime(_:_:)``.
  public static func clock(_ text: String, of parameter: TourParameter) throws(TourError) -> Int {
    guard let time = ClockTime(text) else { throw .badTime(parameter, text) }
    return time.seconds
  }

  /// A length of time above 0 and up to a day, in seconds: `3h`, `90m`, `1h30m`; nil for other text.
  public static func duration(_ text: some StringProtocol) -> Int? {
    var (rest, seconds) = (text[...], 0)
    for (units, length) in [(["h", "小时"], 3600), (["min", "m", "分钟"], 60)] {
      for unit in units {
        guard let range = rest.range(of: unit) else { continue }
        let digits = rest[..<range.lowerBound]
        guard !digits.isEmpty, digits.count < 5, digits.allSatisfy(\.isASCII),
          let number = Int(digits), number >= 0
        else { return nil }
        seconds += number * length
        rest = rest[range.upperBound...]
        break
      }
    }
    return rest.isEmpty && seconds > 0 && seconds <= 86_400 ? seconds : nil
  }

  /// The break of `12:00-13:30/45m`.
  ///
  /// - Throws: ``TourError/badBreak(_:)``, ``TourError/breakLongerThanWindow(_:)``.
  public static func lunch(_ text: String) throws(TourError) -> LunchBreak {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = duration(parts[1]),
      let window = OpeningInterval.list(parts[0]), window.count == 1,
      let closes = window[0].closes, closes <= 86_400
    else { throw .badBreak(text) }
    guard window[0].opens + length <= closes else { throw .breakLongerThanWindow(text) }
    return LunchBreak(earliestStart: window[0].opens, latestEnd: closes, duration: length)
  }

  /// The parts of a list with commas, `LX-0001,LX-0004`, repeated or not.
  public static func list(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == "，" }) }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The two sides of `LX-0001=3h`.
  static func pair(
    _ text: String, of parameter: TourParameter
  ) throws(TourError) -> (key: String, value: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex,
      text.index(after: sign) != text.endIndex
    else { throw .noPair(parameter, text) }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }
}
