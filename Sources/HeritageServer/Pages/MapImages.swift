import HeritageFormats
import HeritageRegistry

/// Maps that the server draws, for pages that work without a script.
enum MapImages {
  /// More relics than these are not drawn one by one.
  private static let limit = 2000

  /// The map of what the search page has found.
  static func found(_ inquiry: Inquiry) throws -> WebResponse {
    let search = try SearchRequest(inquiry)
    var query = search.query
    (query.limit, query.cursor) = (Self.limit, nil)
    let sites: [Site] =
      if let words = search.words {
        try inquiry.registry.search(words, limit: 200, matching: query).items.map(\.site)
      } else {
        try inquiry.registry.hits(matching: query).items.map(\.site)
      }
    let registry = inquiry.registry
    var scene = MapScene(
      title: registry.info.name(in: inquiry.language), credits: registry.info.credits,
      audience: registry.audience, ground: try inquiry.ground(), sites: sites)
    scene.extent = query.boundingBox
    guard let picture = MapWriter(width: 760, language: inquiry.language).picture(scene) else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    return response(picture.svg)
  }

  /// A picture, which has its styles inside.
  static func response(_ svg: String) -> WebResponse {
    WebResponse(type: MediaType.svg.header, svg)
  }
}

extension Inquiry {
  /// What lies below relics on every map.
  func ground() throws -> MapGround {
    try memory.value("ground", of: self) { try MapGround(of: registry) }
  }
}
