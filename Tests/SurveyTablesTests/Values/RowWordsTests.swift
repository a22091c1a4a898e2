import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Levels, classes, periods and townships of rows")
struct RowWordsTests {
  @Test("A level without a level column is registered and not stated, an empty cell too")
  func noLevel() {
    let none = Sheets.read([["编号", "名称"], ["1", "甲"]])
    #expect(none.records.first?.site.levelBasis == .notStated && none.lines == [])
    let empty = Sheets.read([["编号", "名称", "级别"], ["1", "甲", ""], ["2", "乙", "-"]])
    #expect(empty.records.map(\.site.levelBasis) == [.notStated, .notStated])
    #expect(empty.problems.count == 1)
  }

  @Test("The class and the sub-class are checked against each other")
  func classes() {
    let reading = Sheets.read([
      ["编号", "名称", "类别", "细分类别"], ["1", "甲", "古建筑", "碑刻"], ["2", "乙", "古建筑", "廊桥"],
    ])
    #expect(!reading.hasErrors)
    #expect(
      reading.problems.map(\.rule.description) == ["is a sub-class of 石窟寺及石刻, and the class is 古建筑"]
    )
  }

  @Test("A period that no table knows keeps its words, has no years, and is said once for all rows")
  func unknownPeriod() {
    let reading = Sheets.read([
      ["编号", "名称", "年代"], ["1", "甲", "很早"], ["2", "乙", "很早"], ["3", "丙", "距今约6000年"],
    ])
    #expect(reading.records.map(\.site.period.words) == ["很早", "很早", "距今约6000年"])
    #expect(reading.records.allSatisfy { $0.site.period.start == nil && $0.site.period.end == nil })
    #expect(reading.problems.count == 2 && !reading.hasErrors)
    #expect(reading.problems.first?.rule.description.hasSuffix("(and so in 1 more row)") == true)
  }

  @Test("Years that are given win over words, and words that disagree with 统计年代 are said")
  func givenYears() {
    let given = Sheets.read([
      ["编号", "名称", "年代", "起始年", "终止年"], ["1", "甲", "清", "1828", "1843"], ["2", "乙", "清", "", ""],
    ])
    #expect(given.records.map(\.site.period.start) == [1828, 1644])
    let ticked = Sheets.read([
      ["编号", "名称", "年代", "统计年代"], ["1", "甲", "清", "隋唐五代十国"], ["2", "乙", "", "明代"],
    ])
    #expect(ticked.problems.map(\.rule.description) == ["does not agree with the period 清"])
    #expect(ticked.records.last?.site.period == Period(words: "明代", start: 1368, end: 1644))
    let reversed = Sheets.read([["编号", "名称", "起始年", "终止年"], ["1", "甲", "1843", "1828"]])
    #expect(
      reversed.problems.map(\.rule.description) == ["must not be before the first year, 1843"])
  }

  @Test("An announcement stands for announced levels alone")
  func designations() {
    let reading = Sheets.read([
      ["编号", "名称", "级别", "批次", "公布时间", "公布依据"], ["1", "甲", "县级", "", "", ""],
      ["2", "乙", "县级", "第二批", "", ""],
      ["3", "丙", "未定级", "第二批", "", ""], ["4", "丁", "县级", "", "", "某文〔2011〕3号"],
      ["5", "戊", "第六批国保", "", "", ""],
    ])
    #expect(reading.records.map(\.dossier.designations.count) == [0, 1, 0, 1, 1])
    #expect(
      reading.records.map { $0.dossier.designations.first?.source } == [
        nil, "table.xlsx", nil, "某文〔2011〕3号", "table.xlsx",
      ])
    #expect(reading.records.last?.dossier.designations.first?.batch == "第六批")
    #expect(reading.problems.map(\.severity) == [.warning])
  }

  @Test(
    "A township is known without its last word and behind its county",
    arguments: ["复兴", "澧县复兴镇", "复兴镇人民政府"])
  func townships(text: String) throws {
    let reading = Sheets.read([["编号", "名称", "乡镇"], ["1", "甲", text]], known: try Sheets.lixian())
    #expect(reading.records.first?.site.township == "复兴镇")
    #expect(reading.problems.map(\.severity) == [.warning])
  }

  @Test("An unknown township is refused with the nearest")
  func unknownTownship() throws {
    let reading = Sheets.read(
      [["编号", "名称", "乡镇"], ["1", "甲", "大堰档镇"]], known: try Sheets.lixian())
    #expect(reading.problems.first?.suggestion?.description == "did you mean 大堰垱镇?")
    let unchecked = Sheets.read([["编号", "名称", "乡镇"], ["1", "甲", "大堰档镇"]])
    #expect(unchecked.records.first?.site.township == "大堰档镇")
  }
}
