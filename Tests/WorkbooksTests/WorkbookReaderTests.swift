import HeritageTestSupport
import Tables
import Testing
import Words
import Workbooks

@Suite("Reading workbooks")
struct WorkbookReaderTests {
  private func rows(_ book: WorkbookParts) throws -> [Int: [Sheet.Value]] {
    let sheet = try #require(try WorkbookReader().sheets(of: book.bytes, file: "f.xlsx").first)
    return Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.number, $0.cells) })
  }

  private func cell(_ xml: String, styles: String = "", strings: [String] = []) throws -> Sheet
    .Value?
  {
    try rows(WorkbookParts(rows: "<row>\(xml)</row>", strings: strings, styles: styles))[1]?.first
  }

  @Test(
    "A cell is what a person sees",
    arguments: [
      ("<c><v>1</v></c>", .number(1)), ("<c><v> 111.6555556\n</v></c>", .number(111.6555556)),
      ("<c><v>1.0000000000000001E-5</v></c>", .number(1e-5)),
      ("<c t=\"n\"><v>-0</v></c>", .number(0)),
      ("<c t=\"b\"><v>1</v></c>", .flag(true)), ("<c t=\"b\"><v>0</v></c>", .flag(false)),
      ("<c t=\"e\"><v>#REF!</v></c>", .fault("#REF!")),
      ("<c t=\"str\"><f>A1</f><v>007</v></c>", .text("007")),
      ("<c t=\"str\"><v> a </v></c>", .text(" a ")),
      ("<c><f>1+1</f><v>2</v></c>", .number(2)),
      ("<c><f>1+1</f></c>", .fault("a formula without its value")),
      ("<c><f>1+1</f><v></v></c>", .fault("a formula without its value")),
      ("<c t=\"str\"><f>\"\"</f><v></v></c>", nil), ("<c s=\"1\"/>", nil), ("<c t=\"s\"/>", nil),
      ("<c t=\"d\"><v>2026-12-05</v></c>", .date("2026-12-05")),
      ("<c t=\"d\"><v>2026-12-05T00:00:00Z</v></c>", .date("2026-12-05")),
      ("<c t=\"d\"><v>2026-12-05T08:30:00</v></c>", .date("2026-12-05T08:30:00")),
      ("<c t=\"inlineStr\"><is><t>澧县</t></is></c>", .text("澧县")),
      (
        "<c t=\"inlineStr\"><is><r><t>城</t></r><r><t xml:space=\"preserve\"> </t></r></is></c>",
        .text("城 ")
      ),
      ("<c t=\"inlineStr\"><is><t>&lt;&amp;&#x6FA7;<![CDATA[<b>]]></t></is></c>", .text("<&澧<b>")),
      (
        "<c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x_xD800__xyz</t></is></c>",
        .text("a\rb_x_xD800__xyz")
      ),
      ("<c t=\"inlineStr\"><is><t> </t></is></c>", .text(" ")),
    ] as [(String, Sheet.Value?)])
  func values(xml: String, expected: Sheet.Value?) throws {
    #expect(try cell(xml) == expected)
  }

  @Test("Shared strings have their runs joined, and no readings above them")
  func sharedStrings() throws {
    let strings = [
      "<t>007</t>", "<r><rPr><b/></rPr><t>城头</t></r><r><t>山</t></r>",
      "<t>垱</t><rPh sb=\"0\" eb=\"1\"><t>dang</t></rPh><phoneticPr fontId=\"1\"/>", "<t/>",
    ]
    let book = WorkbookParts(
      rows: "<row>" + (0...3).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        + "<c><v>1</v></c></row>",
      strings: strings)
    #expect(
      try rows(book) == [1: [.text("007"), .text("城头山"), .text("垱"), .empty, .number(1)]])
  }

  /// Numbers of days with the format that shows them, in both systems.
  static let dates: [(String, String, Bool, Sheet.Value)] = [
    ("1", "yyyy-mm-dd", false, .date("1900-01-01")),
    ("59", "yyyy-mm-dd", false, .date("1900-02-28")),
    ("60", "yyyy-mm-dd", false, .number(60)), ("61", "yyyy-mm-dd", false, .date("1900-03-01")),
    ("0", "yyyy-mm-dd", false, .number(0)), ("-1", "yyyy-mm-dd", false, .number(-1)),
    ("46361", "yyyy-mm-dd", false, .date("2026-12-05")),
    ("36585", "d/m/yy", false, .date("2000-02-29")),
    ("2958465", "yyyy-mm-dd", false, .date("9999-12-31")),
    ("2958466", "yyyy-mm-dd", false, .number(2_958_466)),
    ("0", "yyyy-mm-dd", true, .date("1904-01-01")),
    ("44899", "yyyy-mm-dd", true, .date("2026-12-05")),
    ("2957003", "yyyy-mm-dd", true, .date("9999-12-31")),
    ("2957004", "yyyy-mm-dd", true, .number(2_957_004)),
    ("46361.5", "yyyy-mm-dd", false, .date("2026-12-05T12:00:00")),
    ("46361", "yyyy-mm-dd hh:mm", false, .date("2026-12-05")),
    ("46361.5", "m/d/yy h:mm", false, .date("2026-12-05T12:00:00")),
    ("46361.999999999", "yyyy-mm-dd", false, .date("2026-12-06")),
    ("46361.0000115741", "yyyy/m/d h:mm:ss", false, .date("2026-12-05T00:00:01")),
    ("0.354166666666667", "h:mm", false, .date("08:30:00")),
    ("1.5", "[h]:mm", false, .date("36:00:00")),
    ("4.652314814814815", "[h]:mm:ss", false, .date("111:39:20")),
    (
      "4.652314814814815", "[h]&quot;°&quot;mm&quot;′&quot;ss&quot;″&quot;", false,
      .date("111:39:20")
    ),
    ("1.237152777777778", "[hh]°mm′ss″", false, .date("29:41:30")),
    ("4.652317129629630", "[h]:mm:ss.0", false, .date("111:39:20.200")),
    ("4.652314814814815", "hh:mm:ss", false, .date("1900-01-04T15:39:20")),
    ("0.5", "[h]:mm", false, .date("12:00:00")), ("0.5", "[mm]:ss", false, .date("12:00:00")),
    ("41395", "yyyy&quot;年&quot;m&quot;月&quot;", false, .date("2013-05")),
    ("41397", "yyyy&quot;年&quot;m&quot;月&quot;", false, .date("2013-05-03")),
    ("41275", "yyyy&quot;年&quot;", false, .date("2013")),
    ("41395", "yyyy", false, .date("2013-05")),
    ("41395", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", false, .date("2013-05-01")),
    ("41395", "[$-804]yyyy\\-mm\\-dd", false, .date("2013-05-01")),
    ("41395", "m&quot;月&quot;d&quot;日&quot;", false, .date("2013-05-01")),
    ("5", "0&quot;days&quot;", false, .formatted(5, as: "5days")),
    ("12", "0000", false, .formatted(12, as: "0012")),
    ("12", "&quot;LX-&quot;0000", false, .formatted(12, as: "LX-0012")),
    ("123456", "0000", false, .formatted(123_456, as: "123456")),
    ("4307230001", "000000-0000", false, .formatted(4_307_230_001, as: "430723-0001")),
    ("7", "第0批", false, .formatted(7, as: "第7批")), ("1.5", "0000", false, .number(1.5)),
    ("-3", "0000", false, .number(-3)), ("5", "0", false, .number(5)),
    ("5", "# ?/??", false, .number(5)),
    ("5", "[&gt;9]00;0", false, .number(5)), ("5", "[Red]0.00", false, .number(5)),
    ("5", "#,##0\\m", false, .number(5)), ("5", "0.00E+00", false, .number(5)),
    ("5", "General", false, .number(5)), ("5", "@", false, .number(5)),
    ("5", "0_);[Red]\\(0\\)", false, .number(5)),
  ]

  @Test(
    "A number is what its format shows: a date, how long something took, a code", arguments: dates)
  func dated(number: String, code: String, is1904: Bool, expected: Sheet.Value) throws {
    let book = WorkbookParts(
      rows: "<row><c s=\"1\"><v>\(number)</v></c></row>",
      styles:
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"\(code)\"/></numFmts><cellStyleXfs><xf "
        + "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"
    ).with(
      "xl/workbook.xml",
      WorkbookParts.workbook(
        "<sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/>",
        properties: is1904 ? "<workbookPr date1904=\"1\"/>" : ""))
    #expect(try rows(book)[1] == [expected])
  }

  @Test("Formats that files name by number alone are dates where Excel in Chinese shows dates")
  func builtIn() throws {
    let book = WorkbookParts(
      rows: "<row>" + (0...60).map { "<c s=\"\($0)\"><v>41395</v></c>" }.joined() + "</row>",
      styles: "<cellXfs>" + (0...60).map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>")
    let cells = try #require(try rows(book)[1])
    let dates = cells.indices.filter { if case .date = cells[$0] { true } else { false } }
    #expect(dates == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
    #expect(cells[14] == .date("2013-05-01"))
    #expect(cells[57] == .date("2013-05"))
  }

  @Test("Merged cells are as many as a person sees, in rows that hold something of their own")
  func merged() throws {
    func text(_ place: String, _ text: String) -> String {
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let book = WorkbookParts(
      rows:
        "<row r=\"1\">\(text("A1", "表"))</row><row r=\"3\">\(text("A3", "编号"))\(text("B3", "坐标"))</row>"
        + "<row r=\"4\">\(text("B4", "经度"))\(text("C4", "纬度"))</row>"
        + "<row r=\"5\">\(text("A5", "澧阳"))\(text("B5", "1"))</row><row r=\"6\"><c r=\"A6\"/></row>"
        + "<row r=\"7\">\(text("B7", "2"))</row>",
      after: "<mergeCells>"
        + ["A1:XFD2", "A3:A4", "B3:C3", "A5:A8", "D5:E9"].map { "<mergeCell ref=\"\($0)\"/>" }
        .joined()
        + "</mergeCells>")
    func texts(_ texts: String...) -> [Sheet.Value] { texts.map { .text($0) } }
    #expect(
      try rows(book) == [
        1: texts("表", "表", "表"), 3: texts("编号", "坐标", "坐标"), 4: texts("编号", "经度", "纬度"),
        5: texts("澧阳", "1"), 7: texts("澧阳", "2"),
      ])
  }

  @Test("Rows and cells without places follow each other, and cells may stand in any order")
  func places() throws {
    let book = WorkbookParts(
      rows:
        "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v></c><c><v>4</v></c>"
        + "<c r=\"$A$4\"><v>5</v></c></row><row><c/><c><v>6</v></c><c/></row><row><c/></row>")
    #expect(
      try rows(book) == [
        1: [.number(1), .number(2)],
        4: [.number(5), .empty, .number(3), .number(4)], 5: [.empty, .number(6)],
      ])
  }

  @Test("Sheets come in the order of their tabs with their names, hidden ones are marked")
  func sheets() throws {
    let list = """
      <sheet name="B&amp;B" sheetId="9" r:id="r9"/><sheet name="图" sheetId="3" r:id="r3"/>
      <sheet name="A" sheetId="1" state="hidden" r:id="r1"/>
      <sheet name="C" sheetId="2" state="veryHidden" r:id="r2"/>
      """
    let book = WorkbookParts()
      .with("xl/workbook.xml", WorkbookParts.workbook(list))
      .with(
        "xl/_rels/workbook.xml.rels",
        WorkbookParts.relationships([
          ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "/xl/worksheets/c.xml"),
          ("r3", "chartsheet", "chartsheets/s.xml"), ("r9", "worksheet", #"worksheets\B.xml"#),
        ])
      )
      .with("xl/worksheets/c.xml", WorkbookParts.sheet("<row/>"))
      .with("xl/worksheets/b.XML", WorkbookParts.sheet("<row><c><v>9</v></c></row>"))
      .with("xl/sharedStrings.xml", nil).with("xl/styles.xml", nil)
    let sheets = try WorkbookReader().sheets(of: book.bytes, file: "f.xlsx")
    #expect(sheets.map(\.name) == ["B&B", "A", "C"])
    #expect(sheets.map(\.isHidden) == [false, true, true])
    #expect(sheets.map(\.rows.count) == [1, 1, 0])
    #expect(sheets.map(\.file) == ["f.xlsx", "f.xlsx", "f.xlsx"])
  }

  @Test("The strict namespaces are read, and foreign elements are passed over")
  func namespaces() throws {
    var book = WorkbookParts(
      rows: "<row><c><v>1</v><x:v xmlns:x=\"urn:x\">2<v xmlns=\"urn:y\">3</v></x:v></c></row>"
        + "<x:row xmlns:x=\"urn:x\"><c><v>4</v></c></x:row>")
    for index in book.parts.indices {
      book.parts[index].text = book.parts[index].text
        .replacing(WorkbookParts.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replacing(
          WorkbookParts.type, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    #expect(try rows(book) == [1: [.number(1)]])
  }

  @Test("Parts may be in UTF-16, and stored without compression")
  func encodings() throws {
    let text =
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
      + WorkbookParts.sheet("<row><c t=\"str\"><v>澧</v></c></row>")
    let bytes = WorkbookParts().bytes { zip in
      zip.entries[6].content = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      for index in zip.entries.indices { zip.entries[index].isDeflated = false }
    }
    #expect(
      try WorkbookReader().sheets(of: bytes, file: "f").first?.rows
        == [.init(number: 1, cells: [.text("澧")])])
  }

  @Test("Limits are kept: entries, bytes of a part and of all, memory")
  func limits() throws {
    func refusal(_ change: (inout WorkbookLimits) -> Void) -> String? {
      var limits = WorkbookLimits()
      change(&limits)
      do throws(WorkbookError) {
        _ = try WorkbookReader(limits: limits).sheets(of: WorkbookParts().bytes, file: "f")
        return nil
      } catch { return error.description }
    }
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.entries = 6 } == "the archive has more than 6 entries")
    #expect(
      refusal { $0.bytesOfPart = 150 }
        == "_rels/.rels is too large: it unpacks to 238 bytes or more")
    #expect(refusal { $0.bytes = 500 }?.hasPrefix("xl/") == true)
    #expect(
      refusal { ($0.memory, $0.memoryPerByte) = (20, 0) }
        == "the cells take up far more memory than a file of this size should")
  }
}
