import HeritageRegistry
import Words

/// Which path leads to which answer.
enum Routes {
  /// The language that a path begins with; nil where it begins with none.
  static func pageLanguage(of request: WebRequest) -> Language? {
    request.path?.first.flatMap(Language.init)
  }

  /// The answers that need no register: whether the process lives, and the files of the pages.
  static func withoutRegister(_ request: WebRequest) -> WebResponse? {
    guard request.method == "GET" || request.method == "HEAD" else { return nil }
    switch request.path {
    case ["healthz"]?: return WebResponse(type: MediaType.text.header, "ok\n")
    // Browsers ask for the old name where a document, such as a map, names no icon.
    case ["favicon.svg"]?, ["favicon.ico"]?:
      var response = WebResponse(type: MediaType.svg.header, WebFile.bytes("icon.svg"))
      response.set("Cache-Control", "public, max-age=86400")
      return response
    case let path? where path.count == 3 && path[0] == "assets":
      guard WebFile.hash(path[2]) == path[1], !path[2].hasSuffix(".mustache") else { return nil }
      var response = WebResponse(
        type: (path[2].hasSuffix(".css") ? MediaType.css : .js).header, WebFile.bytes(path[2]))
      response.set("Cache-Control", "public, max-age=31536000, immutable")
      return response
    default: return nil
    }
  }

  static let methods = ["GET", "HEAD", "OPTIONS"]

  /// The answer to an inquiry.
  static func response(to inquiry: Inquiry) throws -> WebResponse {
    let request = inquiry.request
    guard let path = request.path else {
      // A slash at the end is what people type.
      let trimmed = WebRequest(
        target: String(request.target.reversed().drop { $0 == "/" }.reversed()))
      if request.target.hasSuffix("/"), let path = trimmed.path, !path.isEmpty {
        return .redirect(to: inquiry.base + trimmed.target)
      }
      throw WebFault.notFound(path: request.target.bounded)
    }
    switch request.method {
    case "GET", "HEAD": break
    case "OPTIONS": return SecurityHeaders.options(methods)
    default: throw WebFault.wrongMethod(request.method.bounded, allowed: methods)
    }
    if let first = path.first, Language(rawValue: first) != nil {
      return try page(Array(path.dropFirst()), inquiry.withListsApart)
    }
    switch path.first {
    case nil: return try root(inquiry)
    case "collections": return try collections(Array(path.dropFirst()), inquiry)
    case "conformance" where path.count == 1:
      return try document(
        inquiry, .json, "conformance", .object([.init("conformsTo", Conformance.value)]))
    case "api" where path.count == 1:
      return try document(inquiry, .openapi, "OpenAPI", OpenAPI.value(for: inquiry))
    case "functions" where path.count == 1:
      return try document(inquiry, .json, "functions", FeatureFilter.functionList)
    case "suggest" where path.count == 1: return try Suggestions.response(inquiry)
    case "readyz" where path.count == 1:
      _ = try inquiry.registry.totals()
      return WebResponse(type: MediaType.text.header, "\(inquiry.version)\n")
    case "embed":
      return try EmbeddedPages.response(Array(path.dropFirst()), inquiry.withListsApart)
    case "offline" where path.count == 1: return try OfflinePages.page(inquiry)
    case "sw.js" where path.count == 1: return try OfflinePages.worker(inquiry)
    case "manifest.webmanifest" where path.count == 1: return try OfflinePages.manifest(inquiry)
    case "sites" where path.count == 2, "r" where path.count == 2:
      return .redirect(to: PageFrame.relic(path[1], inquiry))
    case "robots.txt" where path.count == 1:
      return WebResponse(
        type: MediaType.text.header,
        "User-agent: *\nDisallow: /suggest\n"
          // Endless addresses, each of which costs an answer of its own.
          + ["zh", "en"].flatMap { language in
            ["check", "print", "tour"].map { "Disallow: /\(language)/\($0)\n" }
          }.joined() + "Sitemap: \(inquiry.base)/sitemap.xml\n")
    case "sitemap.xml" where path.count == 1: return try Sitemap.response(inquiry)
    default: throw WebFault.notFound(path: request.target.bounded)
    }
  }

  private static func root(_ inquiry: Inquiry) throws -> WebResponse {
    let format = try inquiry.format(of: [.json, .html])
    if format == .html { return try HomePage.response(inquiry) }
    try inquiry.check(parameters: ["f", "lang"])
    return WebResponse(
      type: MediaType.json.header, JSONText.pretty(LandingPage.value(for: inquiry)))
  }

  /// A document of the API, as JSON or as a page.
  private static func document(
    _ inquiry: Inquiry, _ type: MediaType, _ title: String,
    _ value: @autoclosure () throws -> FieldValue, links: [(label: String, href: String)] = []
  ) throws -> WebResponse {
    try inquiry.check(parameters: ["f", "lang"])
    // `f=json` is a plain name for every document that is JSON.
    let format = try inquiry.format(of: type == .json ? [.json, .html] : [type, .json, .html])
    return format == .html
      ? DataPage.response(JSONTextPage(title: title, try value(), links: links), inquiry)
      : WebResponse(type: format.header, JSONText.pretty(try value()))
  }

  private static func collections(_ path: [String], _ inquiry: Inquiry) throws -> WebResponse {
    guard let name = path.first else {
      return try document(
        inquiry, .json, inquiry.say("数据集", "Collections"), Collections.value(for: inquiry),
        links: inquiry.collections.map { collection in
          (inquiry.say(collection.title), inquiry.address("/collections/\(collection.name)/items"))
        })
    }
    let collection = try inquiry.collection(named: name)
    let title = inquiry.say(collection.title)
    switch (path.count, path.count > 1 ? path[1] : "") {
    case (1, _):
      return try document(
        inquiry, .json, title, collection.value(for: inquiry),
        links: [
          (
            Sentence("page.allFeatures").text(in: inquiry.language),
            inquiry.address("/collections/\(collection.name)/items")
          )
        ])
    case (2, "items"): return try Items.response(collection, inquiry)
    case (2, "queryables"):
      return try document(inquiry, .schema, title, Schemas.queryables(collection, inquiry))
    case (2, "schema"):
      return try document(inquiry, .schema, title, Schemas.schema(collection, inquiry))
    case (2, "sortables") where !collection.sortable.isEmpty:
      return try document(inquiry, .schema, title, Schemas.sortables(collection, inquiry))
    case (3, "items"): return try Item.response(collection, path[2], inquiry)
    default: throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
  }

  /// The pages of a language.
  private static func page(_ path: [String], _ inquiry: Inquiry) throws -> WebResponse {
    switch (path.count, path.first) {
    case (0, _): return try HomePage.response(inquiry)
    case (1, "search"): return try SearchPage.response(inquiry)
    case (_, "staff"): return try StaffDesk.page(Array(path.dropFirst()), inquiry)
    case (1, "map.svg"): return try MapImages.found(inquiry)
    case (1, "map.json"): return try MapData.found(inquiry)
    case (1, "ground.json"): return try MapGroundData.response(inquiry)
    case (1, "legend"): return try ProsePages.legend(inquiry)
    case (1, "data"): return try ProsePages.data(inquiry)
    case (1, "accessibility"): return ProsePages.accessibility(inquiry)
    case (1, "stats"): return try StatsPage.response(inquiry)
    case (2, "stats"): return try StatsPage.file(path[1], inquiry)
    case (1, "tour"): return try TourPage.response(inquiry)
    case (1, "tour.svg"): return try TourPage.map(inquiry)
    case (1, "check"): return try ProjectCheckPage.response(inquiry)
    case (1, "check.svg"): return try ProjectCheckPage.map(inquiry)
    case (2, "check") where path[1] == "map.json": return try ProjectCheckPage.places(inquiry)
    case (1, "print"): return try PrintPage.response(inquiry)
    case (1, "browse"):
      return .redirect(to: inquiry.base + "/\(inquiry.language.rawValue)/browse/level")
    case (2, "browse"): return try BrowsePage.response(path[1], inquiry)
    case (2, "sites") where path[1].hasSuffix(".qr.svg"):
      return try PrintPage.code(of: String(path[1].dropLast(7)), inquiry)
    case (2, "sites") where path[1].hasSuffix(".svg"):
      return try RelicPage.map(String(path[1].dropLast(4)), inquiry)
    case (2, "sites") where path[1].hasSuffix(".json"):
      return try MapData.relic(String(path[1].dropLast(5)), inquiry)
    case (2, "sites"): return try RelicPage.response(path[1], inquiry)
    default: throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
  }
}

/// The addresses of all relics' pages, for crawlers (sitemaps.org 0.9 allows 50,000 in a file).
enum Sitemap {
  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    var query = SiteQuery()
    query.limit = 50_000
    let sites = try inquiry.registry.hits(matching: query).items.map(\.site.code)
    let lines = sites.map { code in
      "<url><loc>\(inquiry.base)/zh/sites/\(WebRequest.escaped(code))</loc></url>\n"
    }
    return WebResponse(
      type: "application/xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + lines.joined()
        + "</urlset>\n")
  }
}
