import Geodesy
import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Rows of a survey table")
struct SurveyReaderTests {
  private static let header = [
    "编号", "名称", "文物级别", "类别", "细分类别", "年代", "统计年代", "乡镇", "面积", "公布时间", "批次", "坐标", "坐标系", "精度",
    "起始年",
  ]

  @Test("A row of a bureau's table becomes a record, and what is inferred is not given")
  func row() throws {
    let reading = Sheets.read(
      [
        [
          "登记号", "单位名称", "保护级别", "批次", "公布时间", "细分类别", "年代", "所在乡镇", "经度", "纬度", "面积（亩）", "曾用名",
          "考古学文化",
          "简介",
        ],
        [
          "430723-0001", "余家牌坊", "国保", "7", "2013年3月5日", "牌坊影壁", "清道光", "车溪乡", "东经111度38分00秒",
          "北纬29°45′00″", "3", "余家节孝坊、石牌坊", "大溪文化；屈家岭文化", "一座石牌坊。\n保存完好。",
        ],
      ], SurveyOptions(datum: .cgcs2000), known: try Sheets.lixian())
    #expect(
      reading.lines == [
        "warning: table.xlsx, row 2, column 所在乡镇: \"车溪乡\": is a former township, read as 城头山镇; write 城头山镇"
      ])
    let record = try #require(reading.records.first)
    let site = record.site
    #expect(site.code == "430723-0001" && site.nameZH == "余家牌坊")
    #expect(site.level == .national && site.levelBasis == .stated && site.provenance == .survey)
    #expect(site.category == .ancientBuilding && site.subcategory == "牌坊影壁")
    #expect(site.period == Period(words: "清道光", start: 1821, end: 1850))
    #expect(site.cultures == ["大溪文化", "屈家岭文化"] && site.township == "城头山镇")
    #expect(site.areaSquareMetres == 2000 && site.summaryZH == "一座石牌坊。保存完好。")
    let position = try #require(site.position)
    #expect(position.coordinate == (try Coordinate(longitude: 111 + 38.0 / 60, latitude: 29.75)))
    #expect(position.method == .survey && position.accuracy == nil)
    #expect(position.verbatim == "东经111度38分00秒, 北纬29°45′00″")
    #expect(position.declaredSystem == "cgcs2000" && site.disclosure == .open)
    #expect(
      record.dossier.designations == [
        Designation(
          level: .national, batch: "第七批", year: 2013, officialCode: nil, standing: .present,
          source: "table.xlsx")
      ])
    #expect(record.dossier.otherNames.map(\.name) == ["余家节孝坊", "石牌坊"])
    #expect(
      record.given == [
        .code, .nameZH, .level, .batch, .batchYear, .subcategory, .periodWords, .township,
        .position,
        .verbatim, .declaredSystem, .area, .formerNames, .cultures, .summaryZH,
      ])
  }

  /// A value for a column of ``header``, and the rule that it breaks.
  private static let faults: [(String, String, String)] = [
    ("编号", "", "must not be empty"),
    ("名称", "", "must not be empty"),
    ("名称", "某\u{1B}桥", "must be plain text, and holds the control character U+001B"),
    ("文物级别", "市级和县级", "means two levels, that of the city and that of the county"),
    ("文物级别", "很高", "is no protection level"),
    ("类别", "桥", "is none of the six classes"),
    ("乡镇", "城头上镇", "no township, present or former, has this name"),
    ("乡镇", "中武乡", "is a former township, and no source says which township it became part of"),
    ("面积", "很大", "must be an area above 0, as in 1870, 1870平方米, 2.8亩 or 0.19公顷"),
    ("公布时间", "1912", "must be a year from 1949 to 3000"),
    (
      "坐标系", "北京54",
      "1954 Beijing (北京54) cannot be converted: its parameters are not public, and without them positions are wrong by up to hundreds of metres; ask the surveying bureau for the table in CGCS2000"
    ),
    ("坐标系", "某系", "is no datum that is known"),
    ("坐标系", "", "the row does not say what datum its coordinate is in"),
    ("坐标", "111.6", "there is one value, and a coordinate has two"),
    ("坐标", "29.6, 29.7", "29.6 and 29.7 can each be the latitude: mark them, as in E29.6 N29.7"),
    ("精度", "-3", "must be a radius in metres above 0"),
    ("起始年", "0", "must be a year from -3000000 to 3000, and there is no year 0"),
  ]

  @Test("Every fault of a cell has its row, column, value, rule and suggestion", arguments: faults)
  func fault(column: String, value: String, rule: String) throws {
    var row = Self.header.map { _ in "" }
    func set(_ name: String, _ text: String) throws {
      row[try #require(Self.header.firstIndex(of: name))] = text
    }
    for (name, text) in [
      ("编号", "X-1"), ("名称", "某桥"), ("文物级别", "县级"), ("坐标", "111.6, 29.7"), ("坐标系", "WGS84"),
    ] {
      try set(name, text)
    }
    try set(column, value)
    let reading = Sheets.read([Self.header, row], known: try Sheets.lixian())
    let errors = reading.problems.filter { $0.severity == .error }
    #expect(errors.map(\.rule.description) == [rule])
    let error = try #require(errors.first)
    #expect(error.file == "table.xlsx" && error.line == 2 && error.column == column)
    #expect(error.value != nil)
    #expect(error.suggestion?.description.isEmpty == false || error.remedy != nil)
    #expect(reading.records.isEmpty && reading.rejected.map(\.row) == [2])
    #expect(reading.tableErrors.isEmpty)
  }

  @Test("All problems are reported, not the first")
  func all() {
    let reading = Sheets.read([
      ["编号", "名称", "级别", "面积"], ["", "", "很高", "很大"], ["2", "某桥", "县级", ""], ["3", "", "县级", "-"],
    ])
    #expect(reading.problems.map(\.line) == [2, 2, 2, 2, 4])
    #expect(reading.records.map(\.site.code) == ["2"])
    #expect(reading.rejected.map(\.row) == [2, 4])
  }

  @Test("Codes that clash are named with their rows, without regard to case, across sheets")
  func clashes() {
    let sheets = [
      Sheets.sheet([["编号", "名称"], ["a-1", "甲"], ["A-1", "乙"], ["3", ""]], name: "一"),
      Sheets.sheet([["编号", "名称"], ["A-1", "丙"], ["2", "丁"], ["3", "戊"]], name: "二"),
    ]
    let reading = SurveyReader().read(sheets, known: SurveyContext())
    #expect(
      reading.lines == [
        "error: table.xlsx, sheet 一, row 2, column 编号: \"a-1\": the code stands also in row 3, sheet 二 row 2; give each relic a code of its own, or leave one row",
        "error: table.xlsx, sheet 一, row 3, column 编号: \"A-1\": the code stands also in row 2, sheet 二 row 2; give each relic a code of its own, or leave one row",
        "error: table.xlsx, sheet 一, row 4, column 名称: \"\": must not be empty; write the name of the relic",
        "error: table.xlsx, sheet 一, row 4, column 编号: \"3\": the code stands also in sheet 二 row 4; give each relic a code of its own, or leave one row",
        "error: table.xlsx, sheet 二, row 2, column 编号: \"A-1\": the code stands also in sheet 一 row 2, sheet 一 row 3; give each relic a code of its own, or leave one row",
        "error: table.xlsx, sheet 二, row 4, column 编号: \"3\": the code stands also in sheet 一 row 4; give each relic a code of its own, or leave one row",
      ])
    #expect(reading.records.map(\.site.nameZH) == ["丁"])
    #expect(reading.rejected.count == 5)
  }

  @Test("Codes stored as numbers keep their digits, with one warning for the sheet")
  func numbers() {
    let sheet = Sheets.sheet(values: [
      [.text("编号"), .text("名称")], [.number(430_723_001), .text("甲")], [.number(2), .text("乙")],
      [.number(4.17), .text("丙")],
    ])
    let reading = SurveyReader().read([sheet], known: SurveyContext())
    #expect(reading.records.map(\.site.code) == ["430723001", "2"])
    #expect(
      reading.lines == [
        "warning: table.xlsx, row 2, column 编号: the code is stored as a number, so leading zeros may be lost (and so in 1 more row); format the column as text and check the codes",
        "error: table.xlsx, row 4, column 编号: \"4.17\": is a number that does not keep the digits of a code; format the column as text and write the code anew",
      ])
  }

  @Test("Failed formulas and yes or no are refused, each with its cell")
  func faultCells() {
    let sheet = Sheets.sheet(values: [
      [.text("编号"), .text("名称"), .text("面积"), .text("发掘")],
      [.fault("#REF!"), .text("甲"), .flag(true), .flag(true)],
      [.text("2"), .text("乙"), .number(12.5), .flag(false)],
    ])
    let reading = SurveyReader().read([sheet], known: SurveyContext())
    #expect(
      reading.lines == [
        "error: table.xlsx, row 2, column 编号: \"#REF!\": the formula of the cell has failed; mend the formula, or write the value",
        "error: table.xlsx, row 2, column 面积: \"TRUE\": is a yes or no where a text or a number belongs; write the value as text",
      ])
    #expect(reading.records.first?.site.excavated == "no")
    #expect(reading.records.first?.site.areaSquareMetres == 12.5)
  }

  @Test("Codes are one where the register takes them for one: by the case of Latin letters alone")
  func codes() {
    let reading = Sheets.read([
      ["编号", "名称"], ["a-ß", "甲"], ["A-SS", "乙"], ["b-1", "丙"], ["B-1", "丁"],
    ])
    #expect(reading.records.map(\.site.code) == ["a-ß", "A-SS"])
    #expect(reading.rejected.map(\.row) == [4, 5])
  }

  @Test("Formulas of a CSV are restored, those of a workbook's sheet and of raw files are not")
  func formulas() {
    let rows = [["编号", "名称"], ["'-1", "'=甲"]]
    let names = [
      Sheets.read(rows),
      Sheets.read(rows, SurveyOptions(restoresFormulas: false)),
      SurveyReader().read([Sheets.sheet(rows, name: "一")], known: SurveyContext()),
    ].map { $0.records.first?.site.nameZH }
    #expect(names == ["=甲", "'=甲", "'=甲"])
  }

  @Test("Reading says how far it has come, and the same sheets give the same reading")
  func progress() throws {
    let rows = [["编号", "名称", "级别"]] + (0..<2500).map { ["\($0)", "某点\($0)", "县级"] }
    var seen: [Int] = []
    let reading = SurveyReader().read([Sheets.sheet(rows)], known: SurveyContext()) {
      seen.append($0)
    }
    #expect(seen == [1000, 2000])
    #expect(reading.records.count == 2500)
    #expect(Sheets.read(rows).records.map(\.site) == reading.records.map(\.site))
  }
}
