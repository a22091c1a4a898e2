import Foundation
import HeritageRegistry
import Words

/// Protection levels in the law's words, in the survey form's and in those of everyday tables.
///
/// Source: Law on the Protection of Cultural Relics (2024), articles 3 and 23; the form of the fourth
/// national survey, which has one box for 市级和县级.
enum LevelWords {
  /// A level, and the batch that stands before it: 第七批全国重点文物保护单位.
  struct Reading: Hashable, Sendable {
    let level: ProtectionLevel
    var batch: String?
  }

  /// Reads a level.
  ///
  /// - Throws: ``ValueFault``, also for words that mean two levels.
  static func read(_ text: String) throws(ValueFault) -> Reading {
    var words = fold(text)
    var batch: String?
    if let match = words.prefixMatch(of: /第[一二三四五六七八九十百0-9]+批/) {
      batch = BatchText.read(String(match.0))
      words.removeFirst(match.0.count)
    }
    if let level = levels[words] ?? levels[withoutUnit(words)] {
      return Reading(level: level, batch: batch)
    }
    if words.wholeMatch(of: /[^省]{2,3}省级?(?:文物保护单位|文保单位)/) != nil {
      return Reading(level: .provincial, batch: batch)
    }
    if words.wholeMatch(of: /[^县]{1,4}县级?(?:文物保护单位|文保单位)/) != nil {
      return Reading(level: .county, batch: batch)
    }
    if ambiguous.contains(withoutUnit(words)) {
      throw ValueFault(
        Sentence("survey.twoLevels"),
        suggestion: Sentence("survey.writeCityOrCounty"))
    }
    if words.wholeMatch(of: /.{1,4}[市州区]级?(?:文物保护单位|文保单位)/) != nil {
      throw ValueFault(
        Sentence("survey.unknownCity"),
        suggestion: Sentence("survey.writeCityOrCounty"))
    }
    throw ValueFault(
      Sentence("survey.unknownLevel"),
      suggestion: Nearest.question(words, among: spellings)
        ?? Sentence("survey.writeOneOfThese", ["value": ProtectionLevel.allCases.map(\.labels.zh)]))
  }

  private static func withoutUnit(_ words: String) -> String {
    for unit in ["重点文物保护单位", "文物保护单位", "文物保护", "重点文保单位", "文保单位", "保护单位", "单位", "units", "unit"]
    where words.hasSuffix(unit) && words.count > unit.count {
      return String(words.dropLast(unit.count))
    }
    return words
  }

  private static func fold(_ text: String) -> String {
    HeaderText.fold(text)
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
      ["省级", "省", "省保", "自治区级", "省(自治区)级", "省(区、市)级", "省级重点", "provincial", "province"]
    ),
    (
      .municipal,
      [
        "市级", "市", "市保", "设区的市级", "设区市级", "地市级", "地级市级", "地级", "自治州级", "州级", "市(州)级", "市州级",
        "municipal", "city",
      ]
    ),
    (
      .county,
      [
        "县级", "县", "县保", "区级", "区县级", "县区级", "县(区)级", "县(市)级", "县市级", "县(市、区)级", "县(市区)级", "县市区级",
        "区(县)级", "旗级", "自治县级", "county",
      ]
    ),
    (
      .registered,
      [
        "未定级不可移动文物", "未定级", "未定级文物", "未定", "尚未核定公布为文物保护单位", "尚未核定公布为文物保护单位的不可移动文物",
        "尚未核定为文物保护单位", "尚未核定", "未核定", "尚未核定公布", "未核定公布", "未公布", "未公布为文物保护单位", "登记点", "登记", "文物点",
        "登记文物点", "普查登记点", "普查点", "三普登记点", "四普登记点", "一般文物点", "一般不可移动文物", "不可移动文物", "登记不可移动文物",
        "非文物保护单位", "一般", "无级别", "registered", "ungraded", "unclassified",
      ]
    ),
  ]

  private static let ambiguous: Set<String> = Set(
    ["市级和县级", "市县级", "市级县级", "市级或县级", "市级及县级", "市级、县级", "市(县)级", "市、县级"].map(fold))

  private static let levels: [String: ProtectionLevel] = {
    var levels: [String: ProtectionLevel] = [:]
    for (level, words) in table {
      for word in words { levels[fold(word)] = level }
      for word in [level.labels.zh, level.labels.en, level.shortLabels.zh, level.shortLabels.en] {
        levels[fold(word)] = level
      }
    }
    return levels
  }()

  private static let spellings =
    ProtectionLevel.allCases.flatMap { [$0.labels.zh, $0.shortLabels.zh, $0.rawValue] }
}
