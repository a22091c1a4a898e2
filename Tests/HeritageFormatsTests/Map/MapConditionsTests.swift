import HeritageRegistry
import Testing

@testable import HeritageFormats

@Suite("What narrows a map")
struct MapConditionsTests {
  @Test("Every condition of a query is a clause in either language, and none is said of all relics")
  func clauses() throws {
    var query = SiteQuery()
    #expect(MapConditions.texts(of: query, in: .en) == [])
    query.text = "塔"
    query.codes = ["A-1", "A-2"]
    query.levels = [.county, .national]
    query.categories = [.category(.ancientTomb), .unknown]
    query.years = try YearRange(first: -500, last: 220)
    query.townships = ["东镇", "西镇"]
    query.group = "plain"
    query.access = [.open]
    query.provenances = [.survey]
    #expect(
      MapConditions.texts(
        of: query,
        group: SiteGroup(key: "plain", nameZH: "平原", nameEN: "The Plain", memberCount: 3), in: .en)
        == [
          "name holds: “塔”", "code: A-1, A-2", "level: National unit, County unit",
          "category: Ancient tomb, not known", "period: 500 BCE–220", "township: 东镇, 西镇",
          "group: The Plain", "access: open", "provenance: survey",
        ])
    let chinese = MapConditions.texts(of: query, in: .zh)
    #expect(chinese.count == 9)
    #expect(
      chinese.starts(with: ["名称 含“塔”", "编号 A-1、A-2", "级别 全国重点文物保护单位、县级文物保护单位"]))
    #expect(chinese.contains("年代 前500年–220年") && chinese.contains("遗址群 plain"))
    query.years = try YearRange(first: nil, last: 1911)
    #expect(MapConditions.texts(of: query, in: .en).contains("period: to 1911"))
    query.codes = ["1", "2", "3", "4"]
    #expect(MapConditions.texts(of: query, in: .zh).contains("编号 4 个"))
  }

  @Test("They stand below the title of the map and in its description")
  func subtitle() throws {
    var scene = SampleScenes.county([
      SampleScenes.site("T-1", "某址", at: SampleScenes.at(111.7, 29.7), accuracy: 20)
    ])
    scene.conditions = ["level: national", "township: 东镇"]
    let text = try #require(MapWriter(language: .en).map(scene))
    #expect(text.contains("only level: national; township: 东镇</desc>"))
    let chinese = try #require(MapWriter(language: .zh).map(scene))
    #expect(chinese.contains("只绘：level: national；township: 东镇</desc>"))
  }
}
