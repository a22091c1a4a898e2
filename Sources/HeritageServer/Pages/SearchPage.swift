import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// The main page: a box, facets with counts, a map and a list of the same relics.
enum SearchPage {
  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    let search = try SearchRequest(inquiry)
    let (page, matches) = try search.page(in: inquiry.registry)
    let heading = try search.heading(inquiry)
    let drawn = min(try search.total(inquiry).count, SearchRequest.most)
    let showsMap = inquiry.request.text(of: "view") == "map"
    var values: [String: Any] = [
      "q": search.words ?? "", "heading": heading, "start": 1,
      "remarks": try remarks(search, page, inquiry),
      "kept": kept(inquiry), "facets": try facets(search, inquiry),
      "items": try page.items.map { try item($0, matches[$0.site.code], inquiry) },
      "printHref": inquiry.base
        + inquiry.request.target(
          path: "/\(inquiry.language.rawValue)/print", setting: inquiry.plainly),
      "map": try map(search, count: drawn, inquiry).values(inquiry), "moves": true,
      "wide": true, "formats": formats(inquiry),
      "otherViewHref": inquiry.base
        + inquiry.request.target(setting: ["view": showsMap ? nil : "map"]),
    ]
    let views = [Sentence("page.map.toList"), Sentence("page.map.toMap")]
      .map { $0.text(in: inquiry.language) }
    (values["thisView"], values["otherView"]) = (views[showsMap ? 1 : 0], views[showsMap ? 0 : 1])
    if showsMap { values["showsMap"] = true }
    if !page.items.isEmpty { values["hasItems"] = true }
    if let next = page.next {
      values["next"] = inquiry.base + inquiry.request.target(setting: ["cursor": next])
    }
    let conditions = inquiry.request.parameters.filter {
      !SearchRequest.states.contains($0.name)
    }
    if !conditions.isEmpty {
      values["anyChosen"] = true
      values["clearHref"] =
        inquiry.base + "/\(inquiry.language.rawValue)/search"
        + (search.words.map { "?q=\(WebRequest.escaped($0))" } ?? "")
    }
    let title =
      search.words.map { Sentence("page.searchFor", ["text": $0]) } ?? Sentence("page.search")
    return PageFrame(inquiry: inquiry).response(
      "search", title: title.text(in: inquiry.language), values)
  }

  /// The map of what is found, with how many relics each of its signs stands for.
  static func map(
    _ search: SearchRequest, count: Int, _ inquiry: Inquiry
  ) throws -> MapFigure {
    func address(_ name: String) -> String {
      inquiry.base
        + inquiry.request.target(
          path: "/\(inquiry.language.rawValue)/\(name)", setting: inquiry.plainly)
    }
    var figure = MapFigure(
      picture: address("map.svg"), alt: Sentence("page.mapOfFound", ["count": count]))
    figure.data = address("map.json")
    figure.keepsView = true
    figure.caption = Sentence("page.mapNote")
    if let places = try MapData.places(of: search, inquiry) {
      figure.key = places.key(in: inquiry.language)
    }
    return figure
  }

  /// What the answer cannot exclude.
  private static func remarks(
    _ search: SearchRequest, _ page: Page<SiteHit>, _ inquiry: Inquiry
  ) throws -> [String] {
    var sentences: [Sentence] = []
    if page.possibleBeyond > 0 {
      sentences.append(Sentence("page.possibleBeyond", ["count": page.possibleBeyond]))
    }
    if page.items.isEmpty { sentences.append(Sentence("page.nothing")) }
    let asksPlace = search.query.boundingBox != nil || search.query.radius != nil
    if asksPlace {
      let totals = try inquiry.memory.value("totals", of: inquiry) { try inquiry.registry.totals() }
      let unlocated = totals.named + totals.unidentified - totals.located
      if unlocated > 0 { sentences.append(Sentence("page.unlocated", ["count": unlocated])) }
    }
    return sentences.map { $0.text(in: inquiry.language) }
  }

  /// The conditions that a new word in the box keeps.
  private static func kept(_ inquiry: Inquiry) -> [[String: String]] {
    inquiry.request.parameters.filter { !["q", "cursor", "lang", "f", "map"].contains($0.name) }
      .map { ["name": $0.name, "value": $0.text] }
  }

  private static func facets(_ search: SearchRequest, _ inquiry: Inquiry) throws -> [[String: Any]]
  {
    let facets: [(Facet, String, Labels)] = [
      (.level, "level", Labels(zh: "级别", en: "Level")),
      (.category, "category", Labels(zh: "类别", en: "Category")),
      (.township, "township", Labels(zh: "乡镇", en: "Township")),
    ]
    return try facets.compactMap { facet, parameter, labels in
      let values = try search.counts(facet, inquiry).map { value -> [String: Any] in
        var entry: [String: Any] = [
          "label": inquiry.say(value.labels), "count": value.count,
          // A chosen value is taken back by choosing it once more.
          "href": inquiry.base
            + inquiry.request.target(
              setting: [
                parameter: value.isChosen ? nil : value.key, "cursor": nil, "map": nil,
              ]),
        ]
        entry["tongue"] = inquiry.tongue(of: inquiry.say(value.labels))
        if value.isChosen { entry["chosen"] = true }
        return entry
      }
      return values.isEmpty ? nil : ["label": inquiry.say(labels), "values": values]
    }
  }

  private static func item(
    _ hit: SiteHit, _ match: NameMatch?, _ inquiry: Inquiry
  ) throws -> [String: Any] {
    let (site, language) = (hit.site, inquiry.language)
    var values: [String: Any] = [
      "href": PageFrame.relic(site.code, inquiry),
      "level": site.level.label(in: language), "levelKey": site.level.rawValue,
      "place": PlaceWords.text(of: site, in: language),
      "tourHref": try inquiry.addToTour(site.code), "code": site.code,
    ]
    inquiry.name(site, into: &values)
    if let category = site.category { values["category"] = category.label(in: language) }
    if let period = site.period.words(in: language) { values["period"] = period }
    if let township = site.township {
      values["township"] = try inquiry.townshipNames()[township] ?? township
    }
    if let distance = hit.distance {
      let certainty = hit.certainty.map { " (\($0.label(in: language)))" } ?? ""
      values["distance"] = PlaceWords.distance(distance.metres, in: language) + certainty
    }
    if let match, let found = PlaceWords.found(by: match, in: language) {
      values["matched"] = found
      values["matchedName"] = match.name
      values["matchedTongue"] = inquiry.tongue(of: match.name)
    }
    return values
  }

  private static func formats(_ inquiry: Inquiry) -> [[String: String]] {
    let kept = inquiry.request.parameters.filter {
      !SearchRequest.states.contains($0.name) && $0.name != "sort"
    }
    var parts = kept.map { "\($0.name)=\(WebRequest.escaped($0.text))" }
    if let words = inquiry.request.text(of: "q"), !words.isEmpty {
      parts.append("q=\(WebRequest.escaped(words))")
    }
    return (["geojson"] + ItemsFormat.files.map(\.rawValue)).map { format in
      [
        "label": format,
        "href": inquiry.base + "/collections/sites/items?"
          + (parts + ["f=\(format)"]).joined(separator: "&"),
      ]
    }
  }
}

extension Inquiry {
  /// Takes away from an address what only the page of the search means.
  var plainly: [String: String?] {
    ["f": nil, "cursor": nil, "tour": nil, "lang": nil, "view": nil, "map": nil]
  }

  /// What townships are called in the language of the page, by their Chinese names; empty in Chinese.
  func townshipNames() throws -> [String: String] {
    guard language == .en else { return [:] }
    return try memory.value("townships", of: self) {
      Dictionary(
        try registry.townships().map { ($0.nameZH, $0.nameEN ?? $0.nameZH) },
        uniquingKeysWith: { first, _ in first })
    }
  }
}
