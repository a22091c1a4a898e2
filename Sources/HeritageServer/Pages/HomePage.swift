import HeritageRegistry
import Words

/// Where people arrive: the box, the counts, the map.
enum HomePage {
  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["f", "lang"])
    let (registry, language) = (inquiry.registry, inquiry.language)
    let totals = try inquiry.memory.value("totals", of: inquiry) { try registry.totals() }
    let search = inquiry.base + "/\(language.rawValue)/search?"
    func counts(_ facet: Facet, _ parameter: String) throws -> [[String: Any]] {
      try inquiry.memory.value("home \(facet)", of: inquiry) {
        try FacetValue.all(facet, of: SiteQuery(), nil, in: registry)
      }.map { value in
        [
          "label": inquiry.say(value.labels), "count": value.count,
          "href": search + "\(parameter)=\(WebRequest.escaped(value.key))",
        ]
      }
    }
    let lead =
      totals.official["registered"].map { registered in
        Sentence("page.leadOfficial", ["known": totals.named, "registered": registered])
      } ?? Sentence("page.lead", ["known": totals.named])
    var map = try SearchPage.map(SearchRequest(inquiry), count: totals.located, inquiry)
    map.keepsView = false
    // No list stands on this page.
    map.alt = Sentence("page.mapOfHome", ["count": totals.located])
    let tours = try ReadyTours.list(inquiry)
    var values: [String: Any] = [
      "lead": lead.text(in: language), "levels": try counts(.level, "level"),
      "categories": try counts(.category, "category"), "map": map.values(inquiry), "moves": true,
      "tours": tours, "isHome": true,
    ]
    if !tours.isEmpty { values["hasTours"] = true }
    return PageFrame(inquiry: inquiry).response(
      "home",
      title: inquiry.say(
        "\(registry.info.nameZH)不可移动文物",
        "Cultural relics of \(registry.info.name(in: .en))"),
      values)
  }
}
