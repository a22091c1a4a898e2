import Foundation
import HeritageRegistry
import Hours
import Words

/// Whether a relic can be visited, in the words of tables.
enum AccessWords {
  /// An access, and whether the word says that it is free.
  struct Reading: Hashable, Sendable {
    let access: Access
    var isFree = false
  }

  /// Reads a word of the list, 免费开放, or the answer to 是否开放.
  ///
  /// - Throws: ``ValueFault`` for another text.
  static func read(_ text: String) throws(ValueFault) -> Reading {
    switch text.lowercased() {
    case "免费开放", "免费对外开放", "对外免费开放": return Reading(access: .open, isFree: true)
    case "是", "yes": return Reading(access: .open)
    case "否", "no": return Reading(access: .closed)
    default: return Reading(access: try words.word(text))
    }
  }

  private static let words = WordTable<Access>()
}

/// Opening hours.
enum HoursText {
  /// The hours as a register keeps them.
  struct Reading: Hashable, Sendable {
    let openings: [Opening]
    let exceptions: [OpeningException]
  }

  /// Reads hours as OpenStreetMap or people write them: `Tu-Su 09:00-17:00`, 周二至周日 9:00-17:00.
  ///
  /// - Throws: ``ValueFault`` with the part that is not understood, and for hours that no register keeps.
  static func read(_ text: String) throws(ValueFault) -> Reading {
    let hours: OpeningHours
    do throws(OpeningHoursError) {
      hours = try OpeningHours(text: text)
    } catch {
      switch error {
      case .badRules(let part), .badIntervals(let part):
        throw ValueFault(
          Sentence("survey.badHours", ["part": part]), suggestion: Sentence("survey.writeHours"))
      case .unclearTime(let part):
        throw ValueFault(
          Sentence("survey.unclearHours", ["part": part]),
          suggestion: Sentence("survey.writeClearHours"))
      }
    }
    guard let kept = Visit.kept(hours) else {
      throw ValueFault(
        Sentence("survey.hoursNotKept"), suggestion: Sentence("survey.writeKeptHours"))
    }
    return Reading(openings: kept.openings, exceptions: kept.exceptions)
  }
}

/// Prices of tickets in yuan.
enum TicketText {
  /// Reads `55`, 55元, ¥55, 55元/人, 免费; to the hundredth.
  ///
  /// - Throws: ``ValueFault`` for another text.
  static func read(_ text: String) throws(ValueFault) -> Double {
    let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
      .filter { !$0.isWhitespace }
    if ["免费", "免票", "免门票", "不收费", "无需门票", "free"].contains(plain) { return 0 }
    guard
      let match = plain.wholeMatch(of: Self.price),
      let price = NumberText.decimal(String(match.1)), price >= 0, price < 1e7
    else {
      throw ValueFault(
        Sentence("survey.badTicket"), suggestion: Sentence("survey.writeTicket"))
    }
    return (price * 100).rounded() / 100
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let price =
    /(?:¥|人民币|rmb|cny)?([0-9.,]+)(?:元|圆|yuan)?(?:\/[人张位]|每人)?/
}

/// Lengths of visits in minutes.
enum VisitLengthText {
  /// Reads `90`, 90分钟, 1.5小时, 1小时30分.
  ///
  /// - Parameter unit: The minutes of a number without a unit.
  /// - Throws: ``ValueFault`` for another text, and for less than a minute or more than a day.
  static func read(_ text: String, unit: Double) throws(ValueFault) -> Int {
    let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
      .filter { !$0.isWhitespace }
    let pattern =
      Self.length
    var minutes = NumberText.decimal(plain).map { $0 * unit }
    if minutes == nil, let match = plain.wholeMatch(of: pattern), match.1 != nil || match.2 != nil {
      let parts = [(match.1, 60.0), (match.2, 1)].compactMap { text, unit in
        text.map { NumberText.decimal(String($0)).map { $0 * unit } }
      }
      if parts.allSatisfy({ $0 != nil }) { minutes = parts.compactMap { $0 }.reduce(0, +) }
    }
    guard let minutes, minutes == minutes.rounded(), (1...1440).contains(minutes) else {
      throw ValueFault(
        Sentence("survey.badVisitLength"), suggestion: Sentence("survey.writeVisitLength"))
    }
    return Int(minutes)
  }

  /// The minutes of a number without a unit below a header: 参观时长（小时）.
  static func unit(in header: String) -> Double {
    let folded = header.lowercased()
    return folded.contains("小时") || folded.contains("hour") || folded.contains("(h)") ? 60 : 1
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let length =
    /约?(?:([0-9.]+)(?:个?小时|h|hours?))?(?:([0-9.]+)(?:分钟?|m|min|minutes?))?/
}
