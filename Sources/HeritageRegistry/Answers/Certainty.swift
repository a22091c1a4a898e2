/// Whether a relic whose position has an accuracy lies where a question asks.
///
/// With the share s, the part of the circle of its accuracy that lies there (``Presence/share``):
public enum Certainty: String, Vocabulary, Comparable {
  /// The whole circle does: s = 1.
  case certain
  /// At least half of it does: s ≥ ½.
  case likely
  /// Less than half of it does: 0 < s < ½.
  case possible
  /// Its accuracy is not known; the point alone decides.
  case unknown

  /// The certainty of a share; nil for a share of none.
  init?(share: Double) {
    guard share > 0 else { return nil }
    self = share >= 1 ? .certain : share >= 0.5 ? .likely : .possible
  }

  /// Whether `a` says more than `b`: certain, unknown, likely, possible.
  public static func < (a: Certainty, b: Certainty) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .certain: 0
    case .unknown: 1
    case .likely: 2
    case .possible: 3
    }
  }

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "确定性", en: "certainty") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .certain: Labels(zh: "确定", en: "certain")
    case .likely: Labels(zh: "很可能", en: "likely")
    case .possible: Labels(zh: "可能", en: "possible")
    case .unknown: Labels(zh: "精度不详", en: "accuracy unknown")
    }
  }
}
