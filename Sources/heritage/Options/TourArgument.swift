import ArgumentParser
import Foundation
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
    guard let seconds = seconds(ofClock: text) else {
      throw ValidationError("\(option) \(text) is no time of day: write 00:00 to 24:00")
    }
    return seconds
  }

  /// The seconds of `08:30` or `08:30:15`; nil for other text.
  static func seconds(ofClock text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }),
      text.utf8.allSatisfy({ (48...58).contains($0) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] <= 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    return seconds <= 86_400 ? seconds : nil
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

  /// The intervals of `09:00-12:00,13:00-17:00`.
  static func intervals(_ text: String, of option: String) throws -> [OpeningInterval] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        seconds(ofClock: $0)
      }
      guard ends.count == 2, let opens = ends[0], let closes = ends[1], opens < closes else {
        throw ValidationError(
          "\(option) \(text) is no time of opening: write 09:00-17:00 or 09:00-12:00,13:00-17:00")
      }
      return OpeningInterval(opens: opens, closes: closes)
    }
  }

  /// The break of `12:00-13:30/45m`.
  static func lunch(_ text: String) throws -> LunchBreak {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let message = "--lunch \(text) is no break: write its window and length, as in 12:00-13:30/45m"
    guard parts.count == 2, let length = duration(parts[1]),
      let window = try? intervals(String(parts[0]), of: "--lunch"), window.count == 1,
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
