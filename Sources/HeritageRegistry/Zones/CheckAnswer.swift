public import Geodesy
public import Overlays
public import Words

/// What a check of a project says.
public struct CheckAnswer: Hashable, Sendable {
  /// The answer in one word.
  public enum Verdict: String, Vocabulary {
    /// Something is touched for sure.
    case touches
    /// Nothing is touched, and somebody has certified that nothing is missing.
    case clear
    /// What is known does not decide it.
    case cannotSay = "cannot_say"

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "结论", en: "answer") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .touches: Labels(zh: "涉及", en: "touches")
      case .clear: Labels(zh: "不涉及", en: "clear")
      case .cannotSay: Labels(zh: "不能确定", en: "cannot say")
      }
    }
  }

  /// The answer.
  public let verdict: Verdict
  /// The question.
  public let request: CheckRequest
  /// The area of the outline on the grid, in square metres.
  public let squareMetres: Double
  /// The zones that are touched or may be, then those near by, the nearest first.
  public let zones: [ZoneHit]
  /// The relics that are touched or may be, then those near by, the nearest first.
  public let relics: [RelicHit]
  /// What the answer does not cover.
  public let gaps: [CheckGap]
  /// What has to be done whatever is touched, by what was said of the project.
  public let duties: [Consequence]
  /// What was not asked and matters.
  public let notAsked: [OpenQuestion]
  /// What the check looked at, a line each, in order.
  let looked: [String]

  /// The digest of all that the check looked at: 64 hexadecimal digits.
  ///
  /// - Complexity: O(n) for n bytes of what was looked at.
  public var dataDigest: String {
    SHA256.hex(of: Array(looked.joined(separator: "\n").utf8))
  }
}

/// What holds between a project and a zone or a relic.
public enum CheckFinding: String, Vocabulary {
  /// They have an area in common, even where both are shrunk by what they may be off.
  case touched
  /// They may have one.
  case possible
  /// They have none.
  case apart

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "关系", en: "finding") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .touched: Labels(zh: "涉及", en: "touched")
    case .possible: Labels(zh: "可能涉及", en: "possible")
    case .apart: Labels(zh: "不涉及", en: "apart")
    }
  }
}

/// A zone beside a project.
public struct ZoneHit: Hashable, Sendable {
  /// The zone, with its relic.
  public let zone: ShapedZone
  /// What holds.
  public let finding: CheckFinding
  /// How the shapes lie to each other as they are drawn; nil for a zone in words.
  public let relation: Overlay.Relation?
  /// What both have, in square metres; nil for a zone in words.
  public let overlap: Double?
  /// The part of the project that lies in the zone.
  public let shareOfProject: Double?
  /// The part of the zone that the project takes.
  public let shareOfZone: Double?
  /// The distance on the grid; of a zone in words the least that it can be.
  public let distance: Length?
  /// How far zone and outline together may be off; nil where nobody knows.
  public let accuracy: Length?
  /// Why nothing surer can be said; nil where something is sure.
  public let reason: Sentence?
  /// What follows where it is touched.
  public let consequences: [Consequence]
  /// The level of the relic; nil for an area that belongs to none.
  public let level: ProtectionLevel?
}

/// A relic beside a project.
public struct RelicHit: Hashable, Sendable {
  /// The code.
  public let code: String
  /// The name in Chinese.
  public let nameZH: String
  /// The name in English.
  public let nameEN: String?
  /// The level.
  public let level: ProtectionLevel
  /// What holds.
  public let finding: CheckFinding
  /// The distance from the relic's outline, or from the circle of its area, on the grid; 0 within.
  public let distance: Length
  /// How far relic and outline together may be off; nil where nobody knows.
  public let accuracy: Length?
  /// What is taken for the relic itself.
  public let extent: Extent
  /// What follows where it is touched.
  public let consequences: [Consequence]

  /// What is taken for the relic itself.
  public enum Extent: String, Vocabulary {
    /// Its outline (本体).
    case body
    /// A circle of the area that the register states.
    case area
    /// Its point: its area is not known.
    case point

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "范围依据", en: "extent") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .body: Labels(zh: "本体边界", en: "outline")
      case .area: Labels(zh: "按面积的圆", en: "circle of its area")
      case .point: Labels(zh: "点位", en: "point")
      }
    }
  }

  /// The name in a language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}

/// What an answer does not cover.
public enum CheckGap: Hashable, Sendable {
  /// Nobody has certified that something is complete.
  case notCertified(Coverage.What, ProtectionLevel?)
  /// Relics without a position.
  case unlocated(Int)
  /// Relics whose position the audience may not see.
  case withheld(Int)
  /// Relics that are registered and not known.
  case standIns(Int)
  /// Zones in words of relics without a position.
  case unplacedZones(Int)
  /// Zones whose shape the audience may not see.
  case withheldZones(Int)
  /// Units near by, up to how many, for which no protection zone is in the register.
  case unitsWithoutZone([String])
  /// The outline lies outside the county, or across its border.
  case outsideCounty(Length)
  /// The register has no outline of its county, so nobody knows whether the ground is in it.
  case noCounty
  /// Parts of the file that may be ground were not read, so many kinds.
  case unreadParts(Int)

  /// In words.
  public var sentence: Sentence {
    switch self {
    case .notCertified(let what, let level?):
      Sentence("check.notCertifiedLevel", ["what": what.labels.sentenceValue, "level": level])
    case .notCertified(let what, nil):
      Sentence("check.notCertified", ["what": what.labels.sentenceValue])
    case .unlocated(let count): Sentence("check.unlocated", ["count": count])
    case .withheld(let count): Sentence("check.withheld", ["count": count])
    case .standIns(let count): Sentence("check.standIns", ["count": count])
    case .unplacedZones(let count): Sentence("check.unplacedZones", ["count": count])
    case .withheldZones(let count): Sentence("check.withheldZones", ["count": count])
    case .unitsWithoutZone(let codes): Sentence("check.unitsWithoutZone", ["codes": codes])
    case .outsideCounty(let length):
      Sentence("check.outsideCounty", ["metres": Int(length.metres.rounded())])
    case .noCounty: Sentence("check.noCounty")
    case .unreadParts(let count): Sentence("check.unreadParts", ["count": count])
    }
  }

  /// The word in data.
  public var code: String {
    switch self {
    case .notCertified: "not_certified"
    case .unlocated: "unlocated"
    case .withheld: "withheld"
    case .standIns: "stand_ins"
    case .unplacedZones: "unplaced_zones"
    case .withheldZones: "withheld_zones"
    case .unitsWithoutZone: "units_without_zone"
    case .outsideCounty: "outside_county"
    case .noCounty: "no_county"
    case .unreadParts: "unread_parts"
    }
  }
}

/// What no geometry answers, and nobody has said.
public enum OpenQuestion: String, Hashable, Sendable, CaseIterable {
  /// Is it large infrastructure?
  case largeWorks = "large_works"
  /// Is land let, or a tract developed?
  case landTransfer = "land_transfer"

  /// In words.
  public var sentence: Sentence {
    switch self {
    case .largeWorks: Sentence("check.askLargeWorks")
    case .landTransfer: Sentence("check.askLandTransfer")
    }
  }
}
