import HeritageTestSupport
import Testing

@testable import HeritageRegistry

@Suite("What words say of a tomb")
struct TombWordsTests {
  @Test(
    "A tomb is known by its words",
    arguments: [
      "张家坡汉墓", "王家墓群", "双冢", "李家祖坟", "太子坟", "悬棺葬", "石棺", "土冢子", "明十三陵", "长陵", "武陵王陵", "桂王陵寝",
      "岳飞墓祠", "葬坑", "张氏祖茔", "封土堆", "万人坑", "墓葬群遗址", "太和桥（张家墓）", "石桥及古墓", "墓亭", "某墓碑", "Wang tomb",
      "名人墓", "古墓", "塔林", "王塚",
    ])
  func says(text: String) {
    #expect(TombWords.sign(of: text) == .says)
  }

  @Test(
    "What only has a word of a tomb is told apart",
    arguments: [
      "张公墓桥", "墓前街", "坟山小学", "冢子坡水库", "葬花亭", "茶陵书院", "武陵阁", "江陵城", "烈士陵园", "烈士墓", "革命烈士公墓",
      "金陵会馆", "陵园", "古墓岗渡槽", "烈士墓及纪念设施", "棺材岩寨",
    ])
  func resembles(text: String) {
    #expect(TombWords.sign(of: text) == .resembles)
  }

  @Test(
    "Most names say nothing of one",
    arguments: ["城头山遗址", "余家牌坊", "澧州文庙", "南岳宫", "Engraved stone", "大堰垱", ""])
  func none(text: String) {
    #expect(TombWords.sign(of: text) == .none)
  }

  @Test("Without a class a fine position is withheld, and a rough one is not")
  func rule() {
    func rule(
      _ name: String, _ category: HeritageRegistry.Category?, accuracy: Double? = 10,
      isOpen: Bool = false, other: String? = nil
    ) -> DisclosureRule {
      DisclosureRule(
        for: Site(
          code: "T-1", nameZH: name, category: category, level: .registered, levelBasis: .stated,
          position: .surveyed(111.5, 29.5, accuracy: accuracy), provenance: .survey),
        otherNames: other.map { [OtherName(name: $0, kind: .alias)] } ?? [], isOpen: isOpen)
    }
    #expect(rule("样点", nil).reason == .noCategory)
    #expect(rule("样点", nil).disclosure == .withheld)
    #expect(rule("样点", nil, accuracy: nil).disclosure == .withheld)
    #expect(rule("样点", nil, accuracy: 1000).disclosure == .open)
    #expect(rule("样点", nil, isOpen: true).disclosure == .open)
    #expect(rule("样墓", .ancientBuilding).reason == .words("样墓"))
    #expect(rule("样点", .other, other: "某家坟").disclosure == .withheld)
    #expect(rule("样点", .ancientSite).disclosure == .coarse)
    #expect(rule("样墓", .ancientSite).disclosure == .withheld)
    #expect(rule("张公墓桥", .ancientBuilding).disclosure == .open)
    #expect(rule("张公墓桥", .ancientBuilding).resembling == "张公墓桥")
    #expect(rule("张公墓桥", nil).disclosure == .withheld)
  }
}
