/// What a relic's protection level rests on.
public enum LevelBasis: String, Vocabulary {
  /// In an official list.
  case listed
  /// Stated by a page, no list seen.
  case stated
  /// Not stated by any source, and so taken as registered.
  case notStated = "not_stated"
  /// Counted by the county, and not identified.
  case unidentified
  /// The row is a stand-in.
  case standIn = "stand_in"

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "级别依据", en: "basis of the level") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .listed: Labels(zh: "见于公布名录", en: "in an official list")
    case .stated: Labels(zh: "资料所述", en: "stated by a source")
    case .notStated: Labels(zh: "资料未载", en: "not stated by the sources")
    case .unidentified: Labels(zh: "名称待考", en: "not identified")
    case .standIn: Labels(zh: "待补录", en: "stand-in")
    }
  }

  /// Other spellings in tables.
  public var spellings: [String] { self == .notStated ? ["not stated in the sources"] : [] }
}
