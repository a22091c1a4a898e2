public import HeritageRegistry
public import Words

/// What a person decides of a row of a review.
public enum SurveyDecision: String, Vocabulary {
  /// The two entries are one relic.
  case same
  /// They are two.
  case different
  /// The row of the survey is a relic that the register does not have.
  case new
  /// The relic of the register is gone.
  case gone
  /// The relic of the register has become several, of which the row is one.
  case split
  /// The relic of the register is part of the one in the row from now on.
  case merged

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "决定", en: "decision") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .same: Labels(zh: "是同一处", en: "same")
    case .different: Labels(zh: "不是同一处", en: "different")
    case .new: Labels(zh: "新发现", en: "new")
    case .gone: Labels(zh: "消失", en: "gone")
    case .split: Labels(zh: "拆分", en: "split")
    case .merged: Labels(zh: "合并", en: "merged")
    }
  }

  /// Whether it speaks of a relic of the register.
  public var namesRelic: Bool { self != .new }
  /// Whether it speaks of a row of the survey.
  public var namesRow: Bool { self != .gone }
  /// Whether a document and a date belong to it.
  public var needsDocument: Bool { [.gone, .split, .merged].contains(self) }
}

/// A decision, what it is about, and what it rests on.
public struct SurveyDecided: Hashable, Sendable {
  /// What is decided.
  public let decision: SurveyDecision
  /// The relic's code in the register; for a new relic the one that it gets, or nil for the next free one.
  public let code: String?
  /// The row of the survey; nil where none is meant.
  public let place: SiteRecord.Place?
  /// Why it is so: asked for where a relic is gone.
  public let reason: String?
  /// The document that says so; nil for the survey itself.
  public let document: String?
  /// The date of it; nil for that of the survey.
  public let date: String?
  /// The name that the row had when it was decided; nil where nobody noted it.
  public var name: String?

  /// Makes a decision.
  public init(
    _ decision: SurveyDecision, code: String? = nil, place: SiteRecord.Place? = nil,
    reason: String? = nil, document: String? = nil, date: String? = nil, name: String? = nil
  ) {
    (self.decision, self.code, self.place) = (decision, code, place)
    (self.reason, self.document, self.date) = (reason, document, date)
    self.name = name
  }
}
