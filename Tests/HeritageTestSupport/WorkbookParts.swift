/// A small workbook of hand-written parts, to be changed part by part.
public struct WorkbookParts: Sendable {
  /// The text of each part, by name, in the order in which they are packed.
  public var parts: [(name: String, text: String)]

  /// The namespace of spreadsheets.
  public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// The beginning of the types of relationships.
  public static let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook of one sheet, 表1, with the text between the tags of `sheetData`.
  public init(
    rows: String = #"<row r="1"><c r="A1"><v>1</v></c></row>"#, after: String = "",
    strings: [String] = [], styles: String = ""
  ) {
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", Self.relationships([("r1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relationships([
          ("r1", "worksheet", "worksheets/sheet1.xml"),
          ("r2", "sharedStrings", "sharedStrings.xml"),
          ("r3", "styles", "styles.xml"),
        ])
      ),
      ("xl/workbook.xml", Self.workbook(#"<sheet name="表1" sheetId="1" r:id="r1"/>"#)),
      (
        "xl/sharedStrings.xml",
        #"<sst xmlns="\#(Self.main)">\#(strings.map { "<si>\($0)</si>" }.joined())</sst>"#
      ),
      ("xl/styles.xml", #"<styleSheet xmlns="\#(Self.main)">\#(styles)</styleSheet>"#),
      ("xl/worksheets/sheet1.xml", Self.sheet(rows, after: after)),
    ]
  }

  /// A sheet with the text between the tags of `sheetData`.
  public static func sheet(_ rows: String, after: String = "") -> String {
    #"<worksheet xmlns="\#(main)"><sheetData>\#(rows)</sheetData>\#(after)</worksheet>"#
  }

  /// A workbook with the text between the tags of `sheets`.
  public static func workbook(_ sheets: String, properties: String = "") -> String {
    #"<workbook xmlns="\#(main)" xmlns:r="\#(type)">\#(properties)<sheets>\#(sheets)</sheets></workbook>"#
  }

  /// Relationships of an id, a kind and a target each.
  public static func relationships(_ targets: [(String, String, String)]) -> String {
    let lines = targets.map { id, kind, target in
      #"<Relationship Id="\#(id)" Type="\#(type)/\#(kind)" Target="\#(target)"/>"#
    }
    return #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
      + lines.joined() + "</Relationships>"
  }

  /// The workbook with another text for a part, or without the part.
  public func with(_ name: String, _ text: String?) -> WorkbookParts {
    var book = self
    if let index = book.parts.firstIndex(where: { $0.name == name }) {
      if let text { book.parts[index].text = text } else { book.parts.remove(at: index) }
    } else if let text {
      book.parts.append((name, text))
    }
    return book
  }

  /// The archive before it is packed.
  public var archive: ZIPMaker { ZIPMaker(parts.map { ZIPMaker.Entry($0.name, $0.text) }) }

  /// The workbook, packed.
  public var bytes: [UInt8] { archive.bytes }

  /// The workbook, packed with changed entries.
  public func bytes(_ change: (inout ZIPMaker) -> Void) -> [UInt8] {
    var archive = archive
    change(&archive)
    return archive.bytes
  }
}
