import Geodesy
import HeritageFormats
import HeritageRegistry

/// A page of features: the relics by questions to the register, the other collections by their lists.
enum Items {
  /// The answer to a request for items.
  static func response(_ collection: FeatureCollection, _ inquiry: Inquiry) throws -> WebResponse {
    let offered = ItemsFormat.offered(collection)
    let format = try inquiry.format(of: offered)
    var request = try ItemsRequest(collection, inquiry)
    if ItemsFormat.files.contains(format) {
      return try ItemsFile.response(request, format, inquiry)
    }
    request.limit = request.limit ?? ItemsRequest.standardLimit
    let page = try collection.isRelics ? sites(request, inquiry) : list(request, inquiry)
    var links = inquiry.selfLinks(format == .json ? .geojson : format, of: Array(offered.prefix(2)))
    if let next = page.next {
      links.append(
        Link(
          "next", inquiry.base + inquiry.request.target(setting: ["cursor": next]),
          format == .json ? .geojson : format))
    }
    links.append(
      Link("collection", inquiry.address("/collections/\(collection.name)"), .json))
    links.append(
      Link(
        Relation.queryables, inquiry.address("/collections/\(collection.name)/queryables"),
        .schema))
    var response =
      format == .html
      ? try DataPage.response(page, of: collection, request, inquiry)
      : WebResponse(
        type: (format == .json ? MediaType.json : .geojson).header,
        try body(page, request, links))
    response.set("Link", links.header)
    response.set("Content-Crs", "<\(request.system.rawValue)>")
    return response
  }

  /// Features as values, how many there are in all where that was counted, and where the next page begins.
  struct Page {
    /// The relics; none for another collection.
    var relics: [DossierHit] = []
    /// The features of a list; none for the relics.
    var listed: ArraySlice<ListedFeature> = []
    var matched: Int?
    var next: String?
    /// How many relics are but possible and were left out.
    var possibleBeyond = 0
  }

  private static func body(
    _ page: Page, _ request: ItemsRequest, _ links: [Link]
  ) throws -> [UInt8] {
    var bytes = Array(#"{"type":"FeatureCollection","numberReturned":"#.utf8)
    bytes += Array("\(page.relics.count + page.listed.count)".utf8)
    if let matched = page.matched { bytes += Array(",\"numberMatched\":\(matched)".utf8) }
    if page.possibleBeyond > 0 {
      bytes += Array(",\"possibleBeyond\":\(page.possibleBeyond)".utf8)
    }
    bytes += Array(",\"links\":".utf8)
    JSONText.append(links.value, to: &bytes)
    bytes += Array(",\"features\":[".utf8)
    var isFirst = true
    func separate() {
      bytes += Array((isFirst ? "\n" : ",\n").utf8)
      isFirst = false
    }
    let whole =
      request.query.origin == nil
      ? FeatureEncoder.whole(request.system)
      : FeatureEncoder(ExportOptions(measures: Measures(of: request.query)))
    let encoder = whole.narrowed(
      to: request.keys, geometry: request.skipsGeometry ? .none : request.system.geometry)
    for relic in page.relics {
      separate()
      try encoder.write(relic, to: &bytes)
    }
    for feature in page.listed {
      separate()
      JSONText.append(
        feature.value(
          request.collection.properties, keys: request.keys, system: request.system,
          skips: request.skipsGeometry), to: &bytes)
    }
    bytes += Array("\n]}\n".utf8)
    return bytes
  }

  // MARK: Relics

  private static func sites(_ request: ItemsRequest, _ inquiry: Inquiry) throws -> Page {
    var query = request.narrowed
    (query.limit, query.cursor) = (request.limit, request.cursor)
    let test = request.isDecidedByRegister ? nil : try SiteTest(request)
    let answer =
      try test.map { test in try inquiry.registry.dossiers(matching: query, where: test.holds) }
      ?? inquiry.registry.dossiers(matching: query)
    var page = Page(
      relics: answer.items, next: answer.next, possibleBeyond: answer.possibleBeyond)
    if request.countsAll { page.matched = try answer.total ?? count(request, inquiry) }
    return page
  }

  /// How many relics are in the whole answer; remembered for each question and state of the register.
  ///
  /// The number is no part that an answer must have (OGC API Features, 7.16.3): it is nil where counting takes
  /// half of the time that a question has, so that a page which is found at once is handed out all the same.
  static func count(_ request: ItemsRequest, _ inquiry: Inquiry) throws -> Int? {
    var query = request.narrowed
    (query.limit, query.cursor) = (nil, nil)
    let asked = inquiry.request.parameters.filter {
      !["limit", "cursor", "f", "lang", "crs", "properties", "skipGeometry", "sortby"]
        .contains($0.name)
    }
    let question = asked.map { "\(WebRequest.escaped($0.name))=\(WebRequest.escaped($0.text))" }
    return try inquiry.memory.value("count \(question.joined(separator: "&"))", of: inquiry) {
      do {
        return try ReadingDeadline.within(.milliseconds(inquiry.options.deadline * 500)) {
          try count(query, request, inquiry.registry)
        }
      } catch is ReadingDeadline.Passed {
        try ReadingDeadline.check()
        return nil
      }
    }
  }

  private static func count(
    _ query: SiteQuery, _ request: ItemsRequest, _ registry: Registry
  ) throws -> Int {
    guard !request.isDecidedByRegister else { return try registry.count(matching: query).found }
    let test = try SiteTest(request)
    var count = 0
    try registry.forEachBatch(matching: query) { found in
      count += try found.count { try test.holds($0) }
    }
    return count
  }

  // MARK: Lists

  private static func list(_ request: ItemsRequest, _ inquiry: Inquiry) throws -> Page {
    let test = try ListTest(request)
    let all = try request.collection.listed(for: inquiry).filter { try test.holds($0) }
    let start = try request.cursor.map { text throws(RegistryError) in
      guard let start = Int(text), start >= 0 else { throw .badCursor(text.bounded) }
      return start
    }
    let first = min(start ?? 0, all.count)
    let last = min(first + (request.limit ?? all.count), all.count)
    return Page(
      listed: all[first..<last], matched: request.countsAll ? all.count : nil,
      next: last < all.count ? "\(last)" : nil)
  }
}
