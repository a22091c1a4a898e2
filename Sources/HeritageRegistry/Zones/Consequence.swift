public import Words

/// What the law asks for before work, and who acts.
///
/// Law of the People's Republic of China on the Protection of Cultural Relics, as revised on 2024-11-08,
/// in force since 2025-03-01.
public enum Consequence: String, Hashable, Sendable, CaseIterable {
  /// Works in the protection zone of a national unit (28 ¶2).
  case protectionNational
  /// Works in the protection zone of a unit of another level (28 ¶2).
  case protection
  /// Works in a construction-control zone (29 ¶2).
  case control
  /// Archaeology before works in either zone, and before any large works (43 ¶2).
  case archaeology
  /// A burial area (40).
  case burialArea
  /// A survey before land is let in an area of possible underground relics (43 ¶1).
  case landSurvey
  /// A survey of immovable relics before a tract is developed (24).
  case tractSurvey
  /// The body of a relic that is no unit (31 ¶2 and ¶3).
  case unclassifiedBody
  /// The body of a unit (31 ¶3).
  case unitBody
  /// The body of a national unit (31 ¶3).
  case nationalBody
  /// An area whose announcement has rules of its own.
  case ownRules

  /// The numbers of the articles.
  public var articles: [Int] {
    switch self {
    case .protectionNational, .protection: [28]
    case .control: [29]
    case .archaeology, .landSurvey: [43]
    case .burialArea: [40]
    case .tractSurvey: [24]
    case .unclassifiedBody, .unitBody, .nationalBody: [31]
    case .ownRules: []
    }
  }

  /// Who approves, in words.
  public var sentence: Sentence {
    switch self {
    case .protectionNational: Sentence("law.protectionNational")
    case .protection: Sentence("law.protection")
    case .control: Sentence("law.control")
    case .archaeology: Sentence("law.archaeology")
    case .burialArea: Sentence("law.burialArea")
    case .landSurvey: Sentence("law.landSurvey")
    case .tractSurvey: Sentence("law.tractSurvey")
    case .unclassifiedBody: Sentence("law.unclassifiedBody")
    case .unitBody: Sentence("law.unitBody")
    case .nationalBody: Sentence("law.nationalBody")
    case .ownRules: Sentence("law.ownRules")
    }
  }

  /// What follows where a zone is touched.
  static func of(_ kind: Zone.Kind, level: ProtectionLevel?) -> [Consequence] {
    switch kind {
    case .protection: [level == .national ? .protectionNational : .protection, .archaeology]
    case .control: [.control, .archaeology]
    case .burialArea: [.burialArea]
    case .possibleUnderground: [.landSurvey]
    case .worldHeritageBuffer, .historicArea: [.ownRules]
    }
  }

  /// What follows where a relic itself is touched.
  static func ofBody(_ level: ProtectionLevel) -> [Consequence] {
    switch level {
    case .national: [.nationalBody, .protectionNational]
    case .provincial, .municipal, .county: [.unitBody, .protection]
    case .registered: [.unclassifiedBody]
    }
  }
}
