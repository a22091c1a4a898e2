import HeritageFormats
import HeritageRegistry
import Hours
import TourPlanner
import Tours
import Words

/// The tour builder: a form, a list that links change, and the plan of the address.
enum TourPage {
  private static let files: [TourFormat] = [.gpx, .ics, .geojson, .kml, .csv]

  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: TourAddress.names + ["add", "f", "lang"])
    var address = try TourAddress(inquiry.request.parameters)
    // Codes as the register writes them; what is no code stays and is named below.
    var seen: Set<String> = []
    address.stops = address.stops.map { (try? inquiry.registry.site($0).code) ?? $0 }
      .filter { seen.insert($0).inserted }
    if let key = inquiry.request.text(of: "f"), key != "html" {
      return try file(key, of: address, inquiry)
    }
    var values = form(address, inquiry)
    values["isTour"] = true
    let added = (inquiry.request.text(of: "add") ?? "").trimmed
    if !added.isEmpty {
      let found = try Self.found(added, inquiry)
      if found.count == 1 {
        let code = found[0].code
        return .redirect(
          to: address.with { if !$0.stops.contains(code) { $0.stops.append(code) } }.href(inquiry))
      }
      values["added"] = added
      values["choices"] = found.map { site in
        [
          "name": site.name(in: inquiry.language), "code": site.code,
          "href": address.href(inquiry, adding: "add=\(WebRequest.escaped(site.code))"),
        ]
      }
      values[found.isEmpty ? "noChoice" : "hasChoices"] = true
    }
    values["stops"] = stops(address, inquiry)
    if !address.stops.isEmpty { values["hasStops"] = true }
    return try PageFrame(inquiry: inquiry).form("tour", title: Sentence("page.tour"), values) {
      for stop in address.stops { _ = try inquiry.registry.site(stop) }
      guard !address.stops.isEmpty else { return }
      guard address.texts["date"] != nil else { return $0["needsDate"] = true }
      $0["moves"] = true
      $0["plan"] = Self.plan(try PlannedTour.of(address, inquiry), address, inquiry)
    }
  }

  /// The map of a plan.
  static func map(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: TourAddress.names + ["lang"])
    let tour = try PlannedTour.of(TourAddress(inquiry.request.parameters), inquiry)
    guard let svg = tour.sheet.map(in: inquiry.language, width: 720) else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    return MapImages.response(svg)
  }

  private static func file(
    _ key: String, of address: TourAddress, _ inquiry: Inquiry
  ) throws -> WebResponse {
    guard let format = files.first(where: { $0.rawValue == key }),
      let type = MediaType(rawValue: key)
    else { throw WebFault.unknownFormat(key.bounded, known: ["html"] + files.map(\.rawValue)) }
    let tour = try PlannedTour.of(address, inquiry)
    var response = WebResponse(
      type: type.header, tour.sheet.text(in: format, language: inquiry.language))
    response.set("Content-Disposition", "attachment; filename=\"tour.\(key)\"")
    return response
  }

  /// The relics that a text may mean: the one of its code or full name, else those that resemble it.
  private static func found(_ text: String, _ inquiry: Inquiry) throws -> [Site] {
    if let site = try? inquiry.registry.site(text) { return [site] }
    let hits = try inquiry.registry.search(text, in: .names, limit: 8).items
      .filter { $0.site.provenance != .standIn }
    let exact = hits.filter { $0.match.kind == .exact }
    return (exact.count == 1 ? exact : hits).map(\.site)
  }

  /// The list; what is no relic stands in it too, so that it can be taken away.
  private static func stops(_ address: TourAddress, _ inquiry: Inquiry) -> [[String: Any]] {
    address.stops.enumerated().map { index, text -> [String: Any] in
      let site = try? inquiry.registry.site(text)
      var values: [String: Any] = [
        "place": index + 1, "stop": text, "code": site?.code ?? "",
        "name": site?.name(in: inquiry.language) ?? text.bounded,
        "removeHref": address.with { $0.stops.remove(at: index) }.href(inquiry),
      ]
      if let site { values["page"] = ["href": PageFrame.relic(site.code, inquiry)] }
      // An order that somebody makes is an order that is kept.
      func moved(to place: Int) -> String {
        address.with {
          $0.stops.swapAt(index, place)
          $0.texts["order"] = "kept"
        }.href(inquiry) + "#stop-\(place + 1)"
      }
      if index > 0 { values["upHref"] = moved(to: index - 1) }
      if index < address.stops.count - 1 { values["downHref"] = moved(to: index + 1) }
      return values
    }
  }

  private static func form(_ address: TourAddress, _ inquiry: Inquiry) -> [String: Any] {
    func option(_ value: String, _ label: String, of chosen: String?) -> [String: Any] {
      let entry: [String: Any] = ["value": value, "label": label]
      return value == (chosen ?? "") ? entry.merging(["chosen": true]) { $1 } : entry
    }
    let places = (try? inquiry.registry.places()) ?? []
    var starts = [("", inquiry.say("不限", "Anywhere"))]
    starts += places.map { ($0.key, inquiry.language == .zh ? $0.nameZH : $0.nameEN ?? $0.nameZH) }
    if let own = address.texts["start"], !starts.contains(where: { $0.0 == own }) {
      starts.append((own, own))
    }
    var lunches = [("", inquiry.say("不安排", "None"))]
    lunches += ["11:30-13:00/45m", "12:00-13:30/45m", "12:00-14:00/1h"].map { ($0, $0) }
    if let own = address.texts["lunch"], !lunches.contains(where: { $0.0 == own }) {
      lunches.append((own, own))
    }
    let search = inquiry.base + "/\(inquiry.language.rawValue)/search"
    var values: [String: Any] = [
      "stopsText": address.stops.joined(separator: ","), "date": address.texts["date"] ?? "",
      "dayStart": address.texts["day-start"] ?? "08:30",
      "dayEnd": address.texts["day-end"] ?? "17:30",
      "days": (1...TourAddress.mostDays).map {
        option("\($0)", "\($0)", of: address.texts["days"] ?? "1")
      },
      "starts": starts.map { option($0.0, $0.1, of: address.texts["start"]) },
      "lunches": lunches.map { option($0.0, $0.1, of: address.texts["lunch"]) },
      "searchHref": search
        + (address.query.isEmpty ? "" : "?tour=\(WebRequest.escaped(address.query))"),
    ]
    if address.keepsOrder { values["kept"] = true }
    if address.includesUnknown { values["unknown"] = true }
    return values
  }

  private static func plan(
    _ tour: PlannedTour, _ address: TourAddress, _ inquiry: Inquiry
  ) -> [String: Any] {
    let (sheet, language) = (tour.sheet, inquiry.language)
    let count = sheet.itinerary.days.reduce(0) { $0 + $1.visits.count }
    var values: [String: Any] = [
      "summary": sheet.summary(in: language),
      "dayTables": sheet.dayTables(in: language).map { day -> [String: Any] in
        [
          "heading": day.heading, "totals": day.totals,
          "table": PageTable.values(day.table, inquiry),
        ]
      },
      "assumptions": sheet.assumptions
        + (tour.isCutShort ? [Sentence("page.tourCutShort").text(in: language)] : []),
      "files": files.map {
        ["label": $0.rawValue, "href": address.href(inquiry, adding: "f=\($0.rawValue)")]
      },
    ]
    if count > 0 {
      var figure = MapFigure(
        picture: address.href(inquiry, file: "tour.svg"),
        alt: Sentence("page.mapOfTour", ["count": count]))
      (figure.width, figure.height) = (720, 560)
      figure.caption = Sentence(
        "page.tourMapNote", ["lines": Sentence.Value.text(sheet.lineNotes(in: language))])
      figure.geojson = address.href(inquiry, adding: "f=geojson")
      values["map"] = figure.values(inquiry)
    }
    if let credits = sheet.roadCredits { values["roadCredits"] = credits }
    let visits = (try? inquiry.registry.visits(of: sheet.itinerary.leftOut.map(\.stop))) ?? [:]
    let leftOut = sheet.itinerary.leftOut.map { stop -> [String: Any] in
      var entry: [String: Any] = ["text": sheet.reason(stop, in: language)]
      if let change = TourChange(
        for: stop.reason, of: address, visit: visits[stop.stop])
      {
        entry["change"] = [
          "href": change.address.href(inquiry), "label": change.label.text(in: language),
        ]
      }
      return entry
    }
    if !leftOut.isEmpty {
      values["hasLeftOut"] = true
      values["leftOut"] = leftOut
    }
    return values
  }
}
