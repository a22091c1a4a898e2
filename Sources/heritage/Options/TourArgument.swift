import ArgumentParser
import Foundation
import Hours
import TourPlanner

/// Times, dates and pairs on the command line of a tour.
enum TourArgument {
  /// A date that exists, `2026-12-05`.
  static func date(_ text: String, of option: String) throws -> CivilDate {
    guard let date = CivilDate(text) else {
      throw ValidationError(
        "\(option) \(text) is no date: write one that exists, as in 2026-12-05")
    }
    return date
  }

  /// A time of day, in seconds: `08:30`.
  static func clock(_ text: String, of option: String) throws -> Int {
    guard let time = ClockTime(text) else {
      throw ValidationError("\(option) \(text) is no time of day: write 00:00 to 24:00")
    }
    return time.seconds
  }

  /// A length of time above 0, in seconds: `3h`, `90m`, `1h30m`.
  static func duration(_ text: some StringProtocol) -> Int? {
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

  /// The two sides of `LX-0001=3h`.
  static func pair(_ text: String, of option: String, example: String) throws -> (
    key: String, value: String
  ) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex,
      text.index(after: sign) != text.endIndex
    else { throw ValidationError("\(option) \(text) is no pair: write \(option) \(example)") }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }

  /// The hours of `LX-0001=Tu-Su 09:00-17:00`, behind the sign.
  static func hours(_ text: String) throws -> OpeningHours {
    do {
      return try OpeningHours(text: text)
    } catch {
      switch error {
      case .badRules(let text):
        throw ValidationError(
          "--hours '\(text)' is no time of opening: write 09:00-17:00, or rules such as "
            + "'Tu-Su 09:00-17:00; PH 10:00-16:00'")
      case .badIntervals(let text):
        throw ValidationError(
          "--hours \(text) is no time of opening: write 09:00-17:00 or 09:00-12:00,13:00-17:00")
      }
    }
  }

  /// The break of `12:00-13:30/45m`.
  static func lunch(_ text: String) throws -> LunchBreak {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let message = "--lunch \(text) is no break: write its window and length, as in 12:00-13:30/45m"
    guard parts.count == 2, let length = duration(parts[1]),
      let window = OpeningInterval.list(parts[0]), window.count == 1,
      let closes = window[0].closes
    else { throw ValidationError(message) }
    guard window[0].opens + length <= closes else {
      throw ValidationError("--lunch \(text) is longer than its window")
    }
    return LunchBreak(earliestStart: window[0].opens, latestEnd: closes, duration: length)
  }

  /// The parts of a list with commas, `LX-0001,LX-0004`, repeated or not.
  static func list(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == "，" }) }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
