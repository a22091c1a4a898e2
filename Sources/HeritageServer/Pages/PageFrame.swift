import HeritageRegistry
import Words

/// What every page has around its content: head, navigation, foot, and the words of its language.
struct PageFrame {
  let inquiry: Inquiry

  /// A page of a template.
  ///
  /// - Parameters:
  ///   - title: What stands in the window's title and above the page.
  ///   - values: What the template's places hold.
  func response(
    _ template: String, title: String, _ values: [String: Any]
  ) -> WebResponse {
    var all = values
    all["title"] = title
    for (key, value) in frame { all[key] = value }
    return WebResponse(
      type: MediaType.html.header, PageTemplates.render(all, with: template))
  }

  /// The page of a form with its answer.
  ///
  /// Where there is no answer, because of what was asked, the form stays with the reason, so that it can be
  /// mended: a page with the status 400.
  ///
  /// - Parameter fill: Adds the answer to the values.
  /// - Throws: What `fill` throws and is no fault of whoever asked.
  func form(
    _ template: String, title: Sentence, _ values: [String: Any],
    fill: (inout [String: Any]) throws -> Void
  ) throws -> WebResponse {
    var (values, status) = (values, 200)
    do {
      try fill(&values)
    } catch {
      let problem = Problem(error, in: inquiry.language)
      if problem.status >= 500 { throw error }
      values["fault"] = problem.detail
      status = 400
    }
    var response = response(template, title: title.text(in: inquiry.language), values)
    response.status = status
    return response
  }

  private var frame: [String: Any] {
    let (info, language) = (inquiry.registry.info, inquiry.language)
    let other: Language = language == .zh ? .en : .zh
    var values: [String: Any] = [
      "htmlLang": language == .zh ? "zh-Hans" : "en", "lang": language.rawValue,
      "root": inquiry.base,
      "register": inquiry.say(
        "\(info.nameZH)不可移动文物", "Cultural relics of \(info.name(in: .en))"),
      "version": inquiry.version, "cssHash": WebFile.hash("register.css"),
      "jsHash": WebFile.hash("search.js"), "leafletHash": WebFile.hash("leaflet.js"),
      "leafletStyleHash": WebFile.hash("leaflet.css"), "mapHash": WebFile.hash("map.js"),
      "placesHash": WebFile.hash("places.js"), "outlineHash": WebFile.hash("outline.js"),
      "tourHash": WebFile.hash("tour.js"),
      "offlineHash": WebFile.hash("offline.js"), "w": Self.words(in: language),
      "otherLang": other == .zh ? "zh-Hans" : "en", "otherName": other == .zh ? "中文" : "English",
    ]
    if let credits = info.credits { values["credits"] = credits }
    if let approval = inquiry.options.mapApproval { values["mapApproval"] = approval }
    if EmbeddedPages.contains(inquiry.request) {
      values["bare"] = true
      values["whole"] =
        inquiry.base
        + inquiry.request.target(
          path: "/\(language.rawValue)/"
            + (inquiry.request.path ?? []).dropFirst().map(WebRequest.escaped).joined(
              separator: "/"),
          setting: ["lang": nil])
    }
    // The public's pages say nothing of staff unless the operator lets them in here.
    if inquiry.options.staffTokenFile != nil { values["hasStaff"] = true }
    values["nav"] = Self.navigation(
      inquiry.base, inquiry.request.path ?? [], hasStaff: values["hasStaff"] != nil, language)
    values["otherPage"] = inquiry.base + Self.target(of: inquiry.request, in: other)
    return values
  }

  /// The links to the main pages; that of the page itself is marked.
  ///
  /// - Parameter path: Where the page stands.
  static func navigation(
    _ root: String, _ path: [String], hasStaff: Bool = false, _ language: Language
  ) -> [[String: Any]] {
    let pages = [
      ("search", Sentence("page.search")), ("browse/level", Sentence("page.browse")),
      ("tour", Sentence("page.tour")), ("check", Sentence("page.check")),
      ("stats", Sentence("page.stats")), ("data", Sentence("page.data")),
      ("legend", Sentence("page.legend")),
    ]
    return (pages + (hasStaff ? [("staff", Sentence("page.staff"))] : [])).map { page, sentence in
      var values: [String: Any] = [
        "href": "\(root)/\(language.rawValue)/\(page)", "label": sentence.text(in: language),
      ]
      if path.dropFirst().first.map(page.hasPrefix) == true { values["current"] = true }
      return values
    }
  }

  /// The same page in another language: under its path where it has one a language, by `lang=` otherwise.
  static func target(of request: WebRequest, in language: Language) -> String {
    guard let first = request.path?.first, Language(rawValue: first) != nil else {
      return request.target(setting: ["lang": language.rawValue, "f": "html"])
    }
    let rest = request.target.dropFirst(1 + first.count)
    return "/\(language.rawValue)\(rest)"
  }

  /// Where a relic's page stands.
  static func relic(_ code: String, _ inquiry: Inquiry) -> String {
    inquiry.base + "/\(inquiry.language.rawValue)/sites/" + WebRequest.escaped(code)
  }

  /// The words of all pages in a language.
  static func words(in language: Language) -> [String: String] {
    let sentences: [(String, Sentence)] = [
      ("skip", Sentence("page.skip")), ("mainNav", Sentence("page.mainNav")),
      ("search", Sentence("page.search")), ("browse", Sentence("page.browse")),
      ("data", Sentence("page.data")), ("legend", Sentence("page.legend")),
      ("silence", Sentence("page.silence")), ("version", Sentence("page.version")),
      ("accessibility", Sentence("page.accessibility")),
      ("searchLabel", Sentence("page.searchLabel")),
      ("searchButton", Sentence("page.searchButton")),
      ("placeholder", Sentence("page.placeholder")), ("byLevel", Sentence("page.byLevel")),
      ("byCategory", Sentence("page.byCategory")), ("mapNote", Sentence("page.mapNote")),
      ("filters", Sentence("page.filters")), ("clear", Sentence("page.clear")),
      ("next", Sentence("page.next")), ("sameData", Sentence("page.sameData")),
      ("near", Sentence("page.near")), ("nearNote", Sentence("page.nearNote")),
      ("sources", Sentence("page.sources")),
      ("wrong", Sentence("page.wrong")), ("wrongText", Sentence("page.wrongText")),
      ("nearest", Sentence("page.nearest")), ("back", Sentence("page.back")),
      ("number", Sentence("page.number")), ("stats", Sentence("page.stats")),
      ("tour", Sentence("page.tour")), ("check", Sentence("page.check")),
      ("print", Sentence("page.print")), ("asTable", Sentence("page.asTable")),
    ]
    return Dictionary(
      uniqueKeysWithValues: (sentences + PageWords.forms).map { ($0.0, $0.1.text(in: language)) })
  }
}
