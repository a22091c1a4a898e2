import HeritageRegistry
import Words

/// What a browser keeps, so that the county can be read without a network.
enum OfflinePages {
  /// The most relics that are kept whole; a larger register keeps the pages that were opened.
  private static let most = 5000

  /// The page that stands in for one that was never opened.
  static func page(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    let language = inquiry.language
    let fields: [SiteField] = [
      .code, .nameZH, .nameEN, .level, .category, .periodWords, .township, .address, .summaryZH,
      .summaryEN,
    ]
    let labels =
      fields.map { ($0.rawValue, $0.definition.lineLabels[language]) }
      + ProtectionLevel.allCases.map { ($0.rawValue, $0.label(in: language)) }
      + Category.allCases.map { ($0.rawValue, $0.label(in: language)) }
    return PageFrame(inquiry: inquiry).response(
      "offline", title: Sentence("page.offline").text(in: language),
      [
        "items": inquiry.base + items(language),
        "labels": labels.map { ["value": $0.0, "label": $0.1] },
      ])
  }

  private static func items(_ language: Language) -> String {
    "/collections/sites/items?f=geojson&limit=10000&lang=\(language.rawValue)"
  }

  /// The worker that answers where the network does not.
  static func worker(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: [])
    let totals = try inquiry.memory.value("totals", of: inquiry) { try inquiry.registry.totals() }
    let isWhole = totals.named + totals.unidentified <= most
    let assets = [
      "register.css", "search.js", "leaflet.css", "leaflet.js", "map.js", "places.js", "outline.js",
      "tour.js", "offline.js",
    ].map { "/assets/\(WebFile.hash($0))/\($0)" }
    let pages = [Language.zh, .en].flatMap { language -> [String] in
      let prefix = "/" + language.rawValue
      return [
        "/offline?lang=\(language.rawValue)", prefix, prefix + "/search", prefix + "/map.json",
        prefix + "/ground.json", prefix + "/legend",
      ] + (isWhole ? [items(language)] : [])
    }
    let head: [(String, FieldValue)] = [
      ("ROOT", .text(inquiry.base + "/")),
      ("VERSION", .text("register \(inquiry.version) \(WebFile.digest.prefix(8))")),
      ("SHELL", .list((assets + pages).map { .text(inquiry.base + $0) })),
      (
        "WORDS",
        .object(
          [Language.zh, .en].map {
            // The worker puts the date where the place for it stands.
            .init(
              $0.rawValue,
              .text(Sentence("page.offline.kept", ["date": "{date}"]).text(in: $0)))
          })
      ),
    ]
    let lines = head.map { "const \($0.0) = \(JSONText.compact($0.1));\n" }.joined()
    var response = WebResponse(
      type: MediaType.js.header, lines + String(decoding: WebFile.bytes("sw.js"), as: UTF8.self))
    response.set("Cache-Control", "no-cache")
    return response
  }

  /// What a telephone calls the register on its first screen.
  static func manifest(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    let info = inquiry.registry.info
    return WebResponse(
      type: MediaType.manifest.header,
      JSONText.pretty(
        .object([
          .init("name", .text(LandingPage.title(for: inquiry))),
          .init("short_name", .text(info.name(in: inquiry.language))),
          .init("lang", .text(inquiry.language == .zh ? "zh-Hans" : "en")),
          .init("start_url", .text(inquiry.base + "/\(inquiry.language.rawValue)")),
          .init("scope", .text(inquiry.base + "/")), .init("display", .text("standalone")),
          .init("background_color", .text("#fbfaf6")), .init("theme_color", .text("#8a2b1c")),
          .init(
            "icons",
            .list([
              .object([
                .init("src", .text(inquiry.base + "/favicon.svg")), .init("sizes", .text("any")),
                .init("type", .text(MediaType.svg.link)),
              ])
            ])),
        ])))
  }
}
