import HeritageRegistry
import Testing

@testable import SurveyTables

@Suite("Words of levels and classes")
struct WordTests {
  @Test(
    "A level is understood in the words of the law, of the form and of everyday tables",
    arguments: [
      ("全国重点文物保护单位", ProtectionLevel.national), ("国保", .national), ("国家级", .national),
      ("全国重点", .national),
      ("全国重点文保单位", .national), ("National unit", .national), ("national", .national),
      ("省级文物保护单位", .provincial), ("省级", .provincial), ("省保", .provincial), ("省文物保护单位", .provincial),
      ("湖南省文物保护单位", .provincial), ("设区的市级文物保护单位", .municipal), ("市级", .municipal),
      ("市保单位", .municipal),
      ("县级文物保护单位", .county), ("县（市、区）级", .county), ("县(市、区)级文物保护单位", .county), ("区级", .county),
      ("澧县文物保护单位", .county), ("未定级不可移动文物", .registered), ("尚未核定公布为文物保护单位", .registered),
      ("尚未核定公布为文物保护单位的不可移动文物", .registered), ("尚未核定", .registered), ("登记点", .registered),
      ("registered", .registered), ("一般不可移动文物", .registered),
    ])
  func level(text: String, level: ProtectionLevel) throws {
    #expect(try LevelWords.read(text).level == level)
  }

  @Test("A batch before the level is kept")
  func batch() throws {
    #expect(
      try LevelWords.read("第七批全国重点文物保护单位")
        == .init(level: .national, announcement: AnnouncementText(batch: "第七批")))
    #expect(
      try LevelWords.read("第8批国保")
        == .init(level: .national, announcement: AnnouncementText(batch: "第八批")))
  }

  @Test(
    "Words that mean two levels, or none, are refused",
    arguments: [
      ("市级和县级", "means two levels, that of the city and that of the county"),
      ("市县级", "means two levels, that of the city and that of the county"),
      ("津市市文物保护单位", "does not say whether the city is one of prefecture or of county level"),
      ("省籍", "is no protection level"), ("很高", "is no protection level"),
    ])
  func noLevel(text: String, rule: String) {
    let fault = #expect(throws: ValueFault.self) { try LevelWords.read(text) }
    #expect(fault?.rule.description == rule)
    #expect(fault?.suggestion != nil)
  }

  @Test(
    "A class is understood in the words of both surveys",
    arguments: [
      ("古遗址", Category.ancientSite, nil), ("古文化遗址", .ancientSite, nil), ("古墓葬", .ancientTomb, nil),
      ("古建筑", .ancientBuilding, nil), ("石窟寺及石刻", .caveTempleStone, nil),
      ("近现代重要史迹及代表性建筑", .modernSite, nil), ("近现代重要史迹", .modernSite, nil), ("其它", .other, nil),
      ("Ancient tomb", .ancientTomb, nil), ("ancient_site", .ancientSite, nil),
      ("古建筑/牌坊影壁", .ancientBuilding, "牌坊影壁"), ("古建筑（桥涵码头）", .ancientBuilding, "桥涵码头"),
      ("寺观塔幢", .ancientBuilding, "寺观塔幢"), ("古建築", .ancientBuilding, nil),
      ("近現代重要史蹟及代表性建築", .modernSite, nil),
    ] as [(String, HeritageRegistry.Category, String?)])
  func category(text: String, category: HeritageRegistry.Category, subcategory: String?) throws {
    #expect(try ClassWords.read(text) == .init(category: category, subcategory: subcategory))
  }

  @Test("A word that is no class is refused with the nearest")
  func noClass() {
    let fault = #expect(throws: ValueFault.self) { try ClassWords.read("古建竺") }
    #expect(fault?.rule.description == "is none of the six classes")
    #expect(fault?.suggestion?.description == "did you mean 古建筑, 古建?")
  }

  @Test(
    "A sub-class tells its class",
    arguments: [
      ("城址", HeritageRegistry.Category.ancientSite), ("聚落址", .ancientSite), ("洞穴址", .ancientSite),
      ("名人或贵族墓", .ancientTomb), ("城垣城楼及其他军事建筑及设施", .ancientBuilding), ("寺观塔阁", .ancientBuilding),
      ("碑刻", .caveTempleStone), ("工业建筑及附属物", .modernSite), ("文化景观", .other),
    ])
  func subclass(name: String, category: HeritageRegistry.Category) {
    #expect(SubclassTable.category(of: name) == category)
  }

  @Test(
    "The fourth survey's lists for sites, tombs and buildings have the sizes that are published")
  func sizes() {
    func count(_ category: HeritageRegistry.Category) -> Int {
      // 其他古遗址 and 其他古墓葬 are other words for entries that are there.
      SubclassTable.entries.count {
        $0.category == category && $0.surveys.contains(4)
          && !["其他古遗址", "其他古墓葬"].contains($0.name)
      }
    }
    #expect(count(.ancientSite) == 17)
    #expect(count(.ancientTomb) == 4)
    #expect(count(.ancientBuilding) == 16)
    #expect(Set(SubclassTable.entries.map(\.name)).count == SubclassTable.entries.count)
  }
}
