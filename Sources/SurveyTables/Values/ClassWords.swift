import HeritageRegistry
import Tables
import Words

/// The six classes of both national surveys, in their words and in everyday ones.
enum ClassWords {
  /// A class, and the sub-class that stands with it in one cell: 古建筑/牌坊影壁.
  struct Reading: Hashable, Sendable {
    let category: Category
    var subcategory: String?
    /// What a person should know of the reading.
    var remark: ValueFault?
  }

  /// Reads a class, a class with its sub-class, or a sub-class that tells the class.
  ///
  /// - Throws: ``ValueFault``.
  static func read(_ text: String) throws(ValueFault) -> Reading {
    if let category = categories[HeaderText.fold(text)] { return Reading(category: category) }
    if let former = former[HeaderText.fold(text)] {
      return Reading(
        category: former.category, subcategory: text,
        remark: former.isExact
          ? nil
          : ValueFault(
            Sentence("survey.formerClass", ["category": former.category.labels.zh]),
            suggestion: Sentence("survey.fineIfMeant")))
    }
    if let category = SubclassTable.category(of: text) {
      return Reading(category: category, subcategory: text)
    }
    // 古建筑-牌坊影壁, 古建筑（牌坊影壁）
    let parts = text.split(maxSplits: 1, whereSeparator: { "-－—–/／>＞:：·(（".contains($0) })
    if parts.count == 2, let category = categories[HeaderText.fold(String(parts[0]))] {
      let rest = parts[1].filter { !")）".contains($0) }.trimmingWhitespace
      if !rest.isEmpty { return Reading(category: category, subcategory: rest) }
    }
    throw ValueFault(
      Sentence("survey.unknownClass"),
      suggestion: Nearest.question(text, among: words.flatMap(\.1))
        ?? Sentence("survey.writeOneOfThese", ["value": Category.allCases.map(\.labels.zh)]))
  }

  private static let words: [(Category, [String])] = [
    (.ancientSite, ["古文化遗址", "古遗址", "古遗址类", "文化遗址", "ancient_site"]),
    (.ancientTomb, ["古墓葬", "古墓", "古墓葬类", "古墓群", "墓葬", "墓葬类", "古代墓葬", "陵墓", "ancient_tomb"]),
    (.ancientBuilding, ["古建筑", "古建", "古建筑类", "古代建筑", "ancient_building"]),
    (
      .caveTempleStone,
      [
        "石窟寺及石刻", "石窟寺和石刻", "石窟寺与石刻", "石窟寺石刻", "石窟及石刻", "石窟寺及石刻类", "cave_temple_stone",
      ]
    ),
    (
      .modernSite,
      [
        "近现代重要史迹及代表性建筑", "近现代重要史迹和代表性建筑", "近现代重要史迹与代表性建筑", "近现代重要史迹及代表性建筑类", "近现代重要史迹",
        "近现代史迹及代表性建筑", "近现代史迹", "近现代代表性建筑", "近现代建筑", "近现代", "modern_site",
      ]
    ),
    (.other, ["其他", "其它", "其他类", "其他文物", "other"]),
  ]

  /// The classes of the first three national lists (1961, 1982, 1988) and other words in use, which stay as
  /// sub-classes; others than stone may stand under 石刻及其他.
  private static let former: [String: (category: Category, isExact: Bool)] = {
    let words: [(Category, Bool, [String])] = [
      (.modernSite, true, ["革命遗址及革命纪念建筑物", "革命遗址", "革命旧址", "革命纪念建筑物"]),
      (.ancientBuilding, true, ["古建筑及历史纪念建筑物", "历史纪念建筑物", "古桥", "古桥梁"]),
      (.ancientSite, true, ["古窑址"]), (.caveTempleStone, true, ["石刻"]),
      (.caveTempleStone, false, ["石刻及其他", "石刻及其它"]),
    ]
    return Dictionary(
      words.flatMap { category, isExact, words in
        words.map { (HeaderText.fold($0), (category, isExact)) }
      }, uniquingKeysWith: { first, _ in first })
  }()

  private static let categories: [String: Category] = {
    var categories: [String: Category] = [:]
    for (category, words) in words {
      for word in words + [category.labels.en] { categories[HeaderText.fold(word)] = category }
    }
    return categories
  }()
}
