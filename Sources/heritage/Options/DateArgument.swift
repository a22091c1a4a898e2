import ArgumentParser
import HeritageRegistry
import Hours
import Words

/// Dates on the command line of what has happened: announced, ended, certified.
enum DateArgument {
  /// Refuses a day or a year that has not come, and one before 1900; what is no date is left to others.
  ///
  /// - Throws: `ValidationError` with the option and the date.
  static func checkPast(_ text: String?, option: String) throws {
    guard let text, NewZone.isDate(text) else { return }
    guard NewZone.isLateEnough(text) else {
      throw ValidationError(Sentence("option.dateEarly", ["option": option, "text": text]))
    }
    let today = Today.inChina
    let isPast =
      text.count == 4 ? Int(text).map { $0 <= today.year } : CivilDate(text).map { $0 <= today }
    if isPast == false {
      throw ValidationError(Sentence("option.dateFuture", ["option": option, "text": text]))
    }
  }
}
