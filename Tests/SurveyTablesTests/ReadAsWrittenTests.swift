import Geodesy
import HeritageRegistry
import HeritageTestSupport
import SurveyTables
import Tables
import Testing
import Workbooks

@Suite("Cells are read as they are shown")
struct ReadAsWrittenTests {
  /// What is said of the rows, without the file and the suggestions.
  private static func said(_ reading: SurveyReading) -> [String] {
    reading.problems.map { problem in
      "\(problem.line.map { "\($0) " } ?? "")\(problem.severity.rawValue) \(problem.rule)"
    }
  }

  @Test("Angles that were typed as times are angles, and it is said; the same number is none")
  func angles() throws {
    let codes = [
      "[h]:mm:ss", "[h]&quot;°&quot;mm&quot;′&quot;ss&quot;″&quot;", "[h]°mm′ss″",
      "[hh]&quot;度&quot;mm&quot;分&quot;ss&quot;秒&quot;", "[h]:mm:ss.0", "General",
    ]
    func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    let rows = codes.indices.map { index in
      "<row>\(text("T-\(index)"))\(text("样点"))\(text("县级"))"
        + "<c s=\"\(index)\"><v>4.652314814814815</v></c>"
        + "<c s=\"\(index)\"><v>1.237152777777778</v></c></row>"
    }
    let book = WorkbookParts(
      rows: "<row>\(["编号", "名称", "级别", "东经（WGS84）", "北纬（WGS84）"].map(text).joined())</row>"
        + rows.joined(),
      styles: "<numFmts>"
        + codes.enumerated().map { "<numFmt numFmtId=\"\($0 + 170)\" formatCode=\"\($1)\"/>" }
        .joined() + "</numFmts><cellXfs>"
        + codes.indices.map { "<xf numFmtId=\"\($0 + 170)\"/>" }.joined() + "</cellXfs>")
    let reading = SurveyReader().read(
      try SheetFile.read(book.bytes, file: "t.xlsx"), known: SurveyContext())
    let places = reading.records.compactMap(\.site.position)
    for place in places.prefix(5) {
      #expect(abs(place.coordinate.longitude - 111.6555556) < 1e-7)
      #expect(abs(place.coordinate.latitude - 29.6916667) < 1e-7)
      #expect(place.verbatim?.hasPrefix("111:39:20") == true)
    }
    #expect(abs((places.last?.coordinate.longitude ?? 0) - 4.6523148) < 1e-7)
    let lines = Self.said(reading)
    #expect(lines.count { $0.contains("the cells hold times") } == 2)
    #expect(lines.contains("7 warning lies outside China"))
  }

  @Test("A date in the place of an angle is refused")
  func dateAsAngle() {
    let reading = SurveyReader(SurveyOptions(datum: .wgs84)).read(
      [
        Sheets.sheet(values: [
          [.text("编号"), .text("名称"), .text("经度"), .text("纬度")],
          [.text("1"), .text("样塔"), .date("1900-01-04T15:39:20"), .number(29.69)],
        ])
      ], known: SurveyContext())
    #expect(Self.said(reading) == ["2 error the cell holds a date where an angle belongs"])
  }

  @Test("Codes that became dates, times, exponents or zeros are refused, in cells and in text")
  func codes() {
    let certain: [Sheet.Value] = [
      .date("2026-01-02"), .date("2026-07-01T12:00:00"), .date("01:05:00"), .number(0.05),
      .text("2-Jan"), .text("Mar-61"), .text("4-Jan-26"), .text("1月4日"), .text("2001年5月"),
      .text("2001/5/1"),
      .text("5/1/2001"), .text("01:05"), .text("4.30724E+17"), .text("1E+05"),
      .text("430723000000000000"),
      .number(430_723_000_000_000_000),
    ]
    for value in certain {
      let reading = SurveyReader().read(
        [Sheets.sheet(values: [[.text("编号"), .text("名称")], [value, .text("样塔")]])],
        known: SurveyContext())
      #expect(reading.records.isEmpty && reading.hasErrors, "\(value)")
    }
    for text in ["8.0", "2001-5-1"] {
      let reading = Sheets.read([["编号", "名称"], [text, "样塔"]])
      #expect(reading.records.map(\.site.code) == [text])
      #expect(reading.problems.map(\.severity) == [.warning], "\(text)")
    }
    for text in [
      "1-1", "007", "1E5", "4-0017", "430723-0001", "430723199901010012", "LX-0001", "1.1",
      "7-12-3",
    ] {
      let reading = Sheets.read([["编号", "名称"], [text, "样塔"]])
      #expect(reading.records.map(\.site.code) == [text] && reading.problems.isEmpty, "\(text)")
    }
  }

  @Test("The code of an announcement that became a date is refused")
  func officialCodes() {
    let reading = SurveyReader().read(
      [
        Sheets.sheet(values: [
          [.text("编号"), .text("名称"), .text("级别"), .text("公布编号")],
          [.text("1"), .text("样塔"), .text("县级"), .date("2026-01-02")],
          [.text("2"), .text("样桥"), .text("县级"), .text("2-Jan")],
        ])
      ], known: SurveyContext())
    #expect(reading.rejected.map(\.row) == [2, 3])
  }

  @Test("Codes and other words are what a format shows; numbers stay numbers")
  func formats() throws {
    let reading = SurveyReader().read(
      [
        Sheets.sheet(values: [
          [.text("编号"), .text("名称"), .text("级别"), .text("批次"), .text("面积"), .text("简介")],
          [
            .formatted(12, as: "LX-0012"), .text("样塔"), .text("县级"), .formatted(7, as: "第7批"),
            .formatted(360, as: "360平方米"), .formatted(3, as: "3座"),
          ],
        ])
      ], known: SurveyContext())
    let record = try #require(reading.records.first)
    #expect(record.site.code == "LX-0012" && record.site.areaSquareMetres == 360)
    #expect(record.site.summaryZH == "3座" && record.dossier.present?.batch == "第七批")
    #expect(
      Self.said(reading) == [
        "2 warning the code is stored as a number, and is read as the cell shows it"
      ])
  }

  @Test(
    "A date is a year, in a cell and in text, with a time of day or without",
    arguments: [
      .date("2013-05-03"), .date("2013-05-03T08:30:00"), .date("2013-05"), .date("2013"),
      .text("2013-05-03 00:00:00"), .text("2013-05-03T08:30:00"), .text("2013/5/3 8:30"),
      .text("2013年5月3日"), .text("2013年5月3日公布"), .text("二〇一三年"), .text("二○一三年五月三日"),
      .text("3/5/2013"), .number(2013),
    ] as [Sheet.Value])
  func years(value: Sheet.Value) {
    let reading = SurveyReader().read(
      [
        Sheets.sheet(values: [
          [.text("编号"), .text("名称"), .text("级别"), .text("批次"), .text("公布时间"), .text("发现时间")],
          [.text("D-1"), .text("样塔"), .text("县级"), .text("一"), value, value],
        ])
      ], known: SurveyContext())
    #expect(reading.problems.isEmpty)
    #expect(reading.records.first?.site.foundYear == 2013)
    #expect(reading.records.first?.dossier.present?.year == 2013)
  }

  @Test(
    "The number of a day is refused with the date that it may be", arguments: ["41397", "41397.0"])
  func bareDates(text: String) {
    let reading = Sheets.read([["编号", "名称", "发现时间"], ["D-9", "样塔", text]])
    let expected =
      text == "41397"
      ? "is no year, and may be a date that has lost its format: as a date of Excel it is 2013-05-03"
      : "must be a year from 1 to 3000"
    #expect(reading.problems.map(\.rule.description) == [expected])
  }

  @Test(
    "A name or a code that says that there is none is refused",
    arguments: [
      "无", "-", "/", "NULL", "None", "nan", "N/A", "不详", "待定", "同上", "〃", "—", "？", ".", "0", "（无）",
      "……", "待编",
    ])
  func placeholders(text: String) {
    let names = Sheets.read([["编号", "名称"], ["P-1", text]])
    #expect(Self.said(names) == ["2 error is no name or code, and says that there is none"])
    guard text != "0" else { return }
    let codes = Sheets.read([["编号", "名称"], [text, "样塔"]])
    #expect(Self.said(codes) == ["2 error is no name or code, and says that there is none"])
  }

  @Test("Names that hold such a word are names, and a note of nothing is empty")
  func noPlaceholders() {
    let names = ["无名墓", "0号碑", "三一八", "略园", "空心树", "待月亭"]
    let reading = Sheets.read(
      [["编号", "名称", "备注"]] + names.enumerated().map { ["P-\($0)", $1, "（无）"] })
    #expect(reading.records.map(\.site.nameZH) == names)
    #expect(reading.records.allSatisfy { $0.site.notes == nil })
  }

  @Test(
    "A line that explains the columns is no relic, and is named",
    arguments: [
      ["Serial No.", "Name of Unit", "Description"], ["（必填）", "（必填）", "（选填）"],
      ["例：0001", "例：某某遗址", "例：一段文字"], ["文本", "文本", "文本"], ["bianhao", "mingcheng", "jianjie"],
      ["A", "B", "C"], ["必填", "请填写全称", "如：一段文字"], ["varchar(20)", "字符型", "文本"],
    ])
  func explanations(line: [String]) {
    let reading = Sheets.read([["编号", "名称", "简介"], line, ["S-1", "样点", "样例。"]])
    #expect(reading.records.map(\.site.code) == ["S-1"])
    #expect(reading.sheets.first?.passedOver.map(\.reason) == [.explanation])
    #expect(
      Self.said(reading) == [
        "2 warning the row is taken for an explanation of the columns, and is not read"
      ])
  }

  @Test(
    "A first relic is no explanation",
    arguments: [
      ["LX-0001", "Stone Bridge", "county"], ["A", "样点", "县级"], ["甲", "如意桥", "县级"],
      ["A", "B", "county"],
    ])
  func firstRelics(line: [String]) {
    let reading = Sheets.read([["编号", "名称", "级别"], line])
    #expect(reading.records.count == 1)
  }

  @Test("Damaged text is named: an error in a name or a code, a warning elsewhere")
  func damage() {
    let reading = Sheets.read([
      ["编号", "名称", "级别", "地址"], ["E-1", "样\u{FFFD}塔", "县级", "样村"],
      ["E-2", "&nbsp;样祠", "县级", "样村&amp;样镇"],
      ["E-4", "鏍峰", "县级", "样村"], ["E-5", "样???遗址", "县级", "样村"], ["E-6", "样□桥", "县级", "样村<br>二组"],
    ])
    #expect(reading.records.map(\.site.code) == ["E-6"])
    #expect(
      Self.said(reading) == [
        "2 error has lost a character: U+FFFD stands in its place",
        "3 error holds &nbsp;, an entity of HTML for a character",
        "3 warning holds &amp;, an entity of HTML for a character",
        "4 error was read in an encoding that it is not in: it may have been 样…",
        "5 error has question marks where characters were lost",
        "6 warning holds <br>, a mark of HTML",
      ])
  }

  @Test("What stands in brackets tells the English twin of a column, wherever it stands")
  func twins() {
    let reading = Sheets.read([
      ["编号", "单位名称（中文）", "单位名称（英文）", "时代（中文）", "地址（中文）", "时代（英文）", "地址（英文）", "类型(中文)", "类型(英文)"],
      ["1", "样塔", "Sample Pagoda", "宋", "样村", "Song", "Sample village", "古建筑", "Building"],
    ])
    #expect(
      reading.roles == [
        "编号": "code", "单位名称（中文）": "name_zh", "单位名称（英文）": "name_en", "时代（中文）": "period_zh",
        "地址（中文）": "address", "类型(中文)": "category",
      ])
    #expect(
      Self.said(reading) == [
        "1 warning the column is the English twin of 时代（中文）, which is read",
        "1 warning the column is the English twin of 地址（中文）, which is read",
        "1 warning the column is the English twin of 类型(中文), which is read",
      ])
    let site = reading.records.first?.site
    #expect(site?.nameEN == "Sample Pagoda" && site?.address == "样村")
  }

  @Test(
    "The classes of the first national lists are read, and stay as sub-classes",
    arguments: [
      ("革命遗址及革命纪念建筑物", Category.modernSite, 0), ("古建筑及历史纪念建筑物", .ancientBuilding, 0),
      ("石窟寺", .caveTempleStone, 0), ("石刻及其他", .caveTempleStone, 1), ("石刻", .caveTempleStone, 0),
      ("革命旧址", .modernSite, 0), ("古窑址", .ancientSite, 0),
    ])
  func formerClasses(word: String, category: HeritageRegistry.Category, warnings: Int) {
    let reading = Sheets.read([["编号", "名称", "类别"], ["1", "样塔", word]])
    #expect(reading.records.first?.site.category == category)
    #expect(reading.records.first?.site.subcategory == word)
    #expect(reading.problems.count == warnings)
  }

  @Test("A level and a batch can be given once, and a code be made of batch and number")
  func wholeTable() {
    let table = [
      ["编号", "名称", "批次", "级别"], ["1", "样塔", "第一批", ""], ["1", "样桥", "5", ""],
      ["12", "样坊", "七", "省级"],
    ]
    let plain = Sheets.read(table)
    #expect(plain.rejected.map(\.row) == [2, 3])
    #expect(plain.problems.contains { $0.remedy == .composeCode(["batch", "编号"]) })
    let reading = Sheets.read(
      table, SurveyOptions(level: .national, codeFrom: ["batch", "编号"]))
    #expect(reading.records.map(\.site.code) == ["1-0001", "5-0001", "7-0012"])
    #expect(reading.records.map(\.site.level) == [.national, .national, .provincial])
    #expect(reading.records.compactMap(\.dossier.present?.batch) == ["第一批", "第五批", "第七批"])
    let batch = Sheets.read(
      [["编号", "名称"], ["1", "样塔"]], SurveyOptions(level: .county, batch: "2"))
    #expect(batch.records.first?.dossier.present?.batch == "第二批")
    let wrong = Sheets.read(table, SurveyOptions(codeFrom: ["batch", "号"]))
    #expect(wrong.tableErrors.map(\.value) == ["号"])
  }

  @Test("The headers of the fourth survey's form are read")
  func fourthSurvey() throws {
    let reading = Sheets.read(
      [
        [
          "档案编号", "名称", "类别（大类）", "类别（细分）", "文物级别", "详细地址", "纬度（WGS84）", "经度（WGS84）", "总面积", "现状评估",
          "备注",
        ],
        [
          "430723-0002", "样氏老屋", "古建筑", "宅第民居", "县级", "样湾村五组", "29-41-35.1234", "111-39-25.5678",
          "210平方米", "一般", "（无）",
        ],
      ])
    let site = try #require(reading.records.first?.site)
    #expect(reading.problems.isEmpty)
    #expect(site.code == "430723-0002" && site.areaSquareMetres == 210 && site.address == "样湾村五组")
    #expect(site.category == .ancientBuilding && site.subcategory == "宅第民居")
    let place = try #require(site.position)
    #expect(abs(place.coordinate.longitude - 111.6571022) < 1e-7)
    #expect(abs(place.coordinate.latitude - 29.6930898) < 1e-7)
    #expect(place.verbatim == "111-39-25.5678, 29-41-35.1234")
  }

  @Test("A zone refines CGCS2000: by its number before the easting, or declared")
  func zones() throws {
    let table = [
      ["编号", "名称", "X（CGCS2000）", "Y（CGCS2000）"], ["K-1", "样点", "3286114.490", "37563447.445"],
      ["K-2", "样点", "3,286,114.490", "37,563,447.445"],
    ]
    let prefixed = Sheets.read(table)
    #expect(
      Self.said(prefixed) == [
        "2 warning the eastings begin with 37, so the metres are read in zone gk3:37 of CGCS2000"
          + " (and so in 1 more row)"
      ])
    let declared = Sheets.read(table, SurveyOptions(datum: try Datum("gk3:37")))
    #expect(declared.problems.isEmpty)
    for record in prefixed.records + declared.records {
      let place = try #require(record.site.position)
      #expect(place.declaredSystem == "gk3:37")
      #expect(abs(place.coordinate.longitude - 111.65555556) < 1e-7)
      #expect(abs(place.coordinate.latitude - 29.69166667) < 1e-7)
    }
    #expect(prefixed.records.count == 2 && declared.records.count == 2)
    let contrary = Sheets.read(table, SurveyOptions(datum: .shifted(.gcj02)))
    #expect(contrary.tableErrors.count == 1)
  }

  @Test(
    "0 for a longitude or a latitude is refused, and a place outside China is named, in any register"
  )
  func nullIsland() throws {
    let table = [
      ["编号", "名称", "经度（WGS84）", "纬度（WGS84）"], ["Z-1", "样点", "0", "0"],
      ["Z-3", "样点", "111.65", "0"],
      ["Z-4", "样点", "0.0", "29.69"], ["Z-5", "样点", "0.0000001", "0.0"],
      ["Z-6", "样点", "111.65", "29.69"],
      ["Z-7", "样点", "", ""], ["Z-8", "样点", "4.83", "45.76"],
    ]
    for context in [SurveyContext(), try Sheets.lixian()] {
      let reading = Sheets.read(table, known: context)
      #expect(reading.rejected.map(\.row) == [2, 3, 4, 5])
      #expect(reading.records.map(\.site.code) == ["Z-6", "Z-7", "Z-8"])
      #expect(reading.records[1].site.position == nil)
      #expect(Self.said(reading).contains("8 warning lies outside China"))
    }
  }

  @Test("Seconds without minutes are refused, in one column, in three and in one text")
  func noMinutes() {
    for table in [
      [["编号", "名称", "经度", "纬度"], ["1", "样塔", "111°39″", "29°41′30″"]],
      [["编号", "名称", "坐标"], ["1", "样塔", "东经111度39秒，北纬29度41分30秒"]],
      [
        ["编号", "名称", "东经（度）", "东经（分）", "东经（秒）", "北纬（度）", "北纬（分）", "北纬（秒）"],
        ["1", "样塔", "111", "", "39", "29", "41", "30"],
      ],
    ] {
      let reading = Sheets.read(table, SurveyOptions(datum: .wgs84))
      #expect(
        reading.problems.first?.rule.description
          == "the 39 seconds stand behind 111 degrees without the minutes between them; 0 minutes are written 0′"
      )
      #expect(reading.records.isEmpty)
    }
  }

  @Test("A national list of three sheets is read whole, with codes of batch and number")
  func nationalList() {
    let header = [
      "编号", "单位名称（中文）", "单位名称（英文）", "时代（中文）", "时代（英文）", "类型（中文）", "类型（英文）", "批次（中文）", "批次（英文）",
      "经度(WGS84)", "纬度(WGS84)",
    ]
    let english = [
      "No.", "Name (Chinese)", "Name (English)", "Period (Chinese)", "Period (English)",
      "Type (Chinese)",
      "Type (English)", "Batch (Chinese)", "Batch (English)", "Longitude", "Latitude",
    ]
    let batches = ["第一批", "第二批", "第三批", "第四批", "第五批", "第六批", "第七批", "第八批"]
    let classes = ["革命遗址及革命纪念建筑物", "石窟寺", "古建筑及历史纪念建筑物", "石刻及其他", "古遗址", "古墓葬"]
    let rows = (0..<5058).map { number in
      [
        "\(number / 8 + 1)", "样塔\(number)", "Pagoda \(number)", ["宋", "明、清", "北魏至唐"][number % 3],
        "Song",
        classes[number % 6], "Class", batches[number % 8], "Batch", "111.65", "29.69",
      ]
    }
    let sheets = (0..<3).map { sheet in
      Sheets.sheet(
        [["全国重点文物保护单位样表"], ["Sample"], header, english] + rows[sheet * 1686..<(sheet + 1) * 1686],
        name: "表\(sheet)")
    }
    let reading = SurveyReader(SurveyOptions(level: .national, codeFrom: ["batch", "编号"]))
      .read(sheets, known: SurveyContext())
    #expect(!reading.hasErrors && reading.records.count == 5058)
    #expect(reading.records.map(\.site.code).prefix(2) == ["1-0001", "2-0001"])
    #expect(reading.records.last?.site.code == "2-0633")
    #expect(reading.records.allSatisfy { $0.site.period.start != nil && $0.site.category != nil })
    #expect(reading.records.compactMap(\.dossier.present?.batch).count == 5058)
  }
}
