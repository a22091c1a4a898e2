import HeritageRegistry
import SurveyTables
import Testing

@Suite("Columns of one name, empty levels, Traditional characters")
struct SameHeaderTests {
  @Test(
    "A merged header over two columns is an error that a map settles, by the name in the message")
  func sameName() {
    let rows = [["编号", "编号", "名称"], ["733", "1", "大桥石拱桥"]]
    let error = Sheets.read(rows).problems.first
    #expect(error?.remedy == .chooseColumn(field: "code", header: "编号 (column A)"))
    let reading = Sheets.read(rows, SurveyOptions(headers: ["code": "编号 (column B)"]))
    #expect(!reading.hasErrors && reading.records.map(\.site.code) == ["1"])
    #expect(reading.problems.map(\.column) == ["编号 (column A)"])
    let wrong = Sheets.read(rows, SurveyOptions(headers: ["code": "编号 (column C)"]))
    #expect(wrong.hasErrors)
  }

  @Test("An empty level takes none away, and with it the announcement stays")
  func emptyLevel() {
    let reading = Sheets.read([
      ["编号", "名称", "级别", "批次"], ["1", "甲", "县级", "第二批"], ["2", "乙", "", "第二批"],
      ["3", "丙", "", ""],
      ["4", "丁", "未定级", ""],
    ])
    #expect(
      reading.records.map { [$0.given.contains(.level), $0.given.contains(.batch)] } == [
        [true, true], [false, false], [false, false], [true, true],
      ])
  }

  @Test("Codes of announcements beside no level are kept in the register")
  func noLevel() {
    let reading = Sheets.read([["编号", "名称", "国保编号"], ["1", "甲", "4-0017-1-017"]])
    #expect(reading.records.first?.given == [.code, .nameZH])
    #expect(reading.problems.map(\.column) == ["国保编号"])
    #expect(reading.problems.map(\.value) == ["4-0017-1-017"])
  }

  @Test("Headers, levels, classes, periods and townships may stand in Traditional characters")
  func traditional() throws {
    let reading = Sheets.read(
      [
        ["編號", "名稱", "級別", "分類", "時代", "鄉鎮", "面積（畝）"],
        ["1", "甲", "縣級文物保護單位", "古建築", "清道光", "金羅鎮", "3"],
        ["2", "乙", "全國重點文物保護單位", "古遺址", "戰國秦漢", "盐井鎮", ""],
      ], known: try Sheets.lixian())
    let sites = reading.records.map(\.site)
    #expect(sites.map(\.township) == ["盐井镇"])
    #expect(sites.map(\.level) == [.national] && sites.map(\.category) == [.ancientSite])
    #expect(sites.map(\.period.start) == [-475] && sites.map(\.period.end) == [220])
    // A name is not converted as a whole: 羅 stands in no word that tables are made of.
    #expect(reading.rejected.map(\.row) == [2])
  }
}
