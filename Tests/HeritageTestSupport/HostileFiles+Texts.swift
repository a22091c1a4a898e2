/// Files of other kinds than their names say, and texts that are no tables.
extension HostileFile {
  static let kinds: [HostileFile] = [
    HostileFile("empty.csv", "empty.csv is empty", text: ""),
    HostileFile("blank.csv", "blank.csv is empty", text: "  \r\n\t\n\n"),
    HostileFile("mark.csv", "mark.csv is empty", text: "\u{FEFF}"),
    HostileFile("nothing.xlsx", "nothing.xlsx is empty", text: ""),
    HostileFile("old.xlsx", "old.xlsx is an old Excel file (.xls)") { compound("Workbook") },
    HostileFile("locked.xlsx", "locked.xlsx is protected by a password") {
      compound("EncryptedPackage")
    },
    HostileFile("letter.xlsx", "letter.xlsx is an old Office document, and no workbook") {
      compound("WordDocument")
    },
    HostileFile(
      "page.xls", "page.xls is a web page",
      text: "<html><body><table><tr><td>编号</td></tr></table></body></html>"),
    HostileFile(
      "book2003.xls", "book2003.xls is an XML document",
      text:
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"),
    HostileFile("scan.csv", "scan.csv is a PDF document", text: "%PDF-1.7\n%âãÏÓ\n"),
    HostileFile("register.xlsx", "register.xlsx is an SQLite database") {
      Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 84)
    },
    HostileFile("layer.geojson", "layer.geojson is a GeoPackage") {
      Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 52) + Array("GPKG".utf8)
    },
    HostileFile("photo.xlsx", "photo.xlsx is a picture") {
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    },
    HostileFile("table.csv", "table.csv is a compressed archive") {
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]
    },
    HostileFile("table.7z.xlsx", "table.7z.xlsx is a compressed archive") {
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]
    },
    HostileFile("table.rar.xlsx", "table.rar.xlsx is a compressed archive") {
      [0x52, 0x61, 0x72, 0x21, 0x1A, 7, 1, 0]
    },
    HostileFile(
      "places.geojson", "places.geojson is a KML file",
      text: "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"/>"),
    HostileFile("noise.csv", "noise.csv is neither a table nor a workbook") {
      (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 &+ $0 >> 3) }
    },
  ]

  /// A container of old Office whose directory has an entry of this name.
  private static func compound(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 1152 - bytes.count)
    bytes += stream.utf8.flatMap { [$0, 0] as [UInt8] }
    return bytes + [UInt8](repeating: 0, count: 2048 - bytes.count)
  }

  static let texts: [HostileFile] = [
    HostileFile(
      "nul.csv", "nul.csv, line 2: a NUL byte: the file is not plain text", text: "a,b\nc\0d,e\n"),
    HostileFile(
      "surrogate.csv", "surrogate.csv, line 2: the text is UTF-16LE, but not on this line"
    ) { [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0, 0xD8, 0x62, 0] },
    HostileFile("half.csv", "half.csv: the UTF-16BE text is cut off") { [0xFE, 0xFF, 0, 0x61, 0] },
    HostileFile(
      "mixed.csv", "mixed.csv, line 3: other lines of the file are UTF-8, and this one is not"
    ) { Array("编号,名称\n1,城头山遗址\n2,".utf8) + [0xE5, 0xA2, 0xCF, 0xD8, 0x0A] },
    HostileFile(
      "unknown.csv", "unknown.csv, line 2: the text is neither UTF-8, UTF-16 nor GB18030"
    ) { Array("a,b\n".utf8) + [0xFF, 0xFF, 0xFF, 0x0A] },
    HostileFile(
      "marked.csv", "marked.csv, line 2: the text is UTF-8, but not on this line"
    ) { [0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE5, 0xA2, 0x0A] },
    HostileFile(
      "unclosed.csv", "unclosed.csv, line 2: a quoted field is never closed",
      text: "a,b\n\"c,d\ne,f\n"),
    HostileFile(
      "quote.csv",
      "quote.csv, line 2: text follows a closing quote; a quote inside a field is doubled",
      text: "a,b\n\"c\"d,e\n"),
    HostileFile("line.csv", nil) { [UInt8](repeating: 0x61, count: 10 << 20) },
    HostileFile("commas.csv", "commas.csv, line 1: the row has more than 16384 fields") {
      [UInt8](repeating: 0x2C, count: 10 << 20)
    },
    HostileFile("ragged.csv", nil, text: "a,b\nc\nd,e,f,g\n"),
    HostileFile("formula.csv", nil, text: "名称,地址\n=cmd|'/c calc'!A1,@SUM(1)\n"),
  ]
}
