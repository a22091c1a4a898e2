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
  public static var noun: Labels { Labels(zh: "文物级别", en: "protection level") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .national: Labels(zh: "全国重点文物保护单位", en: "National unit")
    case .provincial: Labels(zh: "省级文物保护单位", en: "Provincial unit")
    case .municipal: Labels(zh: "市级文物保护单位", en: "Municipal unit")
    case .county: Labels(zh: "县级文物保护单位", en: "County unit")
    case .registered: Labels(zh: "未定级不可移动文物", en: "Registered")
    }
  }

  /// The level in two or three characters, as lists of units and of intangible heritage say it.
  public var shortLabels: Labels {
    switch self {
    case .national: Labels(zh: "国家级", en: "National")
    case .provincial: Labels(zh: "省级", en: "Provincial")
    case .municipal: Labels(zh: "市级", en: "Municipal")
    case .county: Labels(zh: "县级", en: "County")
    case .registered: Labels(zh: "未定级", en: "Registered")
    }
  }

  /// What people say for short.
  public var spellings: [String] {
    switch self {
    case .national: ["国保", "国保单位", "全国重点", "全国重点文保单位"]
    case .provincial: ["省保", "省保单位", "省级文保单位"]
    case .municipal: ["市保", "市保单位", "市级文保单位"]
    case .county: ["县保", "县保单位", "县级文保单位"]
    case .registered: ["文物点", "普查登记"]
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
