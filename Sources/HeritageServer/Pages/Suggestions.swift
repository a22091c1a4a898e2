import HeritageRegistry
import Words

/// At most eight relics that a beginning may mean.
enum Suggestions {
  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["q", "lang"])
    let text = (inquiry.request.text(of: "q") ?? "").trimmed
    guard !text.isEmpty else {
      throw WebFault.badParameter("q", text: "", reason: Sentence("web.reason.words"))
    }
    let found = try inquiry.registry.search(text, in: .names, limit: 8)
    let suggestions = found.items.map { hit in
      FieldValue.object([
        .init("code", .text(hit.site.code)),
        .init("name", .text(hit.site.name(in: inquiry.language))),
        .init("name_zh", .text(hit.site.nameZH)),
        .init("matched_by", .text(hit.match.kind.rawValue)),
        .init("matched_name", .text(hit.match.name)),
        .init("href", .text(PageFrame.relic(hit.site.code, inquiry))),
      ])
    }
    return WebResponse(
      type: MediaType.json.header,
      JSONText.compact(.object([.init("suggestions", .list(suggestions))])))
  }
}
