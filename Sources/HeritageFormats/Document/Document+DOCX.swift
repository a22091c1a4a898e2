import HeritageRegistry
import Workbooks

extension Document {
  /// The document as the file of a word processor (.docx, ISO/IEC 29500-1 transitional).
  ///
  /// The same document gives the same bytes: no clock, no name of a machine is in them.
  public var docx: [UInt8] {
    var body = DocumentBody()
    let xml = body.xml(of: blocks)
    var archive = ZIPWriter()
    func add(_ name: String, _ text: String) {
      archive.add(
        name, Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(text)".utf8))
    }
    add("[Content_Types].xml", contentTypes)
    add(
      "_rels/.rels",
      Self.relationships([
        ("rId1", "\(Self.office)/officeDocument", "word/document.xml"),
        (
          "rId2",
          "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
          "docProps/core.xml"
        ),
      ]))
    add("docProps/core.xml", properties)
    add("word/document.xml", document(xml))
    let styles = DocumentStyles(language: language, accent: accent)
    add("word/styles.xml", styles.xml)
    add("word/settings.xml", styles.settings)
    if let footer { add("word/footer1.xml", Self.footer(footer)) }
    let parts =
      [("rIdStyles", "styles", "styles.xml"), ("rIdSettings", "settings", "settings.xml")]
      + (footer == nil ? [] : [("rIdFooter", "footer", "footer1.xml")])
      + body.images.enumerated().map {
        ("rIdImage\($0 + 1)", "image", "media/image\($0 + 1).\($1.kind.rawValue)")
      }
    add(
      "word/_rels/document.xml.rels",
      Self.relationships(parts.map { ($0.0, "\(Self.office)/\($0.1)", $0.2) }))
    for (index, image) in body.images.enumerated() {
      archive.add("word/media/image\(index + 1).\(image.kind.rawValue)", image.bytes)
    }
    return archive.finished
  }

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"\(office)\" "
    + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""

  private var contentTypes: String {
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let parts =
      [("document", "document.main"), ("styles", "styles"), ("settings", "settings")]
      + (footer == nil ? [] : [("footer1", "footer")])
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
      + "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
      + "<Override PartName=\"/docProps/core.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      + parts.map {
        "<Override PartName=\"/word/\($0.0).xml\" ContentType=\"\(main).\($0.1)+xml\"/>"
      }.joined() + "</Types>"
  }

  private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String
  {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + list.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>"
      }.joined() + "</Relationships>"
  }

  private var properties: String {
    let time = "2000-01-01T00:00:00Z"
    return "<cp:coreProperties "
      + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      + "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(XMLText.escaped(title))</dc:title>"
      + "<dc:language>\(language == .zh ? "zh-CN" : "en-GB")</dc:language>"
      + ["created", "modified"].map {
        "<dcterms:\($0) xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:\($0)>"
      }.joined() + "</cp:coreProperties>"
  }

  private func document(_ body: String) -> String {
    let reference =
      footer == nil ? "" : "<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>"
    // A4, in twentieths of a point; margins of 20 mm, 18 mm above and below.
    return "<w:document \(Self.namespaces)><w:body>\(body)<w:sectPr>\(reference)"
      + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1020\" w:right=\"1134\" "
      + "w:bottom=\"1020\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
      + "</w:sectPr></w:body></w:document>"
  }

  private static func footer(_ text: String) -> String {
    func field(_ name: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> "
        + "\(name) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + "<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    return "<w:ftr \(namespaces)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
      + "<w:r><w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t></w:r>"
      + "<w:r><w:tab/></w:r>" + field("PAGE")
      + "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>" + field("NUMPAGES") + "</w:p></w:ftr>"
  }
}
