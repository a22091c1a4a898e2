public import Geodesy

/// Whether a relic whose position has an accuracy lies within a radius.
public enum Certainty: String, Vocabulary, Comparable {
  /// The whole circle of its accuracy lies within the radius: d + a ≤ r.
  case certain
  /// Its point lies within the radius, not the whole circle: d ≤ r < d + a.
  case likely
  /// Its point lies beyond, and the circle reaches in: d − a ≤ r < d.
  case possible
  /// Its accuracy is not known; the point alone decides.
  case unknown

  /// The certainty at distance d with accuracy a for radius r; nil when the relic lies outside.
  ///
  /// - Parameters:
  ///   - distance: From the origin to the point.
  ///   - accuracy: Of the point and the origin together; nil where nobody knows.
  ///   - radius: What was asked for.
  public init?(distance: Length, accuracy: Length?, radius: Length) {
    guard let accuracy else {
      guard distance <= radius else { return nil }
      self = .unknown
      return
    }
    if distance + accuracy <= radius {
      self = .certain
    } else if distance <= radius {
      self = .likely
    } else if distance - accuracy <= radius {
      self = .possible
    } else {
      return nil
    }
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
