import HeritageRegistry

/// Pages for a frame on somebody else's: a relic, or the answer of a search, without the navigation.
enum EmbeddedPages {
  static func response(_ path: [String], _ inquiry: Inquiry) throws -> WebResponse {
    switch (path.count, path.first) {
    case (1, "search"): return try SearchPage.response(inquiry)
    case (2, "sites"): return try RelicPage.response(path[1], inquiry)
    default: throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
  }

  /// Whether a request is for such a page: any page may frame it, and no other.
  static func contains(_ request: WebRequest) -> Bool { request.path?.first == "embed" }
}
