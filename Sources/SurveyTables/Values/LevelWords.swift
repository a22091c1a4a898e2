import Foundation
import HeritageRegistry
import Words

/// Protection levels in the law's words, in the survey form's and in those of everyday tables.
///
/// A level is what a government has announced, so it is never guessed: the exact words are tried first,
/// then the name of a place before them. A text that denies, proposes or revokes, or that names two levels,
/// is none.
/// Source: Law on the Protection of Cultural Relics (2024), articles 3 and 23; the form of the fourth
/// national survey, which has one box for 市级和县级.
enum LevelWords {
  /// A level, and what stands beside it in its cell.
  struct Reading: Hashable, Sendable {
    let level: ProtectionLevel
    var announcement = AnnouncementText()
    /// Whether the level follows from the name of a place: 海淀区文物保护单位.
    var isByPlace = false
  }

  /// Reads a level.
  ///
  /// - Throws: ``ValueFault`` for words that mean no level, and for those that mean two.
  static func read(_ text: String) throws(ValueFault) -> Reading {
    // Without its mark 县、市级 would be the 县市级 of a county or a city of its level.
    guard text.firstMatch(of: Self.countyThenCity) == nil else {
      throw ValueFault(
        Sentence("survey.twoLevels"), suggestion: Sentence("survey.writeCityOrCounty"))
    }
    if let level = levels[HeaderText.fold(text)] { return Reading(level: level) }
    var plain = TraditionalForms.simplified(
      text.precomposedStringWithCompatibilityMapping.lowercased()
    ).filter { !$0.isWhitespace }
    let announcement = AnnouncementText.cut(from: &plain)
    let words = HeaderText.fold(plain)
    if let level = levels[words] { return Reading(level: level, announcement: announcement) }
    let bare = withoutUnit(words)
    if let level = levels[bare] { return Reading(level: level, announcement: announcement) }
    if let word = denials.first(where: { words.contains($0) }) {
      throw ValueFault(
        Sentence("survey.deniedLevel", ["word": word]),
        suggestion: Sentence("survey.writeAnnounced"))
    }
    if ambiguous.contains(bare) {
      throw ValueFault(
        Sentence("survey.twoLevels"), suggestion: Sentence("survey.writeCityOrCounty"))
    }
    // With marks between them these may be two: 县级（市级）.
    if bare.count < words.count || bare.hasSuffix("级") || bare.hasSuffix("保"), plain == words,
      let level = try levelOfPlace(bare)
    {
      return Reading(level: level, announcement: announcement, isByPlace: true)
    }
    if let (first, second) = twoMentioned(in: words) {
      throw ValueFault(
        Sentence("survey.levelsNamed", ["first": first, "second": second]),
        suggestion: Sentence("survey.writeAnnounced"))
    }
    throw ValueFault(
      Sentence("survey.unknownLevel"),
      suggestion: Nearest.question(words, among: spellings)
        ?? Sentence("survey.writeOneOfThese", ["value": ProtectionLevel.allCases.map(\.labels.zh)]))
  }

  /// Whether a title says that what the table lists is proposed or revoked: 推荐第九批全国重点文物保护单位名单.
  static func isProposal(_ title: String) -> Bool {
    let words = TraditionalForms.simplified(title)
    return words.contains("保护单位")
      && ["申报", "推荐", "撤销", "取消", "拟", "候选", "预备", "建议"].contains { words.contains($0) }
  }

  /// Whether a text speaks of levels and is none that anybody has announced: 申报省级文物保护单位.
  static func isDoubtful(_ text: String) -> Bool {
    let words = TraditionalForms.simplified(text)
    return ["保护单位", "文保单位", "国保", "省保", "市保", "县保", "级文物", "级文保"].contains {
      words.contains($0)
    } && (try? read(text)) == nil
  }

  /// The level at which a place announces units: that of its name, which a word may repeat (常德市市级).
  ///
  /// - Throws: ``ValueFault`` for a city that does not say of which level it is.
  private static func levelOfPlace(_ words: String) throws(ValueFault) -> ProtectionLevel? {
    var (place, said) = (PlaceOfLevel(words), ProtectionLevel?.none)
    if place == nil, words.hasSuffix("级"), words.count > 3 {
      // 湖南省级, and no 除名县级: a name that is known, not whatever stands before 县级.
      switch PlaceOfLevel(String(words.dropLast())) {
      case .province(let isMunicipality)?: place = .province(isMunicipality: isMunicipality)
      case .prefecture?: place = .prefecture
      case .city?, .county?, nil: break
      }
    }
    for (suffix, level) in repeated where place == nil && words.hasSuffix(suffix) {
      place = PlaceOfLevel(String(words.dropLast(suffix.count)))
      said = level
    }
    switch (place, said) {
    case (.province?, nil), (.province?, .provincial?),
      (.province(isMunicipality: true)?, .municipal?):
      return .provincial
    case (.prefecture?, nil), (.prefecture?, .municipal?): return .municipal
    case (.county?, nil), (.county?, .county?): return .county
    // 津市市级 may be said of 津市市, a city of county level.
    case (.city?, .municipal?) where !words.hasPrefix("津市"): return .municipal
    case (.city?, nil), (.city?, .municipal?):
      throw ValueFault(
        Sentence("survey.unknownCity"), suggestion: Sentence("survey.writeCityOrCounty"))
    default: return nil
    }
  }

  /// Words of a level behind the name of a place.
  private static let repeated: [(String, ProtectionLevel)] = [
    ("省级", .provincial), ("省保", .provincial), ("自治区级", .provincial), ("市级", .municipal),
    ("市保", .municipal), ("自治州级", .municipal), ("州级", .municipal), ("州保", .municipal),
    ("县级", .county), ("县保", .county), ("区级", .county), ("区保", .county), ("旗级", .county),
  ]

  /// Words with which a text says that nothing is announced, not yet or no longer.
  private static let denials = [
    "申报", "申请", "推荐", "撤销", "撤消", "取消", "失效", "废止", "注销", "暂", "拟", "未", "非", "不", "没有", "待",
    "候选", "建议", "预备", "疑似", "改为", "降为", "升为", "升格", "停止", "除名", "落选", "解除", "终止", "免除", "剔除",
    "淘汰", "移出", "规划", "相当", "比照", "参照", "将列", "希望", "有望", "可能", "以前", "过去", "放弃", "复核", "争创",
    "创建", "提名", "争取",
  ]

  /// Two levels that a text names, in the order of the levels.
  private static func twoMentioned(in words: String) -> (String, String)? {
    let found = mentions.compactMap { mentions in mentions.first { words.contains($0) } }
    return found.count > 1 ? (found[0], found[1]) : nil
  }

  private static let mentions = [
    ["全国重点", "全国", "国家级", "国家", "国保"], ["省级", "省保", "自治区级"], ["市级", "市保", "州级"],
    ["县级", "县保", "区级", "区保", "旗级"],
  ]

  private static func withoutUnit(_ words: String) -> String {
    for unit in [
      "重点文物保护单位", "文物保护单位", "文物保护", "重点文保单位", "文保单位", "文保", "保护单位", "单位", "units", "unit",
    ]
    where words.hasSuffix(unit) && words.count > unit.count {
      return String(words.dropLast(unit.count))
    }
    return words
  }

  /// What is left of each level's words without 文物保护单位.
  private static let table: [(ProtectionLevel, [String])] = [
    (
      .national,
      [
        "全国", "全国重点", "国家", "国家级", "国家重点", "国家级重点", "国保", "国", "全国级", "national",
      ]
    ),
    (
      .provincial,
      [
        "省级", "省", "省保", "自治区级", "自治区", "自治区保", "省(自治区)级", "省(区、市)级", "省级重点", "provincial",
        "province",
      ]
    ),
    (
      .municipal,
      [
        "市级", "市", "市保", "设区的市级", "设区市级", "地市级", "地级市级", "地级", "自治州级", "自治州", "州级", "州保", "市(州)级",
        "市州级",
        "municipal", "city",
      ]
    ),
    (
      .county,
      [
        "县级", "县", "县保", "区级", "区县级", "县区级", "县(区)级", "县(市)级", "县市级", "县(市、区)级", "县(市区)级", "县市区级",
        "区(县)级", "区", "区保", "市辖区", "市辖区级", "旗级", "旗", "自治县级", "自治县", "county",
      ]
    ),
    (
      .registered,
      [
        "未定级不可移动文物", "未定级", "未定级文物", "未定", "尚未核定公布为文物保护单位", "尚未核定公布为文物保护单位的不可移动文物",
        "尚未核定为文物保护单位", "尚未核定", "未核定", "尚未核定公布", "未核定公布", "未公布", "未公布为文物保护单位", "登记点", "登记", "文物点",
        "登记文物点", "普查登记点", "普查点", "三普登记点", "四普登记点", "一般文物点", "一般不可移动文物", "不可移动文物", "登记不可移动文物",
        "普查登记", "文物普查登记项目", "文物普查登记点", "普查登记项目", "普查登记文物", "普查登记文物点", "普查登记不可移动文物", "普查文物点",
        "三普点", "四普点", "三普文物点", "四普文物点", "三普登记文物", "四普登记文物", "三普新发现", "四普新发现", "未认定", "未认定文物",
        "非文物保护单位", "一般", "无级别", "registered", "ungraded", "unclassified",
      ]
    ),
  ]

  private static let ambiguous: Set<String> = Set(
    ["市级和县级", "市县级", "市级县级", "市级或县级", "市级及县级", "市级、县级", "市(县)级", "市、县级"].map(HeaderText.fold))

  private static let levels: [String: ProtectionLevel] = {
    var levels: [String: ProtectionLevel] = [:]
    for (level, words) in table {
      for word in words { levels[HeaderText.fold(word)] = level }
      for word in [level.labels.zh, level.labels.en, level.shortLabels.zh, level.shortLabels.en] {
        levels[HeaderText.fold(word)] = level
      }
    }
    return levels
  }()

  private static let spellings =
    ProtectionLevel.allCases.flatMap { [$0.labels.zh, $0.shortLabels.zh, $0.rawValue] }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let countyThenCity =
    /县级?\s*[、，,;；\/／|+＋]\s*市级/
}
