import HeritageRegistry
import Tours
import Words

/// A tour as its address says it: the whole state of the builder.
struct TourAddress: Hashable {
  /// The relics, in the order of the list.
  var stops: [String]
  /// What stands behind the other names; absent or not empty.
  var texts: [String: String]

  /// The names of its parameters, in the order in which an address has them.
  static let names = [
    "stops", "date", "days", "start", "day-start", "day-end", "lunch", "order", "unknown",
  ]
  /// The most relics and days of one tour.
  static let (mostStops, mostDays) = (60, 7)

  /// Reads parameters; those of other names are passed over.
  init(_ parameters: [WebRequest.Parameter]) throws(WebFault) {
    var seen: Set<String> = []
    stops = TourText.list(parameters.filter { $0.name == "stops" }.map(\.text))
      .filter { seen.insert($0).inserted }
    texts = Dictionary(
      parameters.filter { $0.name != "stops" && Self.names.contains($0.name) && !$0.text.isEmpty }
        .map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    if stops.count > Self.mostStops {
      throw .badParameter(
        "stops", text: stops.joined(separator: ",").bounded,
        reason: Sentence("web.reason.stops", ["count": Self.mostStops]))
    }
    if let text = texts["days"], days == nil {
      throw .badParameter(
        "days", text: text.bounded,
        reason: Sentence("web.reason.days", ["count": Self.mostDays]))
    }
    for (name, known) in [("order", ["best", "kept"]), ("unknown", ["true", "false"])] {
      if let text = texts[name], !known.contains(text) {
        throw .badParameter(
          name, text: text.bounded, reason: Sentence("web.reason.oneOf", ["known": known]))
      }
    }
  }

  /// The number of days; nil where it is none.
  var days: Int? {
    guard let text = texts["days"] else { return 1 }
    return Int(text).flatMap { (1...Self.mostDays).contains($0) ? $0 : nil }
  }
  /// Whether each day keeps the order of the list.
  var keepsOrder: Bool { texts["order"] == "kept" }
  /// Whether relics are planned of which nobody says that they can be visited.
  var includesUnknown: Bool { texts["unknown"] == "true" }

  /// The days as they are asked for.
  var asked: AskedDays {
    AskedDays(
      start: texts["start"], dayStart: texts["day-start"] ?? "08:30",
      dayEnd: texts["day-end"] ?? "17:30", lunch: texts["lunch"])
  }

  /// The query, without its question mark.
  var query: String {
    Self.names.compactMap { name in
      let text = name == "stops" ? stops.joined(separator: ",") : texts[name] ?? ""
      return text.isEmpty ? nil : "\(name)=\(WebRequest.escaped(text))"
    }.joined(separator: "&")
  }

  /// Where the tour stands, or a file of it.
  func href(_ inquiry: Inquiry, file: String = "tour", adding more: String = "") -> String {
    let query = [query, more].filter { !$0.isEmpty }.joined(separator: "&")
    return inquiry.base + "/\(inquiry.language.rawValue)/\(file)"
      + (query.isEmpty ? "" : "?" + query)
  }

  /// The same with something changed.
  func with(_ change: (inout TourAddress) -> Void) -> TourAddress {
    var address = self
    change(&address)
    return address
  }
}

/// A tour that is carried through the search, so that what is found can be added to it.
extension Inquiry {
  /// The address of the tour that the request carries as `tour=`; an empty one where it carries none.
  func carriedTour() throws(WebFault) -> TourAddress {
    guard let parameters = WebRequest.parameters(of: request.text(of: "tour") ?? "") else {
      throw .unreadableQuery
    }
    return try TourAddress(parameters)
  }

  /// Where a relic is added to the tour that is carried.
  func addToTour(_ code: String) throws(WebFault) -> String {
    try carriedTour().href(self, adding: "add=\(WebRequest.escaped(code))")
  }
}
