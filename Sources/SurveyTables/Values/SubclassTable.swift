import Foundation
import HeritageRegistry

/// The sub-classes of the third and the fourth national survey, each with its class.
///
/// Source: notices of counties and cities that call for clues to the fourth survey, which print its
/// lists (Baoji, Xinzhou, Bijiang, Maguan); the table of the third survey. The fourth survey's list for
/// modern sites was not found in full, so that a sub-class may be right and not stand here: one that
/// is not known is kept and not checked.
enum SubclassTable {
  /// One sub-class.
  struct Entry: Hashable, Sendable {
    let name: String
    let category: Category
    /// The surveys that use it.
    let surveys: Set<Int>
  }

  /// The class of a sub-class; nil for one that is not known.
  ///
  /// The long names that go on with 及其他… or 及附属物 are known by what stands before.
  static func category(of subclass: String) -> Category? {
    let folded = HeaderText.fold(subclass)
    if let entry = byName[folded] { return entry.category }
    for joint in ["及其他", "及附属", "等其他"] {
      if let range = folded.range(of: joint),
        let entry = byName[String(folded[..<range.lowerBound])]
      {
        return entry.category
      }
    }
    return nil
  }

  /// All sub-classes, in the order of the classes.
  static let entries: [Entry] =
    list(
      .ancientSite,
      both: "聚落址 城址 窑址 窖藏址 矿冶遗址 驿站古道遗址 军事设施遗址 桥梁码头遗址 祭祀遗址 水下遗址 水利设施遗址 寺庙遗址 宫殿衙署遗址 其他古遗址",
      third: "洞穴址 古战场", fourth: "早期人类活动场所 战场遗址 手工作坊遗址 其他古文化遗址")
    + list(.ancientTomb, both: "帝王陵寝 名人或贵族墓 普通墓葬 其他墓葬 其他古墓葬")
    + list(
      .ancientBuilding,
      both: "城垣城楼 宫殿府邸 宅第民居 坛庙祠堂 衙署官邸 学堂书院 驿站会馆 店铺作坊 牌坊影壁 亭台楼阙 苑囿园林 桥涵码头 堤坝渠堰 池塘井泉 其他古建筑",
      third: "寺观塔幢", fourth: "寺观塔阁")
    + list(.caveTempleStone, both: "石窟寺 摩崖石刻 碑刻 石雕 岩画 其他石刻")
    + list(
      .modernSite,
      both:
        "重要历史事件及人物活动纪念地 重要历史事件和重要机构旧址 名人故居 名人旧居 名人故、旧居 传统民居 宗教建筑 工业建筑 金融商贸建筑 中华老字号 水利设施 文化教育建筑 医疗卫生建筑 军事建筑 交通道路设施 典型风格建筑或构筑物 名人墓 烈士墓及纪念设施 其他近现代重要史迹及代表性建筑"
    )
    + list(.other, both: "", fourth: "文化景观 古猿古人类及与人类活动有关的古生物化石地点")

  private static func list(
    _ category: Category, both: String, third: String = "", fourth: String = ""
  ) -> [Entry] {
    [(both, [3, 4]), (third, [3]), (fourth, [4])].flatMap { names, surveys in
      names.split(separator: " ").map {
        Entry(name: String($0), category: category, surveys: Set(surveys))
      }
    }
  }

  private static let byName = Dictionary(
    entries.map { (HeaderText.fold($0.name), $0) }, uniquingKeysWith: { first, _ in first })
}
