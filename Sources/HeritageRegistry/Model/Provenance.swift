/// Where a row comes from.
public enum Provenance: String, Vocabulary {
  /// Public sources.
  case published
  /// A survey of the heritage bureau.
  case survey
  /// Nowhere: the row holds the place of a relic that no public source names.
  case standIn = "stand_in"

  /// What messages call it.
  public static var noun: String { "provenance" }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .published: Labels(zh: "公开资料", en: "published sources")
    case .survey: Labels(zh: "普查资料", en: "survey")
    case .standIn: Labels(zh: "待补录（占位）", en: "stand-in")
    }
  }
}

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
  public static var noun: String { "confidence" }

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

/// How much of a relic's position the public may see.
public enum Disclosure: String, Vocabulary {
  /// The position as it is known.
  case open
  /// The centre of a cell of about 1 km.
  case coarse
  /// The township alone.
  case withheld

  /// What messages call it.
  public static var noun: String { "disclosure" }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .open: Labels(zh: "公开", en: "open")
    case .coarse: Labels(zh: "概略公开", en: "generalised")
    case .withheld: Labels(zh: "不公开", en: "withheld")
    }
  }
}

/// Whether a relic can be visited.
public enum Access: String, Vocabulary {
  /// Anybody may come, at its hours.
  case open
  /// By arrangement.
  case restricted
  /// Nobody may come.
  case closed
  /// No source says.
  case unknown

  /// What messages call it.
  public static var noun: String { "access" }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .open: Labels(zh: "开放", en: "open")
    case .restricted: Labels(zh: "限制开放", en: "by arrangement")
    case .closed: Labels(zh: "不开放", en: "closed")
    case .unknown: Labels(zh: "不详", en: "unknown")
    }
  }
}
