import HeritageRegistry

/// What a whole answer is known by.
///
/// It is a digest of the register's state, of the pages and the options of the server, the address, the format,
/// the language and the audience. The same tag means the same bytes, so an answer that a client has costs no
/// question.
struct EntityTag {
  let text: String

  init(of request: WebRequest, in inquiry: Inquiry) {
    let parts = [
      WebFile.digest,
      "\(inquiry.options.mapApproval ?? "") \(inquiry.options.staffTokenFile != nil)",
      inquiry.options.baseMapTexts.joined(separator: " "), inquiry.roads?.digest ?? "",
      inquiry.version, inquiry.base, request.target, request.headers["accept"] ?? "",
      inquiry.language.rawValue, inquiry.registry.audience.rawValue, inquiry.staffName ?? "",
    ]
    text = "\"" + SHA256.hex(of: Array(parts.joined(separator: "\n").utf8)).prefix(24) + "\""
  }

  /// Whether `If-None-Match` names it, alone or in a list; a weak tag compares like a strong one.
  ///
  /// `*` names any answer that there is, so it is known only once there is one.
  func isKnown(to request: WebRequest, exists: Bool = false) -> Bool {
    guard request.method == "GET" || request.method == "HEAD",
      let header = request.headers["if-none-match"]
    else { return false }
    return header.split(separator: ",").contains { part in
      let tag = part.trimmed
      return (exists && tag == "*") || tag == text || tag == "W/" + text
    }
  }

  /// The answer to a client that has it.
  func notModified(for inquiry: Inquiry) -> WebResponse {
    var response = WebResponse(304, type: MediaType.text.header, [])
    response.headers = []
    mark(&response, for: inquiry)
    return response
  }

  /// Sets what caches need to know.
  func mark(_ response: inout WebResponse, for inquiry: Inquiry) {
    response.set(
      "Vary",
      "Accept, Accept-Language, Accept-Encoding, Authorization"
        + (inquiry.options.staffTokenFile == nil ? "" : ", Cookie"))
    response.set("Content-Language", inquiry.language.rawValue)
    if response["Cache-Control"] == nil {
      response.set(
        "Cache-Control",
        inquiry.isStaff || inquiry.request.method == "POST"
          ? "private, no-store" : "public, max-age=60, must-revalidate")
    }
    // A body in pieces is made after this, and may be of a later state.
    if case .pieces = response.body { return response.set("Cache-Control", "no-store") }
    if response.status == 200 || response.status == 304 {
      response.set("ETag", text)
      response.set("Last-Modified", inquiry.modified)
    }
  }
}
