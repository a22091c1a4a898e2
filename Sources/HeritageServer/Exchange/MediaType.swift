/// What the server speaks: the key of `f=`, and the media type of it.
public enum MediaType: String, CaseIterable, Sendable {
  case json, geojson, html, csv, jsonl, kml, gpx, gpkg, xlsx, schema, openapi, problem, text, svg,
    ics
  case js, css, manifest

  /// The header of an answer.
  public var header: String {
    switch self {
    case .json: "application/json"
    case .geojson: "application/geo+json"
    case .html: "text/html; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .jsonl: "application/jsonl"
    case .kml: "application/vnd.google-earth.kml+xml"
    case .gpx: "application/gpx+xml"
    case .gpkg: "application/geopackage+sqlite3"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .schema: "application/schema+json"
    case .openapi: "application/vnd.oai.openapi+json;version=3.0"
    case .problem: "application/problem+json"
    case .text: "text/plain; charset=utf-8"
    case .svg: "image/svg+xml"
    case .ics: "text/calendar; charset=utf-8"
    case .js: "text/javascript; charset=utf-8"
    case .css: "text/css; charset=utf-8"
    case .manifest: "application/manifest+json"
    }
  }

  /// The type in a link: without its parameters, but for the API's, by which clients know it.
  public var link: String {
    self == .openapi ? header : String(header.split(separator: ";")[0])
  }

  /// Whether a smaller body is worth the work.
  var isCompressible: Bool { self != .gpkg && self != .xlsx }
}

extension MediaType {
  /// The format that a request asks for: `f=` before `Accept`.
  ///
  /// - Parameter offered: What there is, the best first.
  /// - Throws: ``WebFault/unknownFormat(_:known:)``, ``WebFault/notAcceptable(known:)``.
  static func chosen(
    by request: WebRequest, from offered: [MediaType]
  ) throws(WebFault) -> MediaType {
    if let key = request.text(of: "f") {
      guard let format = offered.first(where: { $0.rawValue == key }) else {
        throw .unknownFormat(key, known: offered.map(\.rawValue))
      }
      return format
    }
    guard let accept = request.headers["accept"], !accept.isEmpty else { return offered[0] }
    let wishes = AcceptedRange.list(in: accept)
    var best: (quality: Double, format: MediaType)?
    for format in offered {
      // The most exact range that fits decides.
      let quality =
        wishes.filter { $0.holds(format.link) }.max { $0.exactness < $1.exactness }?.quality ?? 0
      if quality > (best?.quality ?? 0) { best = (quality, format) }
    }
    guard let best else { throw .notAcceptable(known: offered.map(\.link)) }
    return best.format
  }
}

/// One range of an `Accept` or `Accept-Language` header (RFC 9110, section 12.5).
struct AcceptedRange {
  let name: String
  let quality: Double

  /// The ranges of a header, in their order.
  static func list(in header: String) -> [AcceptedRange] {
    header.split(separator: ",").prefix(50).map { part in
      let pieces = part.split(separator: ";").map { $0.trimmed }
      let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }
      return AcceptedRange(
        name: (pieces.first ?? "").lowercased(),
        quality: quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1)
    }
  }

  /// 2 for a whole type, 1 for `text/*`, 0 for `*/*`.
  var exactness: Int { name == "*/*" || name == "*" ? 0 : name.hasSuffix("/*") ? 1 : 2 }

  /// Whether it holds a media type.
  func holds(_ type: String) -> Bool {
    switch exactness {
    case 0: true
    case 1: type.hasPrefix(name.dropLast())
    default: type.lowercased().hasPrefix(name)
    }
  }
}

extension Substring {
  var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
