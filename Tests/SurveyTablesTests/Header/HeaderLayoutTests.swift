import Geodesy
import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Layouts of headers")
struct HeaderLayoutTests {
  private let cgcs = SurveyOptions(datum: .cgcs2000)

  @Test("Title rows stand above the header")
  func titles() throws {
    let reading = Sheets.read([
      ["澧县不可移动文物一览表"], ["填报单位：澧县文物局", "", "2024年"], [],
      ["序号", "编号", "名称", "文物级别"], ["1", "LX-1", "城头山遗址", "全国重点文物保护单位"],
    ])
    #expect(reading.lines == [])
    #expect(reading.sheets.first?.headerRows == 4...4)
    let record = try #require(reading.records.first)
    #expect(record.site.code == "LX-1" && record.site.level == .national)
    #expect(record.place.row == 5)
    #expect(record.given == [.code, .nameZH, .level])
  }

  @Test("A merged title may stand in every column that it covers")
  func filledTitle() {
    let title = Array(repeating: "澧县文物名称表", count: 3)
    let reading = Sheets.read([title, ["编号", "名称", "级别"], ["1", "某桥", "县级"]])
    #expect(reading.lines == [])
    #expect(reading.sheets.first?.headerRows == 2...2)
  }

  @Test("A group stands over two columns, its cell merged or repeated", arguments: [true, false])
  func groups(isMerged: Bool) throws {
    let reading = Sheets.read(
      [
        ["编号", "名称", "位置", isMerged ? "" : "位置", "坐标", isMerged ? "" : "坐标", "备注"],
        isMerged ? ["", "", "乡镇", "村", "经度", "纬度"] : ["编号", "名称", "乡镇", "村", "经度", "纬度", "备注"],
        ["1", "某桥", "大堰垱镇", "某村", "111°38′00″", "29°45′00″", "石桥"],
      ], cgcs)
    #expect(reading.lines == [])
    #expect(reading.sheets.first?.headerRows == 1...2)
    let site = try #require(reading.records.first?.site)
    #expect(site.township == "大堰垱镇" && site.village == "某村" && site.notes == "石桥")
    #expect(site.position?.coordinate.latitude == 29.75)
    #expect(site.position?.verbatim == "111°38′00″, 29°45′00″")
    #expect(site.position?.declaredSystem == "cgcs2000")
  }

  @Test("A group names the datum of its columns")
  func groupWithDatum() {
    let reading = Sheets.read([
      ["编号", "名称", "坐标（CGCS2000）", ""], ["", "", "经度", "纬度"], ["1", "某桥", "111.6", "29.7"],
    ])
    #expect(reading.lines == [])
    #expect(reading.records.first?.site.position?.declaredSystem == "cgcs2000")
  }

  @Test("The area of a zone is not the relic's")
  func zoneArea() {
    let reading = Sheets.read([
      ["编号", "名称", "保护范围", "", "面积"], ["", "", "四至", "面积", ""], ["1", "某桥", "桥身", "500", "80"],
    ])
    #expect(reading.records.first?.site.areaSquareMetres == 80)
    #expect(reading.lines.map { $0.contains("is not understood") } == [true, true])
  }

  @Test("Chinese and English stand in two columns, the name in both, the rest in one")
  func pairs() throws {
    let reading = Sheets.read([
      ["编号", "Code", "名称", "Name", "类别", "Category"],
      ["1", "1", "余家牌坊", "Yu Arch", "古建筑", "Ancient building"],
    ])
    let site = try #require(reading.records.first?.site)
    #expect(site.nameZH == "余家牌坊" && site.nameEN == "Yu Arch" && site.category == .ancientBuilding)
    #expect(
      reading.lines == [
        "warning: table.xlsx, row 1, column Code: \"Code\": the column is the English twin of 编号, which is read; nothing is to be done if both say the same",
        "warning: table.xlsx, row 1, column Category: \"Category\": the column is the English twin of 类别, which is read; nothing is to be done if both say the same",
      ])
  }

  @Test("Chinese and English stand in one cell, or one line above the other")
  func bilingual() {
    let reading = Sheets.read([
      ["编号 Code", "名称\nName", "文物级别/Level"], ["1", "某桥", "省保"],
    ])
    #expect(reading.lines == [])
    let lines = Sheets.read([
      ["编号", "名称", "文物级别"], ["Code", "Name", "Level"], ["1", "某桥", "省保"],
    ])
    #expect(lines.lines == [])
    for reading in [reading, lines] {
      #expect(reading.records.map(\.site.level) == [.provincial])
    }
  }

  @Test("Name alone is the Chinese name where no other column is")
  func plainName() {
    let reading = Sheets.read([["ID", "Name", "Level"], ["1", "某桥", "county"]])
    #expect(reading.lines == [])
    #expect(reading.records.first?.site.nameZH == "某桥")
  }

  @Test("Units, numbers of columns, repeated headers, totals and notes are no relics")
  func passedOver() throws {
    let reading = Sheets.read([
      ["编号", "名称", "面积"], ["(1)", "(2)", "(3)"], ["一、古建筑"], ["1", "甲桥", "2"], ["编号", "名称", "面积"],
      ["2", "乙桥", "3"], ["合计", "", "5"], ["注：面积以亩计"],
    ])
    let sheet = try #require(reading.sheets.first)
    #expect(sheet.passedOver.map(\.row) == [2, 3, 5, 7, 8])
    #expect(sheet.passedOver.map(\.reason) == [.numbers, .heading, .header, .total, .remark])
    #expect(reading.records.map(\.site.nameZH) == ["甲桥", "乙桥"])
    #expect(sheet.rowCount == 2)
    #expect(reading.records.map(\.site.category) == [.ancientBuilding, .ancientBuilding])
    #expect(reading.lines.count == 1)
  }

  @Test("A row of units says what the areas are in")
  func units() {
    let reading = Sheets.read([["编号", "名称", "面积"], ["", "", "（亩）"], ["1", "甲桥", "3"]])
    // One cell alone is no row of units.
    #expect(reading.hasErrors)
    let two = Sheets.read([
      ["编号", "名称", "面积", "精度"], ["", "", "（亩）", "米"], ["1", "甲桥", "3", ""],
    ])
    #expect(two.records.first?.site.areaSquareMetres == 2000)
  }

  @Test("A column without a header, and one that is misspelt, are named and not read")
  func unknown() {
    let reading = Sheets.read([
      ["编号", "", "名称", "地址及位值", "", "所有权"], ["1", "", "某桥", "某村", "漏", "国家"],
    ])
    #expect(
      reading.lines == [
        "warning: table.xlsx, row 1, column 地址及位值: \"地址及位值\": the column is not understood and is not read {nameField(header: \"地址及位值\", near: Optional(\"地址及位置\"))}",
        "warning: table.xlsx, row 1, column 所有权: \"所有权\": the column is not understood and is not read {nameField(header: \"所有权\", near: nil)}",
        "warning: table.xlsx, row 1, column column E: \"漏\": the column has no header and is not read; give it a header, or delete it",
      ])
  }

  @Test("Two columns for one field are an error that names both")
  func twice() {
    let rows = [["编号", "代码", "名称"], ["1", "2", "某桥"]]
    #expect(
      Sheets.read(rows).lines == [
        "error: table.xlsx, row 1, column 代码: \"编号, 代码\": the columns 编号 and 代码 are both read as code {chooseColumn(field: \"code\", header: \"编号\")}"
      ])
    let chosen = Sheets.read(rows, SurveyOptions(headers: ["code": "代码"]))
    #expect(!chosen.hasErrors)
    #expect(chosen.records.map(\.site.code) == ["2"])
    #expect(chosen.problems.count == 1)
  }

  @Test(
    "The number of a survey beside a code of the register's own is that survey's",
    arguments: [
      (["编号", "三普编号", "名称"], ["code", "code_survey3"]),
      (["四普编号", "三普编号", "编号", "名称"], ["code_survey4", "code_survey3", "code"]),
      (["三普编号", "名称"], ["code"]),
      // Nobody says which of the two is the register's.
      (["三普编号", "四普编号", "名称"], ["code"]),
    ])
  func surveyNumbers(_ header: [String], _ roles: [String]) {
    let reading = Sheets.read([header, Array("12345".map(String.init).prefix(header.count))])
    #expect(header.compactMap { reading.roles[$0] }.dropLast() == roles[...])
    #expect(reading.hasErrors == (header[1] == "四普编号"))
  }

  @Test("A map names headers that no table of names knows")
  func map() {
    let rows = [["说法", "甲", "乙"], ["见", "LX-1", "某桥"]]
    let options = SurveyOptions(headers: ["code": "甲", "name_zh": "乙"])
    let reading = Sheets.read(rows, options)
    #expect(reading.records.map(\.site.nameZH) == ["某桥"])
    #expect(reading.roles == ["甲": "code", "乙": "name_zh"])
  }

  @Test("A map with a field or a header that is not there is an error with suggestions")
  func badMap() {
    let rows = [["编号", "单位名称", "级别"], ["1", "某桥", "县级"]]
    let reading = Sheets.read(rows, SurveyOptions(headers: ["name_hz": "单位名称", "notes": "单位名"]))
    #expect(
      reading.lines == [
        "error: table.xlsx, column 单位名称: \"name_hz\": no field has this name; did you mean name_zh, name_en?",
        "error: table.xlsx, row 1, column 单位名: \"单位名\": the header has no column 单位名, which is named for notes; did you mean 单位名称?",
      ])
    #expect(reading.tableErrors.count == 2)
  }

  @Test("A table without codes or without names says so")
  func missing() {
    let reading = Sheets.read([["序号", "名称", "级别"], ["1", "某桥", "县级"]])
    #expect(
      reading.lines.first
        == "error: table.xlsx, row 1, column code: \"序号, 名称, 级别\": the header has no column for the code {takeSerialNumbers(header: \"序号\")}"
    )
    #expect(reading.records.isEmpty)
  }

  @Test("A file without a header of relics is an error, an explanation beside a table is a warning")
  func noHeader() {
    let explanation = Sheets.sheet([["字段", "说法"], ["code", "编号"]], name: "说明")
    let table = Sheets.sheet([["编号", "名称"], ["1", "某桥"]], name: "文物")
    let both = SurveyReader().read([table, explanation], known: SurveyContext())
    #expect(!both.hasErrors && both.records.count == 1)
    #expect(both.sheets.map(\.omission) == [nil, .noHeader])
    let alone = SurveyReader().read([explanation], known: SurveyContext())
    #expect(alone.tableErrors.count == 1)
  }

  @Test("A hidden sheet is named, and read when it is asked for by name")
  func hidden() {
    let rows = [["编号", "名称"], ["1", "某桥"]]
    let sheets = [
      Sheets.sheet(rows, name: "甲"),
      Sheets.sheet([["编号", "名称"], ["2", "乙桥"]], name: "乙", isHidden: true),
    ]
    let reading = SurveyReader().read(sheets, known: SurveyContext())
    #expect(reading.records.map(\.site.code) == ["1"])
    #expect(
      reading.lines == [
        "warning: table.xlsx, sheet 乙: the sheet is hidden, and is not read {nameSheet(\"乙\")}"
      ])
    let asked = SurveyReader(SurveyOptions(sheets: ["乙"])).read(sheets, known: SurveyContext())
    #expect(asked.records.map(\.site.code) == ["2"])
    #expect(asked.sheets.map(\.omission) == [.notAskedFor, nil])
    let wrong = SurveyReader(SurveyOptions(sheets: ["丙"])).read(sheets, known: SurveyContext())
    #expect(wrong.tableErrors.first?.suggestion?.description == "its sheets are 甲, 乙")
  }
}
