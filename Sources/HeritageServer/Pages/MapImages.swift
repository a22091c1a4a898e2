import HeritageFormats
import HeritageRegistry

/// Maps that the server draws, for pages that work without a script.
enum MapImages {
  /// The map of what the search page has found.
  static func found(_ inquiry: Inquiry) throws -> WebResponse {
    let search = try SearchRequest(inquiry)
    let sites = try search.found(inquiry).sites
    let registry = inquiry.registry
    var scene = MapScene(
      title: registry.info.name(in: inquiry.language), credits: registry.info.credits,
      audience: registry.audience, ground: try inquiry.ground(), sites: sites)
    scene.extent = search.query.boundingBox
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
