import Tables

/// Writes the blocks of a document as WordprocessingML, and collects the pictures that they name.
struct DocumentBody {
  /// The pictures in the order in which they are named, the first as `rIdImage1`.
  private(set) var images: [Document.Image] = []
  /// How many pictures stand in the document: each has a number of its own, however often its file is shown.
  private var drawn = 0

  /// Blocks, one behind the other.
  mutating func xml(of blocks: [Document.Block]) -> String {
    var text = ""
    for block in blocks { text += xml(of: block) }
    return text
  }

  private mutating func xml(of block: Document.Block) -> String {
    switch block {
    case .heading(let text, let level):
      "<w:p><w:pPr><w:pStyle w:val=\"Heading\(min(max(level, 1), 3))\"/></w:pPr>"
        + Self.xml(of: Document.Run(text)) + "</w:p>"
    case .paragraph(let paragraph): Self.xml(of: paragraph)
    case .table(let table): xml(of: table)
    case .image(let image, let alignment):
      "<w:p><w:pPr><w:keepNext/><w:jc w:val=\"\(alignment.rawValue)\"/></w:pPr><w:r>"
        + xml(of: image) + "</w:r></w:p>"
    case .pageBreak: "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    }
  }

  private static func xml(of paragraph: Document.Paragraph) -> String {
    let indent = paragraph.isIndented ? "<w:ind w:firstLineChars=\"200\" w:firstLine=\"420\"/>" : ""
    return "<w:p><w:pPr>\(indent)<w:jc w:val=\"\(paragraph.alignment.rawValue)\"/></w:pPr>"
      + paragraph.runs.map(xml).joined() + "</w:p>"
  }

  private static func xml(of run: Document.Run) -> String {
    var look = run.isBold ? "<w:b/><w:bCs/>" : ""
    if let colour = run.colour { look += "<w:color w:val=\"\(hex(colour))\"/>" }
    if let size = run.size {
      let halves = DecimalText.string((size * 2).rounded(), places: 0)
      look += "<w:sz w:val=\"\(halves)\"/><w:szCs w:val=\"\(halves)\"/>"
    }
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "<w:t xml:space=\"preserve\">\(XMLText.escaped(String($0)))</w:t>"
    }
    return "<w:r>" + (look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>")
      + lines.joined(separator: "<w:br/>") + "</w:r>"
  }

  private mutating func xml(of table: Document.Table) -> String {
    let widths = table.widths.map { Self.twips($0) }
    var text =
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + Self.borders(table.rules) + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
      + "<w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>"
      + "</w:tblPr><w:tblGrid>" + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
      + "</w:tblGrid>"
    for (index, row) in table.rows.enumerated() {
      // A row of a table that only arranges may be longer than a page.
      text += "<w:tr><w:trPr>" + (table.rules == .none ? "" : "<w:cantSplit/>")
      text += (index < table.headerRows ? "<w:tblHeader/>" : "") + "</w:trPr>"
      for (cell, width) in zip(row, widths) {
        text += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        if let fill = cell.fill {
          text += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(Self.hex(fill))\"/>"
        }
        // A cell ends with a paragraph.
        text += "</w:tcPr>" + xml(of: cell.blocks)
        if case .table? = cell.blocks.last { text += "<w:p/>" }
        text += (cell.blocks.isEmpty ? "<w:p/>" : "") + "</w:tc>"
      }
      text += "</w:tr>"
    }
    // Two tables without anything between them would be one.
    return text + "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>"
  }

  private static func borders(_ rules: Document.Table.Rules) -> String {
    let sides =
      switch rules {
      case .grid: ["top", "left", "bottom", "right", "insideH", "insideV"]
      case .rows: ["top", "bottom", "insideH"]
      case .none: [String]()
      }
    guard !sides.isEmpty else { return "" }
    return "<w:tblBorders>"
      + sides.map {
        "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9C3B5\"/>"
      }.joined() + "</w:tblBorders>"
  }

  private mutating func xml(of image: Document.Image) -> String {
    let number: Int
    if let known = images.firstIndex(of: image) {
      number = known + 1
    } else {
      images.append(image)
      number = images.count
    }
    drawn += 1
    // English Metric Units: 36,000 a millimetre.
    let (width, height) = (Int(image.width * 36_000), Int(image.height * 36_000))
    let name = "id=\"\(drawn)\" name=\"Picture \(drawn)\""
    return "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent cx=\"\(width)\" cy=\"\(height)\"/>"
      + "<wp:docPr \(name) descr=\"\(XMLText.escaped(image.description))\"/>"
      + "<a:graphic><a:graphicData "
      + "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
      + "<pic:nvPicPr><pic:cNvPr \(name)/><pic:cNvPicPr/></pic:nvPicPr>"
      + "<pic:blipFill><a:blip r:embed=\"rIdImage\(number)\"/>"
      + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"\(width)\" cy=\"\(height)\"/>"
      + "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
      + "</a:graphicData></a:graphic></wp:inline></w:drawing>"
  }

  private static func twips(_ millimetres: Double) -> Int {
    Int((millimetres * 1440 / 25.4).rounded())
  }

  static func hex(_ colour: UInt32) -> String {
    let digits = String(colour & 0xFFFFFF, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
