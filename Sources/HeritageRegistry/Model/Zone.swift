public import Geodesy

/// A protection zone (保护范围) or construction-control zone (建设控制地带) of a relic.
///
/// Of a relic that is not open, staff alone read the shape, and words that tell where it lies.
public struct Zone: Hashable, Sendable {
  /// What the zone is for.
  public enum Kind: String, Vocabulary {
    /// 保护范围: no building but for the relic.
    case protection
    /// 建设控制地带: building under conditions.
    case control

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "保护区划种类", en: "kind of zone") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .protection: Labels(zh: "保护范围", en: "protection zone")
      case .control: Labels(zh: "建设控制地带", en: "construction-control zone")
      }
    }
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

  /// Protection or control.
  public let kind: Kind
  /// Surveyed, digitised or described.
  public let status: Status
  /// The extent in words; nil where they would show where a sensitive relic is.
  public let rule: String?
  /// The document that announces it.
  public let instrument: String?
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
}
