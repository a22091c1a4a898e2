import HeritageRegistry
import Tables
import Words

/// The six classes of both national surveys, in their words and in everyday ones.
enum ClassWords {
  /// A class, and the sub-class that stands with it in one cell: 古建筑/牌坊影壁.
  struct Reading: Hashable, Sendable {
    let category: Category
    var subcategory: String?
  }

  /// Reads a class, a class with its sub-class, or a sub-class that tells the class.
  ///
  /// - Throws: ``ValueFault``.
  static func read(_ text: String) throws(ValueFault) -> Reading {
    if let category = categories[HeaderText.fold(text)] { return Reading(category: category) }
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

  private static let categories: [String: Category] = {
    var categories: [String: Category] = [:]
    for (category, words) in words {
      for word in words + [category.labels.en] { categories[HeaderText.fold(word)] = category }
    }
    return categories
  }()
}
