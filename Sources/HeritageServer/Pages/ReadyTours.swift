import HeritageRegistry
import Words

/// Tours to begin with: the relics that can be visited, and those of each group, the highest levels first.
enum ReadyTours {
  /// The most of them, and the most relics of one: as many as a day or two hold.
  private static let (most, mostStops) = (3, 8)

  /// The tours, without a day yet: whoever takes one chooses it.
  static func list(_ inquiry: Inquiry) throws -> [[String: Any]] {
    let registry = inquiry.registry
    let tours = try inquiry.memory.value("ready tours", of: inquiry) {
      var open = SiteQuery()
      open.access = [.open]
      var tours = [(Labels?.none, try stops(open, registry))]
      for group in try registry.groups {
        var query = SiteQuery()
        query.group = group.key
        let labels = Labels(zh: group.nameZH, en: group.nameEN ?? group.nameZH)
        tours.append((labels, try stops(query, registry)))
      }
      return Array(tours.filter { $0.1.count > 1 }.prefix(most))
    }
    let page = inquiry.base + "/\(inquiry.language.rawValue)/tour?stops="
    return tours.map { labels, stops in
      let label = labels.map { inquiry.say($0) }
      return inquiry.marked(
        [
          "label": label ?? Sentence("page.readyOpen").text(in: inquiry.language),
          "count": stops.count,
          "href": page + stops.map(WebRequest.escaped).joined(separator: ","),
        ], label ?? "")
    }
  }

  /// The relics of a question that have a place to go to.
  private static func stops(_ query: SiteQuery, _ registry: Registry) throws -> [String] {
    var query = query
    (query.sort, query.limit) = (.level, 40)
    let sites = try registry.hits(matching: query).items.map(\.site)
    return sites.filter { $0.position != nil && $0.position?.cell == nil }.prefix(mostStops)
      .map(\.code)
  }
}
