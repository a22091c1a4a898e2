import Geodesy
import HeritageRegistry
import HeritageTestSupport
import SurveyTables
import Tables
import Testing
import Workbooks

@Suite("Cells are read as they are shown")
struct NumberFormatTests {
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
    let lines = reading.said
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
    #expect(reading.said == ["2 error the cell holds a date where an angle belongs"])
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
      reading.said == [
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
}
