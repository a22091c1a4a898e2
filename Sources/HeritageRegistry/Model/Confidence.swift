/// How far the sources of a row can be trusted.
public enum Confidence: String, Vocabulary {
  /// Several independent sources or an official one.
  case high
  /// One good source.
  case medium
  /// One weak source.
  case low
  /// Counted, and not identified.
  case unidentified

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "可信度", en: "confidence") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .high: Labels(zh: "高", en: "high")
    case .medium: Labels(zh: "中", en: "medium")
    case .low: Labels(zh: "低", en: "low")
    case .unidentified: Labels(zh: "待考", en: "unidentified")
    }
  }
}
