public import HeritageRegistry

/// What a person has decided of a survey, each thing once.
public struct SurveyDecisions: Sendable {
  /// What a decision is about: a relic of the register, a row of the survey, or both.
  public struct Subject: Hashable, Sendable {
    /// The relic's code without regard to case; nil for a new relic.
    let code: String?
    let place: SiteRecord.Place?

    /// Names a subject.
    public init(code: String?, place: SiteRecord.Place?) {
      self.code = code.map(CodeOrder.key)
      self.place = place
    }
  }

  private var known: [Subject: SurveyDecided] = [:]

  /// Decides nothing.
  public init() {}

  /// Every decision, by the row of the survey, then by code.
  public var all: [SurveyDecided] {
    known.values.sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ decided: SurveyDecided) -> (String, String, Int, String) {
    let place = decided.place
    return (
      place?.file ?? "", place?.sheet ?? "", place?.row ?? 0, CodeOrder.key(decided.code ?? "")
    )
  }

  /// What was decided of a subject; nil where nothing was.
  public subscript(subject: Subject) -> SurveyDecided? { known[subject] }

  private static func subject(of decided: SurveyDecided) -> Subject {
    Subject(
      code: decided.decision.namesRelic ? decided.code : nil,
      place: decided.decision.namesRow ? decided.place : nil)
  }

  /// Takes a decision.
  ///
  /// - Returns: Whether nothing else was decided of the same before.
  public mutating func add(_ decided: SurveyDecided) -> Bool {
    let subject = Self.subject(of: decided)
    if let other = known[subject], other != decided { return false }
    known[subject] = decided
    return true
  }

  /// Decides anew of a relic, a row or a pair; nil decides it no longer.
  public mutating func set(_ decided: SurveyDecided?, code: String?, place: SiteRecord.Place?) {
    for subject in [
      Subject(code: code, place: place), Subject(code: code, place: nil),
      Subject(code: nil, place: place),
    ] where subject.code != nil || subject.place != nil {
      known[subject] = nil
    }
    if let decided { known[Self.subject(of: decided)] = decided }
  }
}
