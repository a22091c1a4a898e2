import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// What the search page asks: the words of the box, and the conditions of its facets, all from the address.
struct SearchRequest {
  /// The words of the box; nil for none.
  let words: String?
  /// The conditions.
  let query: SiteQuery

  static let pageSize = 20
  static let parameters = [
    "q", "level", "category", "township", "period", "group", "access", "near", "near-site",
    "radius",
    "possible", "bbox", "sort", "cursor", "lang", "f", "tour", "view", "map",
  ]
  /// Parameters that are no condition: how the page shows what is found, and what it carries.
  static let states = ["q", "cursor", "lang", "f", "tour", "view", "map"]

  /// Reads the parameters of a request, and of a path that takes more than a search page does.
  init(_ inquiry: Inquiry, also others: [String] = []) throws {
    let request = inquiry.request
    try inquiry.check(parameters: Self.parameters + others)
    if let view = request.text(of: "view"), !["list", "map"].contains(view) {
      throw WebFault.badParameter(
        "view", text: view.bounded,
        reason: Sentence("web.reason.oneOf", ["known": ["list", "map"]]))
    }
    let text = (request.text(of: "q") ?? "").trimmed
    words = text.isEmpty ? nil : text
    var texts: [QueryParameter: [String]] = [:]
    for parameter in request.parameters where !parameter.text.isEmpty {
      switch parameter.name {
      case "q", "lang", "f", "tour", "view", "map": continue
      case "cursor": texts[.after] = [parameter.text]
      default:
        if let known = QueryParameter(rawValue: parameter.name) {
          texts[known, default: []].append(parameter.text)
        }
      }
    }
    var query = try SiteQuery(texts)
    query.limit = Self.pageSize
    if query.origin != nil, query.radius != nil, texts[.sort] == nil { query.sort = .distance }
    self.query = query
  }

  /// One page of what is found, each relic with how it was found.
  func page(in registry: Registry) throws -> (hits: Page<SiteHit>, matches: [String: NameMatch]) {
    guard let words else { return (try registry.hits(matching: query), [:]) }
    let found = try registry.search(words, limit: Self.pageSize, matching: query)
    return (
      found.map(\.hit),
      Dictionary(
        found.items.map { ($0.hit.site.code, $0.match) }, uniquingKeysWith: { first, _ in first })
    )
  }

  /// The most relics that a map or a print shows, and that words are looked for.
  static let most = 1000

  /// The relics found, the first of them where there are more than a map or a print shows.
  func found(_ inquiry: Inquiry) throws -> (sites: [Site], isCut: Bool) {
    var query = query
    (query.limit, query.cursor) = (Self.most, nil)
    guard let words else {
      let page = try inquiry.registry.hits(matching: query)
      return (page.items.map(\.site), page.next != nil)
    }
    return try inquiry.memory.value(
      "found \(words) \(query)", of: inquiry, weight: { $0.sites.count }
    ) {
      let page = try inquiry.registry.search(words, limit: Self.most, matching: query)
      return (page.items.map(\.site), page.next != nil)
    }
  }

  /// How many relics the whole answer has, and whether there are more than were looked for.
  func total(_ inquiry: Inquiry) throws -> (count: Int, isAtLeast: Bool) {
    if words != nil {
      let found = try found(inquiry)
      return (found.sites.count, found.isCut)
    }
    if let cube = try FacetCube(query, inquiry) {
      return (cube.total(FacetCube.Choice(query)), false)
    }
    var query = query
    (query.limit, query.cursor) = (nil, nil)
    return try inquiry.memory.value("count \(query)", of: inquiry) {
      (try inquiry.registry.count(matching: query).found, false)
    }
  }

  /// The total as a heading.
  func heading(_ inquiry: Inquiry) throws -> String {
    let total = try total(inquiry)
    return
      (total.isAtLeast
      ? Sentence("page.foundAtLeast", ["count": total.count])
      : Sentence("page.found", ["count": total.count])).text(in: inquiry.language)
  }

  /// How many relics there are with each value of a facet, the other conditions holding; of the first
  /// ``most`` where words are looked for.
  func counts(_ facet: Facet, _ inquiry: Inquiry) throws -> [FacetValue] {
    let choice = FacetCube.Choice(query)
    let values: [FacetValue]
    if words == nil, let cube = try FacetCube(query, inquiry) {
      values = try FacetValue.listed(facet, cube.counts(facet, choice), in: inquiry.registry)
    } else {
      var others = query
      (others.limit, others.cursor) = (nil, nil)
      switch facet {
      case .level: others.levels = []
      case .category: others.categories = []
      default: others.townships = []
      }
      values = try inquiry.memory.value("facet \(facet) \(words ?? "") \(others)", of: inquiry) {
        // Where nothing is chosen of the facet, the relics are those that were found already.
        guard words != nil, choice.values(of: facet).isEmpty else {
          return try FacetValue.all(facet, of: others, words, in: inquiry.registry)
        }
        var counts: [String: Int] = [:]
        for site in try found(inquiry).sites { FacetValue.add(site, facet, to: &counts) }
        return try FacetValue.listed(facet, counts, in: inquiry.registry)
      }
    }
    let chosen = choice.values(of: facet)
    return values.map { value in
      var value = value
      value.isChosen = chosen.contains(value.key)
      return value
    }
  }
}

extension Inquiry {
  /// The same with `level=a,b` as `level=a&level=b`, so that a page takes what the items of the API take.
  var withListsApart: Inquiry {
    var apart = self
    apart.request.parameters = request.parameters.flatMap { parameter in
      let values = parameter.text.split(separator: ",")
      guard ["level", "category", "township", "access"].contains(parameter.name), values.count > 1
      else { return [parameter] }
      return values.map { WebRequest.Parameter(parameter.name, $0.trimmed) }
    }
    return apart
  }
}

/// A value of a facet with how many relics have it.
struct FacetValue: Sendable {
  let key: String
  let labels: Labels
  let count: Int
  var isChosen = false

  /// The values that at least one relic has, in their own order.
  static func all(
    _ facet: Facet, of query: SiteQuery, _ words: String?, in registry: Registry
  ) throws -> [FacetValue] {
    var counts: [String: Int] = [:]
    if let words {
      for hit in try registry.search(
        words, limit: SearchRequest.most, matching: query
      ).items { add(hit.site, facet, to: &counts) }
    } else {
      let found =
        query == SiteQuery()
        ? try registry.counts(by: [facet]) : try registry.counts(by: [facet], matching: query)
      for count in found {
        if let value = count.values[0] ?? (facet == .category ? FacetCube.unknown : nil) {
          counts[value] = count.count
        }
      }
    }
    return try listed(facet, counts, in: registry)
  }

  /// Counts a relic under its value.
  static func add(_ site: Site, _ facet: Facet, to counts: inout [String: Int]) {
    switch facet {
    case .level: counts[site.level.rawValue, default: 0] += 1
    case .category: counts[site.category?.rawValue ?? FacetCube.unknown, default: 0] += 1
    default: if let township = site.township { counts[township, default: 0] += 1 }
    }
  }

  /// The values that were counted, in the order of the facet.
  static func listed(
    _ facet: Facet, _ counts: [String: Int], in registry: Registry
  ) throws -> [FacetValue] {
    let order: [(String, Labels)] =
      switch facet {
      case .level:
        ProtectionLevel.allCases.sorted { $0.rank < $1.rank }.map { ($0.rawValue, $0.labels) }
      case .category:
        Category.allCases.map { ($0.rawValue, $0.labels) } + [
          ("unknown", Labels(zh: "类别不详", en: "Category not known"))
        ]
      default:
        try registry.townships().map {
          ($0.nameZH, Labels(zh: $0.nameZH, en: $0.nameEN ?? $0.nameZH))
        }
      }
    return order.compactMap { key, labels in
      counts[key].map { FacetValue(key: key, labels: labels, count: $0) }
    }
  }
}

extension String {
  var trimmed: String { self[...].trimmed }
}
