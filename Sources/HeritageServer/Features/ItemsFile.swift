import Foundation
import HeritageFormats
import HeritageRegistry
import Words

/// A whole answer as a file: the same relics in the same order as a page of GeoJSON, all of them unless a limit
/// is given.
enum ItemsFile {
  static func response(
    _ request: ItemsRequest, _ format: MediaType, _ inquiry: Inquiry
  ) throws -> WebResponse {
    // A file has every column, longitude first; what asks for less or other is not passed over.
    for name in ["properties", "skipGeometry"] {
      if let text = inquiry.request.text(of: name) {
        throw WebFault.badParameter(name, text: text.bounded, reason: Sentence("web.reason.file"))
      }
    }
    guard request.system == .crs84 else {
      throw WebFault.badParameter(
        "crs", text: request.system.rawValue, reason: Sentence("web.reason.file"))
    }
    var response = WebResponse(type: format.header, [])
    response.body = try body(request, format, inquiry)
    let name = inquiry.registry.info.nameZH + request.collection.title[.zh]
    response.set(
      "Content-Disposition",
      "attachment; filename=\"\(request.collection.name).\(format.rawValue)\"; "
        + "filename*=UTF-8''\(WebRequest.escaped(name)).\(format.rawValue)")
    response.set("Content-Crs", "<\(ReferenceSystem.crs84.rawValue)>")
    return response
  }

  private static func options(_ request: ItemsRequest, _ inquiry: Inquiry) throws -> ExportOptions {
    var options = ExportOptions(
      measures: Measures(of: request.query),
      title: inquiry.registry.info.name(in: inquiry.language),
      credits: inquiry.registry.info.credits, language: inquiry.language)
    options.isInternal = try inquiry.registry.isInternal
    return options
  }

  private static func body(
    _ request: ItemsRequest, _ format: MediaType, _ inquiry: Inquiry
  ) throws -> WebResponse.Body {
    var options = try options(request, inquiry)
    let registry = inquiry.registry
    let text: TextExport.Format? =
      switch format {
      case .csv: .csv
      case .jsonl: .jsonl
      case .kml: .kml
      case .gpx: .gpx
      default: nil
      }
    // A wrong question is an answer of its own, not a file that breaks off.
    _ = try registry.dossiers(matching: Self.first(of: request.query))
    if let text {
      let (seconds, stream) = (inquiry.options.deadline, inquiry.stream)
      return .pieces { [options] write in
        try withoutActuallyEscaping(write) { write in
          try stream.reading { registry, isCurrent in
            try Self.fill(
              TextExport(text, options) { try write($0) }, request, registry, seconds: seconds,
              while: isCurrent)
          }
        }
      }
    }
    if format == .gpkg { options.ground = try MapGround(of: registry) }
    // These formats are files by nature: written beside, sent, and gone.
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("heritage-\(UUID().uuidString).\(format.rawValue)")
    defer { try? FileManager.default.removeItem(at: place) }
    if format == .gpkg {
      try Self.fill(try GeoPackageExport(path: place.path, options), request, registry)
    } else {
      try Self.fill(try WorkbookExport(path: place.path, options), request, registry)
    }
    return .bytes([UInt8](try Data(contentsOf: place)))
  }

  private static func first(of query: SiteQuery) -> SiteQuery {
    var query = query
    query.limit = 1
    return query
  }

  /// Writes an answer, a page at a time, so that a slow reader holds no writer of the register up.
  ///
  /// - Parameters:
  ///   - seconds: How long the reading of a page may take; nil where the whole has its deadline.
  ///   - isCurrent: Whether the pages read so far are of one state.
  /// - Throws: ``Inquiry/StateHasChanged`` where they are not: what was sent breaks off, and nobody takes
  ///   it for a whole answer.
  private static func fill(
    _ writer: some ExportWriter, _ request: ItemsRequest, _ registry: Registry,
    seconds: Int? = nil, while isCurrent: () throws -> Bool = { true }
  ) throws {
    var writer = writer
    let test = request.isDecidedByRegister ? nil : try SiteTest(request)
    var query = request.narrowed
    query.cursor = request.cursor
    var left = request.limit ?? .max
    repeat {
      query.limit = min(1000, left)
      let page = try within(seconds) {
        try test.map { try registry.dossiers(matching: query, where: $0.holds) }
          ?? registry.dossiers(matching: query)
      }
      guard try isCurrent() else { throw Inquiry.StateHasChanged() }
      try writer.write(page.items)
      left -= page.items.count
      query.cursor = page.next
    } while query.cursor != nil && left > 0
    try writer.finish()
  }

  private static func within<Value>(_ seconds: Int?, _ body: () throws -> Value) rethrows -> Value {
    guard let seconds else { return try body() }
    return try ReadingDeadline.at(.now + .seconds(seconds), body)
  }
}
