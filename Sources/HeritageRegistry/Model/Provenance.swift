/// Where a row comes from.
public enum Provenance: String, Vocabulary {
  /// Public sources.
  case published
  /// A survey of the heritage bureau.
  case survey
  /// Nowhere: the row holds the place of a relic that no public source names.
  case standIn = "stand_in"

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "来源类别", en: "provenance") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .published: Labels(zh: "公开资料", en: "published sources")
    case .survey: Labels(zh: "普查资料", en: "survey")
    case .standIn: Labels(zh: "待补录（占位）", en: "stand-in")
    }
  }
}
