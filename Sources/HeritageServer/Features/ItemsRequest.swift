import Geodesy
import HeritageRegistry
import Words

/// What a request for items asks, read from its parameters once, for every collection and format.
struct ItemsRequest {
  let collection: FeatureCollection
  var limit: Int?
  var cursor: String?
  var box: QueryBox?
  var system = ReferenceSystem.crs84
  /// The days of `datetime`, as texts that compare as they stand; a feature without a day meets any.
  var days: ClosedRange<String>?
  /// The properties that are written; nil for all.
  var keys: Set<String>?
  var skipsGeometry = false
  var countsAll = true
  /// The words of `q`, of which one, separated by commas, must be in a feature.
  var words: String?
  /// Properties that must have a value.
  var equals: [(property: FeatureProperty, text: String)] = []
  /// What the register decides of relics.
  var query = SiteQuery()
  /// What `filter` asks.
  var filter: FeatureFilter?

  static let standardLimit = 10
  static let greatestLimit = 10_000

  /// The names of the parameters that belong to every collection.
  static let common = [
    "limit", "cursor", "bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang", "filter-crs",
    "sortby", "properties", "skipGeometry", "q", "count", "f", "lang",
  ]

  /// The names of the parameters of a question about relics, as the command line knows them.
  static let ofSites: [QueryParameter] = [
    .name, .code, .level, .category, .period, .township, .group, .access, .provenance, .possible,
    .includeStandIns, .includeFormer, .near, .nearSite, .radius,
  ]

  init(_ collection: FeatureCollection, _ inquiry: Inquiry) throws {
    self.collection = collection
    let request = inquiry.request
    try inquiry.check(parameters: collection.parameters)
    for name in Self.common + ["near", "near-site", "radius"] {
      guard request.parameters.count(where: { $0.name == name }) <= 1 else {
        throw WebFault.badParameter(
          name, text: (request.text(of: name) ?? "").bounded, reason: Sentence("web.reason.several")
        )
      }
    }
    limit = try Self.limit(of: request)
    cursor = request.text(of: "cursor")
    system = try ReferenceSystem("crs", of: request)
    let boxSystem = try ReferenceSystem("bbox-crs", of: request)
    box = try request.text(of: "bbox").map { text throws(WebFault) in
      try QueryBox(text, in: boxSystem)
    }
    days = try request.text(of: "datetime").map { text throws(WebFault) in
      try DayRange.days(of: text)
    }
    skipsGeometry = try Self.flag("skipGeometry", of: request) ?? false
    countsAll = try Self.flag("count", of: request) ?? true
    words = try request.text(of: "q").map { text throws(WebFault) in
      guard !text.isEmpty, text.count <= 200 else {
        throw .badParameter("q", text: text.bounded, reason: Sentence("web.reason.words"))
      }
      return text
    }
    try readProperties(request)
    if collection.isRelics { try readQuestion(request) }
    try readEquals(request)
    filter = try FeatureFilter(of: request, for: collection.queryables)
    try readOrder(request)
  }

  /// The number of features in a page: at most the greatest, which is no error.
  private static func limit(of request: WebRequest) throws(WebFault) -> Int? {
    guard let text = request.text(of: "limit") else { return nil }
    // Digits that no integer holds are but a great number.
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard let number = Int(text) ?? (isDigits && !text.isEmpty ? .max : nil), number >= 1 else {
      throw .badParameter("limit", text: text.bounded, reason: Sentence("web.reason.count"))
    }
    return min(number, greatestLimit)
  }

  private static func flag(_ name: String, of request: WebRequest) throws(WebFault) -> Bool? {
    guard let text = request.text(of: name) else { return nil }
    guard let flag = ["true": true, "false": false, "": true][text] else {
      throw .badParameter(name, text: text.bounded, reason: Sentence("web.reason.flag"))
    }
    return flag
  }

  private mutating func readProperties(_ request: WebRequest) throws(WebFault) {
    guard let text = request.text(of: "properties") else { return }
    let names = text.split(separator: ",").map { $0.trimmed }
    // The words of an answer about a place are asked for like properties.
    let known =
      collection.properties.map(\.name) + ["distance_m", "bearing_deg", "certainty", "share"]
    for name in names where !known.contains(name) {
      throw .badParameter(
        "properties", text: name.bounded, reason: Sentence("web.reason.property"))
    }
    keys = Set(names)
  }

  private mutating func readQuestion(_ request: WebRequest) throws {
    var texts: [QueryParameter: [String]] = [:]
    for parameter in request.parameters {
      guard let known = QueryParameter(rawValue: parameter.name), Self.ofSites.contains(known)
      else {
        continue
      }
      // Words that have no comma may come in one parameter, as lists do in URLs.
      let isList = [.code, .level, .category, .township, .access, .provenance].contains(known)
      texts[known, default: []] +=
        isList ? parameter.text.split(separator: ",").map { $0.trimmed } : [parameter.text]
    }
    query = try SiteQuery(texts)
    query.boundingBox = box?.boundingBox
    if query.origin != nil { query.sort = .distance }
  }

  private mutating func readEquals(_ request: WebRequest) throws(WebFault) {
    let taken = Set(Self.common + (collection.isRelics ? Self.ofSites.map(\.rawValue) : []))
    for parameter in request.parameters where !taken.contains(parameter.name) {
      guard let property = collection.properties.first(where: { $0.name == parameter.name }) else {
        continue
      }
      let isNumber =
        switch property.kind {
        case .integer: Int(parameter.text) != nil
        case .number: Double(parameter.text)?.isFinite ?? false
        default: true
        }
      guard isNumber else {
        throw .badParameter(
          property.name, text: parameter.text.bounded, reason: Sentence("web.reason.number"))
      }
      equals.append((property, parameter.text))
    }
  }

  private mutating func readOrder(_ request: WebRequest) throws {
    guard let text = request.text(of: "sortby") else { return }
    let orders: [String: SiteQuery.Sort] = [
      "code": .code, "name_zh": .name, "protection_level": .level,
    ]
    let name = text.hasPrefix("+") || text.hasPrefix(" ") ? String(text.dropFirst()) : text
    guard let order = orders[name], collection.sortable.contains(name) else {
      throw WebFault.badParameter("sortby", text: text.bounded, reason: Sentence("web.reason.sort"))
    }
    query.sort = order
  }

  /// Whether the register alone decides which relics are in the answer.
  var isDecidedByRegister: Bool {
    equals.isEmpty && filter == nil && words == nil && days == nil
      && (box == nil || query.boundingBox != nil)
  }
}
