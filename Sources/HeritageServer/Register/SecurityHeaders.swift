/// What every answer says to a browser, faults included.
enum SecurityHeaders {
  /// - Parameter options: Whose base maps a page may show.
  static func add(
    to response: inout WebResponse, of request: WebRequest, _ options: ServerOptions
  ) {
    let pictures = options.baseMaps.flatMap(\.sources).map { " " + $0 }.joined()
    response.set(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:\(pictures); "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors \(EmbeddedPages.contains(request) ? "*" : "'none'")")
    response.set("X-Content-Type-Options", "nosniff")
    response.set("Referrer-Policy", "same-origin")
    response.set("Permissions-Policy", "geolocation=(self)")
    // Anybody's page may read what anybody may see; a token never comes with such a request.
    if request.headers["authorization"] == nil, StaffSessions.key(of: request) == nil {
      response.set("Access-Control-Allow-Origin", "*")
      response.set(
        "Access-Control-Expose-Headers", "Link, Content-Crs, ETag, Content-Disposition")
    }
  }

  /// The answer to a browser that asks what it may send.
  static func options(_ allowed: [String]) -> WebResponse {
    var response = WebResponse(204, type: MediaType.text.header, [])
    response.headers = []
    response.set("Allow", allowed.joined(separator: ", "))
    response.set("Access-Control-Allow-Methods", allowed.joined(separator: ", "))
    response.set("Access-Control-Allow-Headers", "Accept, Accept-Language, If-None-Match")
    response.set("Access-Control-Max-Age", "86400")
    return response
  }
}
