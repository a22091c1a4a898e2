/// Workbooks and archives that lie.
extension HostileFile {
  private static let sheet = "xl/worksheets/sheet1.xml"

  static let archives: [HostileFile] = [
    HostileFile("hollow.xlsx", "hollow.xlsx is a ZIP archive, and no workbook") {
      ZIPMaker([]).bytes
    },
    HostileFile("word.xlsx", "word.xlsx is a Word document (.docx)") {
      ZIPMaker([.init("[Content_Types].xml", ""), .init("word/document.xml", "")]).bytes
    },
    HostileFile("open.xlsx", "open.xlsx is an OpenDocument spreadsheet (.ods)") {
      ZIPMaker([.init("mimetype", ""), .init("content.xml", "")]).bytes
    },
    HostileFile("binary.xlsx", "binary.xlsx is a binary Excel file (.xlsb)") {
      ZIPMaker([.init("[Content_Types].xml", ""), .init("xl/workbook.bin", "")]).bytes
    },
    HostileFile("packed.xlsx", "packed.xlsx is a ZIP archive, and no workbook") {
      ZIPMaker([.init("register.csv", "a,b\n")]).bytes
    },
    HostileFile("nested.xlsx", "nested.xlsx is a ZIP archive, and no workbook") {
      (0..<6).reduce(into: [UInt8]([0x30])) { inner, level in
        inner = ZIPMaker((0..<16).map { .init("\(level)-\($0).zip", inner) }).bytes
      }
    },
    HostileFile(
      "cut.xlsx", "cut.xlsx: the archive is cut off or damaged: it has no directory"
    ) { Array(WorkbookParts().bytes.dropLast(60)) },
    HostileFile(
      "begun.xlsx", "begun.xlsx: the archive is cut off or damaged: it has no directory"
    ) { Array(WorkbookParts().bytes.prefix(200)) },
    HostileFile(
      "checksum.xlsx",
      "checksum.xlsx: \(sheet): it is damaged: its bytes are not those that were packed"
    ) { WorkbookParts().bytes { $0.entries[6].checksumError = 1 } },
    HostileFile(
      "small.xlsx", "small.xlsx: \(sheet): it is damaged: its bytes are not those that were packed"
    ) { WorkbookParts().bytes { $0.entries[6].claimedSize = 20 } },
    HostileFile(
      "big.xlsx", "big.xlsx: \(sheet): it is damaged: its bytes are not those that were packed"
    ) { WorkbookParts().bytes { $0.entries[6].claimedSize = 100_000 } },
    HostileFile(
      "huge.xlsx",
      "huge.xlsx: \(sheet) is too large: it unpacks to 4294967294 bytes or more"
    ) { WorkbookParts().bytes { $0.entries[6].claimedSize = 0xFFFF_FFFE } },
    HostileFile(
      "zip64.xlsx",
      "zip64.xlsx: \(sheet) is too large: it unpacks to 4294967295 bytes or more"
    ) { WorkbookParts().bytes { $0.entries[6].claimedSize = 0xFFFF_FFFF } },
    HostileFile(
      "elsewhere.xlsx",
      "elsewhere.xlsx: \(sheet): it is damaged: its bytes are not those that were packed"
    ) { WorkbookParts().bytes { $0.entries[6].offsetError = 0x7000_0000 } },
    HostileFile(
      "secret.xlsx",
      "secret.xlsx: the archive is encrypted; remove the password and save it again"
    ) { WorkbookParts().bytes { $0.entries[6].flags = 1 } },
    HostileFile(
      "method.xlsx",
      "method.xlsx: \(sheet): it is packed in a way that Excel does not use"
    ) { WorkbookParts().bytes { $0.entries[6].claimedMethod = 12 } },
    HostileFile(
      "outside.xlsx",
      "outside.xlsx: an entry of the archive leads out of it: \"../../etc/passwd\""
    ) { WorkbookParts().with("../../etc/passwd", "x").bytes },
    HostileFile(
      "windows.xlsx",
      #"windows.xlsx: an entry of the archive leads out of it: "C:/autoexec.bat""#
    ) { WorkbookParts().with(#"C:\autoexec.bat"#, "x").bytes },
    HostileFile(
      "double.xlsx", "double.xlsx: the archive has two entries of the name XL/Workbook.xml"
    ) { WorkbookParts().with("XL/Workbook.xml", "x").bytes },
    HostileFile("many.xlsx", "many.xlsx: the archive has more than 10000 entries") {
      WorkbookParts().bytes { zip in
        zip.entries += (0..<10_000).map { .init("xl/media/\($0)", "") }
      }
    },
    HostileFile(
      "bomb.xlsx",
      "bomb.xlsx: \(sheet) unpacks to more than 200 times its size, as only a trap does"
    ) {
      let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 1000) + "</row>"
      return WorkbookParts(rows: String(repeating: row, count: 2000)).bytes
    },
  ]

  static let workbooks: [HostileFile] = parts + cells

  private static let parts: [HostileFile] = [
    HostileFile("rootless.xlsx", "rootless.xlsx: the archive holds no workbook") {
      WorkbookParts().with("_rels/.rels", nil).bytes
    },
    HostileFile("headless.xlsx", "headless.xlsx: the workbook has no part xl/workbook.xml") {
      WorkbookParts().with("xl/workbook.xml", nil).bytes
    },
    HostileFile("sheetless.xlsx", "sheetless.xlsx: the workbook has no part \(sheet)") {
      WorkbookParts().with(sheet, nil).bytes
    },
    HostileFile("listless.xlsx", "listless.xlsx: the workbook has no sheet of cells") {
      WorkbookParts().with("xl/workbook.xml", WorkbookParts.workbook("")).bytes
    },
    HostileFile("loose.xlsx", "loose.xlsx: the workbook has no part for the sheet 表1") {
      WorkbookParts().with("xl/_rels/workbook.xml.rels", WorkbookParts.relationships([])).bytes
    },
    HostileFile("circle.xlsx", "circle.xlsx: xl/workbook.xml, line 1: it is no “worksheet”") {
      WorkbookParts()
        .with(
          "xl/_rels/workbook.xml.rels",
          WorkbookParts.relationships([("r1", "worksheet", "../xl/./workbook.xml")])
        ).bytes
    },
    HostileFile("echo.xlsx", "echo.xlsx: the sheet B is the same part as another") {
      WorkbookParts()
        .with(
          "xl/workbook.xml",
          WorkbookParts.workbook(
            #"<sheet name="A" sheetId="1" r:id="r1"/><sheet name="B" sheetId="2" r:id="r1"/>"#)
        ).bytes
    },
    HostileFile(
      "upwards.xlsx",
      "upwards.xlsx: a part of the workbook leads out of it: ../../../etc/passwd"
    ) {
      WorkbookParts()
        .with(
          "xl/_rels/workbook.xml.rels",
          WorkbookParts.relationships([("r1", "worksheet", "../../../etc/passwd")])
        ).bytes
    },
    HostileFile(
      "entity.xlsx",
      "entity.xlsx: \(sheet), line 1: it declares a document type, which no workbook does"
    ) {
      WorkbookParts()
        .with(
          sheet,
          #"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>"#
            + WorkbookParts.sheet(#"<row><c t="str"><v>&e;</v></c></row>"#)
        ).bytes
    },
    HostileFile(
      "laughs.xlsx",
      "laughs.xlsx: xl/sharedStrings.xml, line 1: it declares a document type, which no workbook does"
    ) {
      let entities = (1...9).map {
        "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
      }
      return WorkbookParts()
        .with(
          "xl/sharedStrings.xml",
          "<!DOCTYPE x [<!ENTITY l0 \"ha\">\(entities.joined())]>"
            + #"<sst xmlns="\#(WorkbookParts.main)"><si><t>&l9;</t></si></sst>"#
        ).bytes
    },
    HostileFile(
      "undeclared.xlsx",
      "undeclared.xlsx: \(sheet), line 1: the XML is damaged: Entity 'nbsp' not defined"
    ) { WorkbookParts(rows: #"<row><c t="str"><v>&nbsp;</v></c></row>"#).bytes },
    HostileFile(
      "broken.xlsx",
      "broken.xlsx: \(sheet), line 1: the XML is damaged: Opening and ending tag mismatch: c line 1 "
        + "and row"
    ) { WorkbookParts(rows: "<row><c></row>").bytes },
    HostileFile(
      "nul.xlsx",
      "nul.xlsx: \(sheet), line 1: the XML is damaged: xmlParseCharRef: invalid xmlChar value 0"
    ) { WorkbookParts(rows: #"<row><c t="str"><v>&#0;</v></c></row>"#).bytes },
    HostileFile(
      "stairs.xlsx",
      "stairs.xlsx: \(sheet), line 1: the XML is damaged: Excessive depth in document: 256 use "
        + "XML_PARSE_HUGE option"
    ) { WorkbookParts(rows: String(repeating: "<row>", count: 10_000)).bytes },
    HostileFile("foreign.xlsx", "foreign.xlsx: \(sheet): it is no “worksheet”") {
      WorkbookParts().with(sheet, "<worksheet><sheetData/></worksheet>").bytes
    },
    HostileFile(
      "plain.xlsx",
      "plain.xlsx: \(sheet), line 1: the XML is damaged: Start tag expected, '<' not found"
    ) { WorkbookParts().with(sheet, "编号,名称\n").bytes },
  ]

  /// A file of one sheet, refused at a place of it.
  private static func cell(_ name: String, _ sentence: String, _ rows: String) -> HostileFile {
    HostileFile(name, "\(name), sheet 表1, \(sentence)") { WorkbookParts(rows: rows).bytes }
  }

  private static let memory = "the cells take up far more memory than a file of this size should"

  private static let cells: [HostileFile] = [
    cell(
      "negative.xlsx", "row 1: the next row has the number “-5”",
      #"<row r="1"/><row r="-5"><c><v>1</v></c></row>"#),
    cell(
      "row.xlsx", "row 0: the next row has the number “1048577”",
      #"<row r="1048577"><c><v>1</v></c></row>"#),
    cell("order.xlsx", "row 7: row 3 stands after it", #"<row r="7"/><row r="3"/>"#),
    cell(
      "edge.xlsx", "row 1: a cell lies outside of every sheet: “XFE1”",
      #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#),
    cell(
      "address.xlsx", "row 1: a cell lies outside of every sheet: “9A”",
      #"<row r="1"><c r="9A"><v>1</v></c></row>"#),
    cell(
      "stray.xlsx", "A9: the cell stands in row 1", #"<row r="1"><c r="A9"><v>1</v></c></row>"#),
    cell(
      "again.xlsx", "B1: the cell stands twice in the sheet",
      #"<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#),
    cell(
      "string.xlsx", "C7: there is no shared string 12",
      #"<row r="7"><c r="C7" t="s"><v>12</v></c></row>"#),
    cell(
      "minus.xlsx", "A1: there is no shared string -1", #"<row><c t="s"><v>-1</v></c></row>"#),
    cell("number.xlsx", "A1: “NaN” is no number", "<row><c><v>NaN</v></c></row>"),
    cell("hex.xlsx", "A1: “0x1F” is no number", "<row><c><v>0x1F</v></c></row>"),
    cell("overflow.xlsx", "A1: “1e999” is no number", "<row><c><v>1e999</v></c></row>"),
    cell("flag.xlsx", "A1: “2” is neither true nor false", #"<row><c t="b"><v>2</v></c></row>"#),
    cell("type.xlsx", "A1: there is no kind of cell “z”", #"<row><c t="z"><v>2</v></c></row>"#),
    HostileFile("long.xlsx", "long.xlsx: a text in a cell has more than 1048576 bytes") {
      let text = String(repeating: "ha ", count: 400_000)
      return WorkbookParts(rows: "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>").bytes
    },
    HostileFile("merge.xlsx", "merge.xlsx, sheet 表1, row 1: a merged range is “A1:ZZZ9”") {
      WorkbookParts(after: #"<mergeCells><mergeCell ref="A1:ZZZ9"/></mergeCells>"#).bytes
    },
    HostileFile("all.xlsx", nil) {
      WorkbookParts(after: #"<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"#).bytes
    },
    HostileFile("merges.xlsx", "merges.xlsx: \(memory)") {
      let row = "<row><c><v>1</v></c></row>"
      return WorkbookParts(
        rows: String(repeating: row, count: 10_000),
        after: "<mergeCells>"
          + (0..<2000).map { _ in #"<mergeCell ref="A1:A1048576"/>"# }.joined() + "</mergeCells>"
      ).bytes
    },
    HostileFile("wide.xlsx", "wide.xlsx: \(memory)") {
      WorkbookParts(
        rows: (1...20_000).map { #"<row r="\#($0)"><c r="XFD\#($0)"><v>1</v></c></row>"# }.joined()
      ).bytes
    },
  ]
}
