public import HeritageRegistry
public import Words

/// Why decisions of a survey cannot be taken.
public enum SurveyFault: Error, Hashable, Sendable {
  /// A relic or a row is decided to be two.
  case twice(code: String?, place: SiteRecord.Place?)
  /// Nobody says why a relic is gone.
  case noReason(code: String)
  /// Nobody says when something became of a relic.
  case noDate(code: String)
  /// The row of a decision is another than the one that was decided.
  case otherRow(SiteRecord.Place, was: String, name: String)
  /// A relic is decided to be split into one row, or a row to be merged from one relic.
  case alone(SurveyDecision, code: String, place: SiteRecord.Place)
}

extension SurveyFault: Cause {
  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .twice(let code, let place?):
      Sentence(
        "reconcile.twice", ["code": code ?? "", "file": place.file, "row": place.row])
    case .twice(let code, nil): Sentence("reconcile.twiceRelic", ["code": code ?? ""])
    case .noReason(let code): Sentence("reconcile.noReason", ["code": code])
    case .noDate(let code): Sentence("reconcile.noDate", ["code": code])
    case .otherRow(let place, let was, let name):
      Sentence(
        "reconcile.otherRow", ["file": place.file, "row": place.row, "was": was, "name": name])
    case .alone(.split, let code, let place):
      Sentence("reconcile.splitAlone", ["code": code, "file": place.file, "row": place.row])
    case .alone(_, let code, let place):
      Sentence("reconcile.mergedAlone", ["code": code, "file": place.file, "row": place.row])
    }
  }
}
