import Boundaries
import HeritageFormats
import HeritageRegistry
import Words

/// May I build here: a form, and the answer to the address.
///
/// What the public asks is answered from what the public sees: of a sensitive relic its cell alone.
enum ProjectCheckPage {
  static let parameters = [
    "at", "radius", "outline", "name", "large-works", "land-transfer",
  ]
  private static let files: [MediaType] = [.geojson, .json]

  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: parameters + ["f", "lang"])
    let format = try inquiry.request.text(of: "f").map { key throws(WebFault) -> MediaType in
      guard let format = ([.html] + files).first(where: { $0.rawValue == key }) else {
        throw .unknownFormat(key.bounded, known: ["html"] + files.map(\.rawValue))
      }
      return format
    }
    if let format, format != .html {
      guard let sheet = try sheet(inquiry) else {
        throw WebFault.badParameter("at", text: "", reason: Sentence("web.reason.empty"))
      }
      return WebResponse(
        type: format.header,
        format == .geojson
          ? sheet.geoJSON : JSONText.pretty(sheet.answer.value(in: inquiry.language)))
    }
    var values = form(inquiry)
    values["moves"] = true
    values["blank"] = blank(inquiry).values(inquiry)
    return try PageFrame(inquiry: inquiry).form("check", title: Sentence("page.check"), values) {
      guard let asked = try asked(inquiry) else { return }
      $0["answer"] = answer(
        CheckSheet(try inquiry.registry.check(asked.request), language: inquiry.language),
        asked.notes, inquiry)
      $0["blank"] = nil
    }
  }

  /// The map of an answer.
  static func map(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: parameters + ["lang"])
    guard let sheet = try sheet(inquiry),
      let svg = try CheckPage(sheet, in: inquiry.registry).map(width: 900)
    else { throw WebFault.notFound(path: inquiry.request.target.bounded) }
    return MapImages.response(svg)
  }

  /// The relics of an answer as places of its map.
  static func places(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: parameters + ["lang"])
    guard let sheet = try sheet(inquiry) else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    let codes = Set(sheet.answer.relics.map(\.code)).sorted(by: CodeOrder.isBefore)
    let sites = try codes.map { try inquiry.registry.site($0) }
    return MapData.response(try MapPlaces(sites).members(inquiry))
  }

  /// The answer; nil where nothing is asked yet.
  static func sheet(_ inquiry: Inquiry) throws -> CheckSheet? {
    guard let asked = try asked(inquiry) else { return nil }
    return CheckSheet(try inquiry.registry.check(asked.request), language: inquiry.language)
  }

  static func form(_ inquiry: Inquiry) -> [String: Any] {
    func text(_ name: String) -> String { inquiry.request.text(of: name) ?? "" }
    func choice(_ name: String) -> [[String: Any]] {
      [
        ("", Sentence("page.checkNotSaid")), ("yes", Sentence("page.checkYes")),
        ("no", Sentence("page.checkNo")),
      ].map { value, label -> [String: Any] in
        let entry: [String: Any] = ["value": value, "label": label.text(in: inquiry.language)]
        return value == text(name) ? entry.merging(["chosen": true]) { $1 } : entry
      }
    }
    return [
      "at": text("at"), "radius": text("radius"), "outline": text("outline"),
      "name": text("name"), "largeWorks": choice("large-works"),
      "landTransfer": choice("land-transfer"),
    ]
  }

  /// The map of an answer, on which the outline can be drawn anew.
  private static func figure(of sheet: CheckSheet, _ inquiry: Inquiry) -> MapFigure {
    func address(_ name: String, _ format: String?) -> String {
      inquiry.base
        + inquiry.request.target(
          path: "/\(inquiry.language.rawValue)/\(name)", setting: ["f": format, "lang": nil])
    }
    var figure = MapFigure(
      picture: address("check.svg", nil),
      alt: Sentence("page.mapOfCheck", ["answer": sheet.headline]))
    (figure.width, figure.height) = (900, 700)
    figure.caption = Sentence("page.checkMapNote")
    (figure.data, figure.geojson) = (address("check/map.json", nil), address("check", "geojson"))
    figure.canDraw = true
    return figure
  }

  /// The map of the county, on which an outline can be drawn.
  private static func blank(_ inquiry: Inquiry) -> MapFigure {
    var figure = MapFigure(
      picture: inquiry.base + "/\(inquiry.language.rawValue)/map.svg",
      alt: Sentence("page.map.blank"))
    figure.caption = Sentence("page.mapNote")
    figure.data = inquiry.base + "/\(inquiry.language.rawValue)/map.json"
    figure.canDraw = true
    return figure
  }

  static func answer(
    _ sheet: CheckSheet, _ notes: [BoundaryNote], _ inquiry: Inquiry
  ) -> [String: Any] {
    let language = inquiry.language
    var values: [String: Any] = [
      "verdict": sheet.answer.verdict.rawValue, "headline": sheet.headline.text(in: language),
      "project": sheet.project.text(in: language),
      "notes": notes.map { $0.sentence.text(in: language) },
      "remarks": sheet.remarks.map { $0.text(in: language) },
      "map": figure(of: sheet, inquiry).values(inquiry),
      "hasFiles": true,
      "files": files.map {
        [
          "label": $0.rawValue,
          "href": inquiry.base + inquiry.request.target(setting: ["f": $0.rawValue]),
        ]
      },
    ]
    values["projectTongue"] = inquiry.tongue(of: sheet.project.text(in: language))
    if inquiry.isStaff {
      values["saves"] = true
      values["query"] =
        inquiry.request.target.split(separator: "?", maxSplits: 1).dropFirst().first.map(
          String.init)
        ?? ""
    }
    if !sheet.table.rows.isEmpty {
      values["table"] = PageTable.values(sheet.table, inquiry)
    }
    return values
  }
}
