/// How a relic is protected, highest first (Law on the Protection of Cultural Relics, 2024 revision,
/// articles 3 and 23).
public enum ProtectionLevel: String, Vocabulary, Comparable {
  /// 全国重点文物保护单位, announced by the State Council.
  case national
  /// 省级文物保护单位, announced by the province.
  case provincial
  /// 设区的市级文物保护单位, announced by the prefecture-level city.
  case municipal
  /// 县级文物保护单位, announced by the county.
  case county
  /// 未定级不可移动文物: registered and made public, not announced as a unit.
  case registered

  /// What messages call it.
  public static var noun: String { "protection level" }

  /// The label in a language.
  public func label(in language: Language) -> String {
    switch (self, language) {
    case (.national, .zh): "全国重点文物保护单位"
    case (.provincial, .zh): "省级文物保护单位"
    case (.municipal, .zh): "市级文物保护单位"
    case (.county, .zh): "县级文物保护单位"
    case (.registered, .zh): "未定级不可移动文物"
    case (.national, .en): "National unit"
    case (.provincial, .en): "Provincial unit"
    case (.municipal, .en): "Municipal unit"
    case (.county, .en): "County unit"
    case (.registered, .en): "Registered"
    }
  }

  /// The level in two or three characters, as lists of units and of intangible heritage say it.
  public func shortLabel(in language: Language) -> String {
    switch (self, language) {
    case (.national, .zh): "国家级"
    case (.provincial, .zh): "省级"
    case (.municipal, .zh): "市级"
    case (.county, .zh): "县级"
    case (.registered, .zh): "未定级"
    case (.national, .en): "National"
    case (.provincial, .en): "Provincial"
    case (.municipal, .en): "Municipal"
    case (.county, .en): "County"
    case (.registered, .en): "Registered"
    }
  }

  /// 0 for the highest level.
  public var rank: Int {
    switch self {
    case .national: 0
    case .provincial: 1
    case .municipal: 2
    case .county: 3
    case .registered: 4
    }
  }

  /// Whether `a` is the higher level.
  public static func < (a: ProtectionLevel, b: ProtectionLevel) -> Bool { a.rank < b.rank }
}

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
  public static var noun: String { "basis of the level" }

  /// The label in a language.
  public func label(in language: Language) -> String {
    switch (self, language) {
    case (.listed, .zh): "见于公布名录"
    case (.stated, .zh): "资料所述"
    case (.notStated, .zh): "资料未载"
    case (.unidentified, .zh): "名称待考"
    case (.standIn, .zh): "待补录"
    case (.listed, .en): "in an official list"
    case (.stated, .en): "stated by a source"
    case (.notStated, .en): "not stated by the sources"
    case (.unidentified, .en): "not identified"
    case (.standIn, .en): "stand-in"
    }
  }
}
