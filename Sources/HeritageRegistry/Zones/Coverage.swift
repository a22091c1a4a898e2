/// What somebody certifies as complete: that where nothing is drawn, there is nothing.
///
/// Without it no check says "clear": silence is no clearance.
public struct Coverage: Hashable, Sendable {
  /// What is complete.
  public enum What: Hashable, Sendable, CaseIterable {
    /// The relics, each with its position.
    case relics
    /// The zones of a kind, each drawn or described.
    case zones(Zone.Kind)

    /// All of them, in the order in which they are listed.
    public static var allCases: [What] { [.relics] + Zone.Kind.allCases.map(What.zones) }

    /// The word in data.
    public var code: String {
      switch self {
      case .relics: "relics"
      case .zones(let kind): kind.rawValue
      }
    }

    /// What the word means; nil for none.
    public init?(code: String) {
      if code == "relics" {
        self = .relics
      } else if let kind = Zone.Kind(rawValue: code) {
        self = .zones(kind)
      } else {
        return nil
      }
    }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .relics: Labels(zh: "不可移动文物", en: "relics")
      case .zones(let kind): kind.labels
      }
    }
  }

  /// The number by which the register knows it; nil for one that is not written yet.
  public var number: Int?
  /// What is complete.
  public let what: What
  /// Of which level; nil for every level.
  public let level: ProtectionLevel?
  /// Until when, as `2026-11-01`.
  public let completeAsOf: String
  /// Who certifies it.
  public let certifiedBy: String
  /// By which document.
  public let document: String

  /// What somebody certifies.
  public init(
    number: Int? = nil, what: What, level: ProtectionLevel?, completeAsOf: String,
    certifiedBy: String, document: String
  ) {
    (self.number, self.what, self.level) = (number, what, level)
    (self.completeAsOf, self.certifiedBy, self.document) = (completeAsOf, certifiedBy, document)
  }

  /// Whether it says something of a kind of zones, or relics, of a level.
  func covers(_ what: What, of level: ProtectionLevel?) -> Bool {
    self.what == what && (self.level == nil || self.level == level)
  }
}
