public import Geodesy

/// A zone as it is announced: the protection zone (保护范围) or construction-control zone (建设控制地带) of
/// a relic, or an area that belongs to none.
///
/// Of a relic that is not open, staff alone read the shape, and words that tell where it lies.
public struct Zone: Hashable, Sendable {
  /// What the zone is for.
  public enum Kind: String, Vocabulary {
    /// 保护范围: no building but for the relic (article 28).
    case protection
    /// 建设控制地带: building under conditions (article 29).
    case control
    /// 地下文物埋藏区, drawn by the province (article 40).
    case burialArea = "burial_area"
    /// 可能存在地下文物的区域: a survey before land is let (article 43).
    case possibleUnderground = "possible_underground"
    /// 世界文化遗产缓冲区.
    case worldHeritageBuffer = "world_heritage_buffer"
    /// 历史文化保护线内的街区、名镇、名村.
    case historicArea = "historic_area"

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "保护区划种类", en: "kind of zone") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .protection: Labels(zh: "保护范围", en: "protection zone")
      case .control: Labels(zh: "建设控制地带", en: "construction-control zone")
      case .burialArea: Labels(zh: "地下文物埋藏区", en: "burial area")
      case .possibleUnderground:
        Labels(zh: "可能存在地下文物的区域", en: "area of possible underground relics")
      case .worldHeritageBuffer: Labels(zh: "世界文化遗产缓冲区", en: "world heritage buffer zone")
      case .historicArea: Labels(zh: "历史文化街区、名镇、名村", en: "historic area")
      }
    }

    /// Whether it is announced for a unit, and so for a relic of a level.
    public var belongsToUnit: Bool { self == .protection || self == .control }

    /// The place among the zones of a relic.
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What the shape is worth.
  public enum Status: String, Vocabulary {
    /// Surveyed officially.
    case surveyed
    /// Digitised from a published text or map.
    case digitised
    /// Published in words: it has no shape, and none is drawn.
    case described

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "保护区划状态", en: "status of a zone") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .surveyed: Labels(zh: "测绘", en: "surveyed")
      case .digitised: Labels(zh: "据文字数字化", en: "digitised")
      case .described: Labels(zh: "仅文字，无图形", en: "in words alone, no shape")
      }
    }
  }

  /// The number by which the register knows it; nil for one that is not written yet.
  public var number: Int?
  /// What it is for.
  public let kind: Kind
  /// The class as announced, such as 一类; nil for none.
  public var zoneClass: String?
  /// The name of an area that belongs to no relic.
  public var nameZH: String?
  /// Surveyed, digitised or described.
  public let status: Status
  /// The extent in words; nil where they would show where a sensitive relic is.
  public let rule: String?
  /// The document that announces it.
  public let instrument: String?
  /// When it was announced: a date, or a year.
  public var announcedOn: String?
  /// Who announced it.
  public var announcedBy: String?
  /// When another took its place; nil while it is in force.
  public var supersededOn: String?
  /// How far the shape may be off; nil where nobody knows.
  public var accuracy: Length?
  /// Who says so.
  public let source: String?
  /// The extent on the ground; nil where there is no shape, and where it is withheld.
  public let shape: MultiPolygon?

  package init(
    kind: Kind, status: Status, rule: String? = nil, instrument: String? = nil,
    source: String? = nil, shape: MultiPolygon? = nil
  ) {
    self.kind = kind
    self.status = status
    self.rule = rule
    self.instrument = instrument
    self.source = source
    self.shape = shape
  }

  /// Whether there is a shape, which would show the reader where a sensitive relic is.
  public var isShapeWithheld: Bool { status != .described && shape == nil }
  /// Whether no other has taken its place.
  public var isInForce: Bool { supersededOn == nil }
}
