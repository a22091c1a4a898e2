import Foundation

/// What words of a relic say of a tomb.
///
/// In doubt a word says it: what is withheld is asked about, and what is published cannot be called back.
/// Not every 墓 is one: a bridge, a well or a school may stand where one was, and 陵 is a part of many names
/// of places. These only look so.
enum TombWords {
  /// How sure a word is.
  enum Sign: Int, Comparable {
    /// Nothing looks like a tomb.
    case none
    /// A word of a tomb stands in the name of something else: 张公墓桥, 茶陵书院, 烈士陵园.
    case resembles
    /// The word says a tomb: 墓群, 双冢, 悬棺, 长陵.
    case says

    static func < (a: Sign, b: Sign) -> Bool { a.rawValue < b.rawValue }
  }

  /// What a name or a sub-class says; its parts are judged one by one: 太和桥（张家墓）.
  static func sign(of text: String) -> Sign {
    guard mayTell(text) else { return .none }
    return text.split(whereSeparator: joints.contains).map { sign(ofPart: String($0)) }.max()
      ?? Sign.none
  }

  private static func sign(ofPart text: String) -> Sign {
    let latin = text.lowercased().split(whereSeparator: { !$0.isLetter })
    if latin.contains(where: { englishWords.contains(String($0)) }) { return .says }
    let certain = text.contains(where: characters.contains) || words.contains { text.contains($0) }
    guard certain || text.contains("陵") else { return .none }
    if memorials.contains(where: { text.contains($0) }) { return .resembles }
    if let head = heads.first(where: { text.hasSuffix($0) }), text.count > head.count {
      return .resembles
    }
    if let head = attachedHeads.first(where: { text.hasSuffix($0) }),
      let last = text.dropLast(head.count).last,
      !characters.contains(last), last != "陵"
    {
      return .resembles
    }
    return certain || isTombOfRuler(text) ? .says : .resembles
  }

  /// Whether 陵 is a tomb's and no place's.
  private static func isTombOfRuler(_ text: String) -> Bool {
    let rest = places.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
    return rest.hasSuffix("陵")
      || ["陵寝", "王陵", "帝陵", "皇陵", "陵区", "陵遗址"].contains { rest.contains($0) }
  }

  private static let joints: Set<Character> = Set("及和与暨、，,；;·・/（）()【】[] ")

  private static let characters: Set<Character> = Set("墓冢塚坟墳茔塋圹壙棺椁槨葬")

  private static let words = [
    "封土", "地宫", "塔林", "万人坑", "尸骨", "骨灰", "遗骸", "遗骨", "古尸", "神道", "石像生", "窀穸",
  ]

  /// Whether a text has a character that says something by itself, the beginning of a word that does, or a
  /// Latin letter with which an English one begins.
  ///
  /// Every name of a register is asked, and most say nothing: one look at each character tells.
  private static func mayTell(_ text: String) -> Bool {
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 ? isFirstLetter[Int(value)] : tellingScalars.contains(value) { return true }
      // 遗 and 古 stand in every other name; 遗骨 and 古尸 do not.
      if seconds.contains(value), tellingPairs.contains([last, value]) { return true }
      last = value
    }
    return false
  }

  private static let tellingScalars = ScalarBits(
    (String(characters) + "陵").unicodeScalars.map(\.value))

  private static let tellingPairs = words.map { $0.unicodeScalars.prefix(2).map(\.value) }

  private static let seconds = ScalarBits(tellingPairs.map { $0[1] })

  /// Characters below U+10000, a bit for each.
  private struct ScalarBits {
    private var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

    init(_ values: [UInt32]) {
      for value in values { bits[Int(value >> 6)] |= 1 << UInt64(value & 63) }
    }

    func contains(_ value: UInt32) -> Bool {
      value < 0x10000 && bits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0
    }
  }

  private static let isFirstLetter: [Bool] = {
    let letters = Set(
      englishWords.compactMap(\.first).flatMap { [$0, Character($0.uppercased())] })
    return (0..<0x80).map { letters.contains(Character(UnicodeScalar(UInt8($0)))) }
  }()

  private static let englishWords: Set<String> = [
    "tomb", "tombs", "grave", "graves", "graveyard", "burial", "burials", "cemetery", "mausoleum",
    "mausolea", "tumulus", "tumuli",
  ]

  /// Memorials that the public visits.
  private static let memorials = ["烈士", "陵园", "纪念碑", "纪念馆", "纪念塔"]

  /// What a relic is by the last word of its name, whatever stands before.
  private static let heads = [
    "桥", "路", "街", "巷", "井", "泉", "渡", "渡口", "码头", "堰", "塘", "坝", "渠", "闸", "堤", "水库", "电站", "渡槽",
    "学校", "小学", "中学", "书院", "学堂", "民居", "大屋", "老屋", "院子", "大院", "宅", "故居", "旧居", "旧址", "会馆", "村",
    "寨", "城", "城墙", "关", "仓", "仓库", "粮仓", "窑", "窑址", "碉堡", "古道", "车站", "隧道", "戏台", "古树", "礼堂", "商铺",
    "店铺", "作坊", "驿站", "公社",
  ]

  /// The same, but for those that stand at a tomb: 墓亭, 坟庵, 陵庙.
  private static let attachedHeads = [
    "亭", "楼", "阁", "殿", "庙", "寺", "观", "庵", "宫", "祠", "祠堂", "塔", "坊", "牌坊", "石刻", "碑", "摩崖",
  ].sorted { $0.count > $1.count }

  /// Places with 陵 in their names.
  private static let places = [
    "武陵", "零陵", "茶陵", "沅陵", "醴陵", "炎陵县", "江陵", "兰陵", "铜陵", "涪陵", "陵水", "金陵", "广陵", "海陵", "延陵", "巴陵",
    "夷陵", "丘陵", "竟陵", "宁陵", "鄢陵", "陵川", "陵县", "高陵", "嘉陵", "西陵", "少陵", "信陵", "马陵", "安陵", "毗陵", "陵江",
    "召陵", "陵城",
  ]
}
