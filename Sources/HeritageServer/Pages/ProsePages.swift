import HeritageRegistry
import Words

/// Pages of text: what the signs mean, how to take the data away, how accessible the pages are.
enum ProsePages {
  struct Part {
    let heading: Sentence
    var paragraphs: [Sentence] = []
    var links: [(label: String, href: String, note: String)] = []
    var code: String?
    /// Signs of the map with what they mean.
    var signs: [(sign: String, text: String)] = []
  }

  static func legend(_ inquiry: Inquiry) throws -> WebResponse {
    let totals = try inquiry.memory.value("totals", of: inquiry) { try inquiry.registry.totals() }
    let known = totals.named + totals.unidentified
    return page(
      Sentence("page.legend"),
      [
        Part(
          heading: Sentence("page.legend.points"),
          paragraphs: [
            Sentence(
              "page.legend.counts",
              ["located": totals.located, "unlocated": known - totals.located])
          ],
          signs: [
            ("fix", Sentence("page.legend.exact")), ("area", Sentence("page.legend.approximate")),
            ("cell", Sentence("page.legend.generalised")),
            ("unknown", Sentence("page.key.unknown")),
            ("hidden", Sentence("page.legend.withheld")),
          ].map { ("sign " + $0.0, $0.1.text(in: inquiry.language)) }),
        Part(
          heading: Sentence("page.legend.levels"),
          signs: ProtectionLevel.allCases.map {
            ("mark " + $0.rawValue, $0.label(in: inquiry.language))
          }),
        Part(
          heading: Sentence("page.legend.certainty"),
          paragraphs: [Sentence("page.legend.certaintyText")]),
        Part(
          heading: Sentence("page.legend.silence"), paragraphs: [Sentence("page.silence")]),
      ], inquiry)
  }

  static func accessibility(_ inquiry: Inquiry) -> WebResponse {
    page(
      Sentence("page.accessibility"),
      [
        Part(
          heading: Sentence("page.accessibility.aim"),
          paragraphs: [
            Sentence("page.accessibility.aimText"), Sentence("page.accessibility.limits"),
          ])
      ], inquiry)
  }

  static func data(_ inquiry: Inquiry) throws -> WebResponse {
    let totals = try inquiry.memory.value("totals", of: inquiry) { try inquiry.registry.totals() }
    let items = inquiry.base + "/collections/sites/items?f="
    return page(
      Sentence("page.data"),
      [
        Part(
          heading: Sentence("page.data.files"),
          paragraphs: [
            Sentence("page.data.filesText"),
            Sentence(
              "page.data.rows",
              ["count": totals.named + totals.unidentified, "version": inquiry.version]),
          ],
          links: ItemsFormat.files.map { ($0.rawValue, items + $0.rawValue, $0.link) } + [
            ("geojson", items + "geojson&limit=10000", MediaType.geojson.link)
          ]),
        Part(
          heading: Sentence("page.data.qgis"), paragraphs: [Sentence("page.data.qgisText")],
          code: inquiry.base + "/"),
        Part(
          heading: Sentence("page.data.gdal"), paragraphs: [Sentence("page.data.gdalText")],
          code: "ogrinfo -so -oo PAGE_SIZE=10000 OAPIF:\(inquiry.base) sites"),
        Part(
          heading: Sentence("page.data.api"),
          links: [
            ("OpenAPI", inquiry.base + "/api?f=html", ""),
            ("collections", inquiry.base + "/collections?f=html", ""),
            ("conformance", inquiry.base + "/conformance?f=html", ""),
          ]),
      ], inquiry)
  }

  private static func page(_ title: Sentence, _ parts: [Part], _ inquiry: Inquiry) -> WebResponse {
    let language = inquiry.language
    return PageFrame(inquiry: inquiry).response(
      "prose", title: title.text(in: language),
      [
        "parts": parts.map { part in
          var values: [String: Any] = [
            "heading": part.heading.text(in: language),
            "paragraphs": part.paragraphs.map { $0.text(in: language) },
          ]
          if !part.links.isEmpty {
            values["hasLinks"] = true
            values["links"] = part.links.map {
              $0.note.isEmpty
                ? ["label": $0.label, "href": $0.href]
                : ["label": $0.label, "href": $0.href, "note": $0.note]
            }
          }
          if !part.signs.isEmpty {
            values["hasSigns"] = true
            values["signs"] = part.signs.map { ["sign": $0.sign, "text": $0.text] }
          }
          if let code = part.code { values["code"] = code }
          return values
        }
      ])
  }
}
