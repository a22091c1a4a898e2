import Geodesy
import HeritageFormats
import HeritageRegistry
import Words

/// What the map of a page shows, for its script: the same relics as the page's list.
enum MapData {
  /// The most relics that are drawn one by one; more are counted by cells.
  static let most = 2000

  /// The relics of a search: all of them, or those of the frame that the map shows.
  static func found(_ inquiry: Inquiry) throws -> WebResponse {
    let search = try SearchRequest(inquiry, also: ["frame"])
    if let places = try places(of: search, inquiry) {
      return response(try places.members(inquiry))
    }
    var query = search.query
    (query.limit, query.cursor) = (nil, nil)
    let whole = try query.boundingBox ?? inquiry.extent()
    let asked = try inquiry.request.text(of: "frame").map { try SiteQuery([.bbox: [$0]]) }
    let shown = whole.flatMap { box in
      asked?.boundingBox.map { $0.common(with: box) } ?? box
    }
    guard let frame = shown else {
      return response([.init("places", .list([])), .init("hidden", .list([]))])
    }
    let cells = try inquiry.memory.value(
      "cells \(frame) \(query)", of: inquiry, weight: { $0.cells.count / 32 }
    ) {
      try MapCells(query, in: frame, of: inquiry.registry)
    }
    var members: [FieldValue.Member] = [
      .init("isPartial", .flag(true)), .init("bounds", .box(frame)),
    ]
    if cells.count > most {
      members += [
        .init("places", .list([])), .init("hidden", .list([])), .init("cells", cells.value),
        .init("counts", .object([.init("cells", .integer(cells.count))])),
      ]
    } else {
      query.boundingBox = frame
      let sites = try inquiry.registry.hits(matching: query).items.map(\.site)
      members += try MapPlaces(sites).members(inquiry).filter { $0.key != "bounds" }
    }
    return response(members)
  }

  /// The places of what a search has found; nil where they are too many.
  static func places(of search: SearchRequest, _ inquiry: Inquiry) throws -> MapPlaces? {
    guard try search.total(inquiry).count <= most else { return nil }
    if search.words != nil { return MapPlaces(try search.found(inquiry).sites) }
    var query = search.query
    (query.limit, query.cursor) = (nil, nil)
    return try inquiry.memory.value("places \(query)", of: inquiry, weight: \.count) {
      MapPlaces(try inquiry.registry.hits(matching: query).items.map(\.site))
    }
  }

  /// A relic with its neighbours.
  static func relic(_ code: String, _ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    let site = try inquiry.registry.site(code)
    guard site.position != nil else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    let near = try RelicPage.neighbours(of: site, inquiry).map(\.site)
    var members = try MapPlaces([site] + near).members(inquiry)
    members.removeAll { $0.key == "bounds" }
    if let bounds = MapPlaces([site]).bounds() { members.append(.init("bounds", .box(bounds))) }
    members.append(.init("chosen", .text(site.code)))
    return response(members)
  }

  static func response(_ members: [FieldValue.Member]) -> WebResponse {
    WebResponse(type: MediaType.json.header, JSONText.compact(.object(members)))
  }
}

extension BoundingBox {
  /// What two boxes share; nil for nothing.
  ///
  /// A box across the antimeridian gives way to the other.
  func common(with other: BoundingBox) -> BoundingBox? {
    if crossesAntimeridian { return other }
    if other.crossesAntimeridian { return self }
    let (west, east) = (max(west, other.west), min(east, other.east))
    let (south, north) = (max(south, other.south), min(north, other.north))
    guard west <= east, south <= north else { return nil }
    return try? BoundingBox(west: west, south: south, east: east, north: north)
  }
}
