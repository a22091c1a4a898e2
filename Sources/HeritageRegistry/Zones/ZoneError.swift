public import Geodesy
import Tables
public import Words

/// Why a zone is not written.
public enum ZoneError: Cause, Hashable, Sendable {
  /// A zone of the relic and kind is there, of the same date.
  case alreadyThere(code: String, kind: Zone.Kind, number: Int)
  /// There is no zone with the number.
  case noSuchZone(Int)
  /// The zone has ended already.
  case retiredBefore(Int)
  /// A zone with a shape is surveyed or digitised, one without is described.
  case shapeAndStatus
  /// A zone without a shape has no words either.
  case noRule
  /// A zone of this kind belongs to a relic.
  case needsRelic(Zone.Kind)
  /// An area that belongs to no relic has a name.
  case needsName
  /// A text that may be left out is given and empty.
  case emptyText(Labels)
  /// The date is none.
  case badDate(String)
  /// The date is before 1900, when nothing was announced yet.
  case tooEarly(String)
  /// A zone ends before it was announced.
  case endsBefore(number: Int, on: String, announced: String)
  /// The zone lies far from its relic.
  case missesRelic(code: String, distance: Length)
  /// The outline of a relic lies far from it.
  case bodyMissesRelic(code: String, distance: Length)
  /// The relic has no outline.
  case noBody(code: String)
  /// Nothing is certified under the number.
  case noSuchCoverage(Int)
  /// There is no saved check with the number.
  case noSuchCheck(Int)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .alreadyThere(let code, let kind, let number):
      Sentence("zone.alreadyThere", ["code": code, "kind": kind, "number": number])
    case .noSuchZone(let number): Sentence("zone.noSuch", ["number": number])
    case .retiredBefore(let number): Sentence("zone.retiredBefore", ["number": number])
    case .shapeAndStatus: Sentence("zone.shapeAndStatus")
    case .noRule: Sentence("zone.noRule")
    case .needsRelic(let kind): Sentence("zone.needsRelic", ["kind": kind])
    case .needsName: Sentence("zone.needsName")
    case .emptyText(let name): Sentence("zone.emptyText", ["name": name.sentenceValue])
    case .badDate(let text): Sentence("zone.badDate", ["text": text])
    case .missesRelic(let code, let distance):
      Sentence(
        "zone.missesRelic",
        ["code": code, "kilometres": DecimalText.string(distance.metres / 1000, places: 1)])
    case .tooEarly(let text): Sentence("zone.tooEarly", ["text": text])
    case .endsBefore(let number, let date, let announced):
      Sentence("zone.endsBefore", ["number": number, "date": date, "announced": announced])
    case .bodyMissesRelic(let code, let distance):
      Sentence(
        "body.missesRelic",
        ["code": code, "kilometres": DecimalText.string(distance.metres / 1000, places: 1)])
    case .noBody(let code): Sentence("body.none", ["code": code])
    case .noSuchCoverage(let number): Sentence("coverage.noSuch", ["number": number])
    case .noSuchCheck(let number): Sentence("check.noSuch", ["number": number])
    }
  }
}

extension ZoneError {
  /// Refuses a text that is given and says nothing.
  static func refuseEmpty(_ text: String?, _ name: Labels) throws {
    if let text, text.allSatisfy(\.isWhitespace) { throw ZoneError.emptyText(name) }
  }
}
