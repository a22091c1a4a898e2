import HeritageRegistry

/// The styles of a document: fonts that office programs in China have, sizes and spaces.
struct DocumentStyles {
  let language: Language
  /// The colour of headings below the title.
  let accent: UInt32?

  private var code: String { language == .zh ? "zh-CN" : "en-GB" }

  /// The part `word/styles.xml`.
  var xml: String {
    "<w:styles \(Document.namespaces)><w:docDefaults><w:rPrDefault><w:rPr>"
      + Self.fonts(latin: "Times New Roman", han: "宋体")
      + "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"
      + "<w:lang w:val=\"\(language == .zh ? "en-GB" : code)\" w:eastAsia=\"zh-CN\"/>"
      + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
      + "<w:spacing w:after=\"40\" w:line=\"288\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
      + "</w:docDefaults>"
      + style("Normal", "Normal", isDefault: true)
      + heading(1, size: 44, before: 0, after: 80) + heading(2, size: 24, before: 200, after: 60)
      + heading(3, size: 21, before: 120, after: 40)
      + style(
        "Footer", "footer",
        paragraph: "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs>",
        look: "<w:color w:val=\"6B665C\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>")
      + style(
        "Gap", "Gap",
        paragraph: "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>",
        look: "<w:sz w:val=\"8\"/>")
      + "</w:styles>"
  }

  /// The part `word/settings.xml`.
  var settings: String {
    "<w:settings \(Document.namespaces)><w:zoom w:percent=\"100\"/>"
      + "<w:defaultTabStop w:val=\"420\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
      + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
      + "<w:themeFontLang w:val=\"\(code)\" w:eastAsia=\"zh-CN\"/></w:settings>"
  }

  private func heading(_ level: Int, size: Int, before: Int, after: Int) -> String {
    style(
      "Heading\(level)", "heading \(level)",
      paragraph: "<w:keepNext/><w:keepLines/>"
        + "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
        + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
      look: Self.fonts(latin: "Arial", han: "黑体") + "<w:b/><w:bCs/>"
        + (level == 1 ? "" : accent.map { "<w:color w:val=\"\(DocumentBody.hex($0))\"/>" } ?? "")
        + "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>")
  }

  private func style(
    _ id: String, _ name: String, isDefault: Bool = false, paragraph: String = "",
    look: String = ""
  ) -> String {
    "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : "") w:styleId=\"\(id)\">"
      + "<w:name w:val=\"\(name)\"/>" + (isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")
      + "<w:qFormat/>" + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>")
      + (look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>") + "</w:style>"
  }

  private static func fonts(latin: String, han: String) -> String {
    "<w:rFonts w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:cs=\"\(latin)\" w:eastAsia=\"\(han)\"/>"
  }
}
