import Boundaries
import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// May I build here: a form, and the answer to the address.
///
/// What the public asks is answered from what the public sees: of a sensitive relic its cell alone.
enum ProjectCheckPage {
  private static let parameters = [
    "at", "radius", "outline", "name", "large-works", "land-transfer",
  ]
  /// The longest outline that an address holds, in bytes, and the widest circle, in metres.
  private static let (longest, farthest) = (12_000, 50_000.0)
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
      guard let sheet = try sheet(inquiry) else { return }
      $0["answer"] = answer(sheet, inquiry)
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
    func text(_ name: String) -> String? {
      let text = (inquiry.request.text(of: name) ?? "").trimmed
      return text.isEmpty ? nil : text
    }
    func flag(_ name: String) throws(WebFault) -> Bool? {
      switch text(name) {
      case nil: return nil
      case "yes"?: return true
      case "no"?: return false
      case let other?:
        throw .badParameter(
          name, text: other.bounded, reason: Sentence("web.reason.oneOf", ["known": ["yes", "no"]]))
      }
    }
    var request: CheckRequest
    switch (text("at"), text("outline")) {
    case (nil, nil): return nil
    case (_?, _?):
      throw WebFault.badParameter(
        "outline", text: "", reason: Sentence("web.reason.excludes", ["name": "at"]))
    case (let at?, nil): request = try circle(at, radius: text("radius"), inquiry)
    case (nil, let outline?): request = try plots(outline, inquiry)
    }
    if let name = text("name") { request.project = name.bounded }
    (request.isLargeWorks, request.isLandTransfer) = (
      try flag("large-works"), try flag("land-transfer")
    )
    return CheckSheet(try inquiry.registry.check(request), language: inquiry.language)
  }

  private static func circle(
    _ at: String, radius: String?, _ inquiry: Inquiry
  ) throws -> CheckRequest {
    let text = radius ?? ""
    guard let length = Length(text: text) else {
      throw WebFault.badParameter(
        "radius", text: text.bounded, reason: Sentence("web.reason.length"))
    }
    guard length.metres <= farthest else {
      throw WebFault.badParameter(
        "radius", text: text.bounded,
        reason: Sentence("web.reason.farthest", ["kilometres": Int(farthest / 1000)]))
    }
    let point = PointText(at)
    let position: Coordinate
    let accuracy: Length?
    if let named = point.coordinate == nil ? try inquiry.registry.namedPoint(at) : nil {
      (position, accuracy) = (named.position, named.accuracy)
    } else {
      do {
        position = try point.coordinate(near: inquiry.registry.extent)
      } catch let error as PointTextError {
        throw WebFault.badParameter("at", text: at.bounded, reason: error.reason)
      }
      accuracy = .metres(0)
    }
    guard let projection = GaussKruger(nearest: position.longitude) else {
      throw WebFault.badParameter(
        "at", text: at.bounded, reason: Sentence("boundary.outsideChina"))
    }
    return CheckRequest(
      circleAround: position, radius: length,
      accuracy: accuracy ?? .metres(CheckRequest.usualAccuracy), name: "\(at) \(text)",
      projection: projection)
  }

  private static func plots(_ outline: String, _ inquiry: Inquiry) throws -> CheckRequest {
    let bytes = Array(outline.utf8)
    guard bytes.count <= longest else { throw WebFault.tooLarge(limit: longest) }
    return try plots(bytes, named: Sentence("page.checkOutlineName").text(in: inquiry.language))
  }

  /// What a file asks.
  static func plots(_ bytes: [UInt8], named name: String) throws -> CheckRequest {
    let file = try BoundaryFile(BoundarySource(name: name, bytes: bytes) { _ in nil })
    return CheckRequest(
      file: name, sha256: SHA256.hex(of: bytes), datum: file.datum.datum.code,
      outline: file.plane, projection: file.projection, unreadParts: file.unreadParts)
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

  static func answer(_ sheet: CheckSheet, _ inquiry: Inquiry) -> [String: Any] {
    let language = inquiry.language
    var values: [String: Any] = [
      "verdict": sheet.answer.verdict.rawValue, "headline": sheet.headline.text(in: language),
      "project": sheet.project.text(in: language),
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

extension PointTextError {
  /// Why a text is no point, for whoever wrote an address.
  fileprivate var reason: Sentence {
    switch self {
    case .noPoint: Sentence("web.reason.point")
    case .outOfRange(_, nil): Sentence("web.reason.pointRange")
    case .outOfRange(_, let swapped?): Sentence("web.reason.pointSwapped", ["text": swapped])
    case .farAway(_, let swapped): Sentence("web.reason.pointSwapped", ["text": swapped])
    }
  }
}
