import HeritageFormats
import HeritageRegistry
import Words

/// The answer of a search as a gazetteer for paper: a map, the relics by township, a code for each that a telephone
/// reads.
enum PrintPage {
  static func response(_ inquiry: Inquiry) throws -> WebResponse {
    let search = try SearchRequest(inquiry)
    let language = inquiry.language
    let (sites, isCut) = try search.found(inquiry)
    let total = try search.total(inquiry).count
    var remarks: [Sentence] = []
    if sites.isEmpty { remarks.append(Sentence("page.nothing")) }
    if isCut {
      remarks.append(Sentence("page.printCut", ["count": sites.count, "total": total]))
    }
    // The library that draws the codes need not be there; the page then says so once.
    let hasCodes = sites.first.map { hasCode($0.code, inquiry) } ?? false
    if !hasCodes, !sites.isEmpty { remarks.append(Sentence("page.printNoCodes")) }
    var values: [String: Any] = [
      "count": try search.heading(inquiry),
      "remarks": remarks.map { $0.text(in: language) },
      "parts": try parts(sites, hasCodes: hasCodes, inquiry),
    ]
    if !sites.isEmpty {
      values["mapHref"] =
        inquiry.base
        + inquiry.request.target(
          path: "/\(language.rawValue)/map.svg",
          setting: inquiry.plainly)
      values["mapAlt"] = Sentence("page.mapOfFound", ["count": sites.count]).text(in: language)
    }
    return PageFrame(inquiry: inquiry).response(
      "print", title: Sentence("page.print").text(in: language), values)
  }

  /// The code of a relic's short address as a picture.
  static func code(of code: String, _ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    let site = try inquiry.registry.site(code)
    guard let picture = try QRCode(address(of: site.code, inquiry)) else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    return MapImages.response(picture.svg)
  }

  /// Whether a code can be drawn.
  static func hasCode(_ code: String, _ inquiry: Inquiry) -> Bool {
    (try? QRCode(address(of: code, inquiry))) != nil
  }

  /// The short address of a relic, which no language and no page changes.
  private static func address(of code: String, _ inquiry: Inquiry) -> String {
    inquiry.base + "/r/" + WebRequest.escaped(code)
  }

  /// The relics by township, in the order of the townships; those without one last.
  private static func parts(
    _ sites: [Site], hasCodes: Bool, _ inquiry: Inquiry
  ) throws -> [[String: Any]] {
    let townships = try inquiry.registry.townships()
    let found = Dictionary(grouping: sites, by: \.township)
    let known = townships.map(\.nameZH)
    let names =
      known.filter { found[$0] != nil }
      + found.keys.compactMap { $0 }
      .filter { !known.contains($0) }.sorted()
    let english = try inquiry.townshipNames()
    return (names.map { Optional($0) } + [nil]).compactMap { name -> [String: Any]? in
      guard let sites = found[name] else { return nil }
      let heading =
        name.map { english[$0] ?? $0 }
        ?? Sentence("page.townshipUnknown").text(in: inquiry.language)
      return inquiry.marked(
        [
          "heading": heading, "number": sites.count,
          "entries": sites.map { entry($0, hasCode: hasCodes, inquiry) },
        ], heading)
    }
  }

  private static func entry(_ site: Site, hasCode: Bool, _ inquiry: Inquiry) -> [String: Any] {
    let language = inquiry.language
    var values: [String: Any] = [
      "code": site.code,
      "facts": [
        site.level.label(in: language), site.category?.label(in: language),
        site.period.words(in: language), PlaceWords.text(of: site, in: language),
      ].compactMap { $0 }.joined(separator: " · "),
      "short": address(of: site.code, inquiry),
    ]
    inquiry.name(site, into: &values)
    if let address = site.address ?? site.village {
      values["address"] = address
      values["addressTongue"] = inquiry.tongue(of: address)
    }
    if let summary = site.summary(in: language) {
      values["summary"] = summary
      values["summaryTongue"] = inquiry.tongue(of: summary)
    }
    if hasCode { values["qr"] = picture(of: site, inquiry) }
    return values
  }

  /// The code of a relic's short address as a page shows it.
  static func picture(of site: Site, _ inquiry: Inquiry) -> [String: String] {
    [
      "src": PageFrame.relic(site.code, inquiry) + ".qr.svg",
      "alt": Sentence("page.codeOf", ["name": site.name(in: inquiry.language)])
        .text(in: inquiry.language),
    ]
  }
}
