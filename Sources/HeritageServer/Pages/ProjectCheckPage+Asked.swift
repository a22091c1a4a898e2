import Boundaries
import Geodesy
import HeritageRegistry
import Words

/// What an address or a form asks of a place.
extension ProjectCheckPage {
  /// The longest outline that an address holds, in bytes, and the widest circle, in metres.
  private static let (longest, farthest) = (12_000, 50_000.0)

  /// A question, and what of its outline was read otherwise than it is written.
  typealias Asked = (request: CheckRequest, notes: [BoundaryNote])

  /// What an address asks; nil where nothing is asked yet.
  static func asked(_ inquiry: Inquiry) throws -> Asked? {
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
    var asked: Asked
    switch (text("at"), text("outline")) {
    case (nil, nil):
      // Something was asked, and nothing says of which place: an empty form would look like an answer.
      for name in parameters where text(name) != nil {
        throw WebFault.badParameter("at", text: "", reason: Sentence("web.reason.noPlace"))
      }
      return nil
    case (_?, _?):
      throw WebFault.badParameter(
        "outline", text: "", reason: Sentence("web.reason.excludes", ["name": "at"]))
    case (let at?, nil): asked = (try circle(at, radius: text("radius"), inquiry), [])
    case (nil, let outline?):
      if let radius = text("radius") {
        throw WebFault.badParameter(
          "radius", text: radius.bounded,
          reason: Sentence("web.reason.excludes", ["name": "outline"]))
      }
      asked = try plots(outline, inquiry)
    }
    if let name = text("name") { asked.request.project = name.bounded }
    (asked.request.isLargeWorks, asked.request.isLandTransfer) = (
      try flag("large-works"), try flag("land-transfer")
    )
    return asked
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
        guard case .noPoint = error, !point.isMeantAsPoint else {
          throw WebFault.badParameter("at", text: at.bounded, reason: error.reason)
        }
        throw WebFault.badParameter(
          "at", text: at.bounded,
          reason: Sentence(
            "web.reason.pointOrPlace", ["known": try inquiry.registry.places().map(\.key)]))
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

  private static func plots(_ outline: String, _ inquiry: Inquiry) throws -> Asked {
    let bytes = Array(outline.utf8)
    guard bytes.count <= longest else { throw WebFault.tooLarge(limit: longest) }
    return try plots(bytes, named: Sentence("page.checkOutlineName").text(in: inquiry.language))
  }

  /// What a file asks.
  static func plots(_ bytes: [UInt8], named name: String) throws -> Asked {
    let file = try BoundaryFile(BoundarySource(name: name, bytes: bytes) { _ in nil })
    let request = CheckRequest(
      file: name, sha256: SHA256.hex(of: bytes), datum: file.datum.datum.code,
      outline: file.plane, projection: file.projection, unreadParts: file.unreadParts)
    return (request, file.remarks)
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
