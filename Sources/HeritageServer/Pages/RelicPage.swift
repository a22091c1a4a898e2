import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// The page of one relic: what it is, where it is and what that is worth, what lies around it, who says so.
enum RelicPage {
  static func response(_ code: String, _ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["f", "lang", "crs"])
    let (registry, language) = (inquiry.registry, inquiry.language)
    let entry = try registry.entry(code)
    let site = entry.site
    guard site.code == code else {
      // Small letters and old spellings lead to the address that stays.
      return .redirect(to: PageFrame.relic(site.code, inquiry))
    }
    var card = Card(entry, of: registry.info, for: registry.audience, language: language, date: nil)
    card.townshipNames = try inquiry.townshipNames()
    let sections = card.sections.filter { $0.lines.contains { $0.label != nil } }.map { section in
      [
        "heading": section.title,
        "facts": section.lines.map {
          inquiry.marked(["label": $0.label ?? "", "value": $0.text], $0.text)
        },
      ] as [String: Any]
    }
    var values: [String: Any] = [
      "code": site.code, "level": site.level.label(in: language), "levelKey": site.level.rawValue,
      "sections": sections,
      "sources": entry.dossier.sources.map { inquiry.marked(["text": $0], $0) },
      "formats": formats(site, inquiry),
      "slip": slip(site, inquiry), "tourHref": try inquiry.addToTour(site.code),
      "canonical": PageFrame.relic(site.code, inquiry),
    ]
    if inquiry.isStaff {
      values["editHref"] = inquiry.staffAddress("/sites/" + WebRequest.escaped(site.code))
    }
    inquiry.name(site, into: &values)
    if let summary = site.summary(in: language) {
      values["summary"] = summary
      values["summaryTongue"] = inquiry.tongue(of: summary)
    }
    if PrintPage.hasCode(site.code, inquiry) {
      values["qr"] = PrintPage.picture(of: site, inquiry)
    }
    if card.map(width: 640, height: 520) != nil {
      values["map"] = try figure(of: site, inquiry).values(inquiry)
      values["moves"] = true
      let neighbours = try neighbours(of: site, inquiry)
      if !neighbours.isEmpty {
        values["hasNeighbours"] = true
        values["neighbours"] = neighbours.map { hit -> [String: Any] in
          let name = hit.site.name(in: language)
          return inquiry.marked(
            [
              "href": PageFrame.relic(hit.site.code, inquiry), "code": hit.site.code,
              "name": name,
              "distance": PlaceWords.away(hit, from: site, in: language),
            ], name)
        }
      }
    } else {
      values["noMap"] = PlaceWords.text(of: site, in: language)
    }
    return PageFrame(inquiry: inquiry).response(
      "relic", title: site.name(in: language), values)
  }

  /// The map of a relic as a picture of its own.
  static func map(_ code: String, _ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    let registry = inquiry.registry
    var card = Card(
      try registry.entry(code), of: registry.info, for: registry.audience,
      language: inquiry.language, date: nil)
    card.ground = try inquiry.ground()
    guard let map = card.map(width: 640, height: 520) else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    return MapImages.response(map.svg)
  }

  private static func figure(of site: Site, _ inquiry: Inquiry) throws -> MapFigure {
    let address = PageFrame.relic(site.code, inquiry)
    var figure = MapFigure(
      picture: address + ".svg",
      alt: Sentence(
        "page.mapOfRelic",
        [
          "name": site.name(in: inquiry.language),
          "place": PlaceWords.text(of: site, in: inquiry.language),
        ]))
    (figure.width, figure.height) = (640, 520)
    figure.data = address + ".json"
    figure.caption = site.position.map { MapPlaces.Kind($0).label }
    return figure
  }

  /// The relics nearest to a relic.
  static func neighbours(of site: Site, _ inquiry: Inquiry) throws -> [SiteHit] {
    guard site.provenance != .standIn else { return [] }
    return try inquiry.registry.nearest(to: .site(code: site.code), count: 6)
  }

  private static func formats(_ site: Site, _ inquiry: Inquiry) -> [[String: String]] {
    let item = inquiry.base + "/collections/sites/items/" + WebRequest.escaped(site.code)
    return [
      ["label": "GeoJSON", "href": item + "?f=geojson"],
      ["label": "SVG", "href": PageFrame.relic(site.code, inquiry) + ".svg"],
    ]
  }

  /// What to send to the office when something is wrong: nothing is kept on the server.
  private static func slip(_ site: Site, _ inquiry: Inquiry) -> String {
    let lines = [
      Sentence("page.slip.version", ["version": inquiry.version]), Sentence("page.slip.what"),
      Sentence("page.slip.should"), Sentence("page.slip.who"),
    ]
    return
      (["\(site.code) \(site.nameZH)", PageFrame.relic(site.code, inquiry)]
      + lines.map { $0.text(in: inquiry.language) }).joined(separator: "\n")
  }
}
