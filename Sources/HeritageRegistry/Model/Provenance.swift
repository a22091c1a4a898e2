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

  /// The label in a language.
  public func label(in language: Language) -> String {
    switch (self, language) {
    case (.published, .zh): "公开资料"
    case (.survey, .zh): "普查资料"
    case (.standIn, .zh): "待补录（占位）"
    case (.published, .en): "published sources"
    case (.survey, .en): "survey"
    case (.standIn, .en): "stand-in"
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

  /// The label in a language.
  public func label(in language: Language) -> String {
    switch (self, language) {
    case (.high, .zh): "高"
    case (.medium, .zh): "中"
    case (.low, .zh): "低"
    case (.unidentified, .zh): "待考"
    case (.high, .en): "high"
    case (.medium, .en): "medium"
    case (.low, .en): "low"
    case (.unidentified, .en): "unidentified"
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

  /// The label in a language.
  public func label(in language: Language) -> String {
    switch (self, language) {
    case (.open, .zh): "公开"
    case (.coarse, .zh): "概略公开"
    case (.withheld, .zh): "不公开"
    case (.open, .en): "open"
    case (.coarse, .en): "generalised"
    case (.withheld, .en): "withheld"
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

  /// The label in a language.
  public func label(in language: Language) -> String {
    switch (self, language) {
    case (.open, .zh): "开放"
    case (.restricted, .zh): "限制开放"
    case (.closed, .zh): "不开放"
    case (.unknown, .zh): "不详"
    case (.open, .en): "open"
    case (.restricted, .en): "by arrangement"
    case (.closed, .en): "closed"
    case (.unknown, .en): "unknown"
    }
  }
}
