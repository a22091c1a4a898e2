import HeritageRegistry
import Words

/// Plain lists with counts that add up, for readers without a map and for crawlers.
enum BrowsePage {
  static let facets: [(key: String, facet: Facet, parameter: String, labels: Labels)] = [
    ("level", .level, "level", Labels(zh: "按级别", en: "By level")),
    ("category", .category, "category", Labels(zh: "按类别", en: "By category")),
    ("township", .township, "township", Labels(zh: "按乡镇", en: "By township")),
  ]

  static func response(_ key: String, _ inquiry: Inquiry) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    guard let chosen = facets.first(where: { $0.key == key }) else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    let prefix = inquiry.base + "/\(inquiry.language.rawValue)"
    let rows = try inquiry.memory.value("home \(chosen.facet)", of: inquiry) {
      try FacetValue.all(chosen.facet, of: SiteQuery(), nil, in: inquiry.registry)
    }
    let totals = try inquiry.memory.value("totals", of: inquiry) { try inquiry.registry.totals() }
    let known = totals.named + totals.unidentified
    let counted = rows.reduce(0) { $0 + $1.count }
    var sums: [(Labels, Int)] = []
    if counted < known { sums.append((Labels(zh: "不详", en: "Not known"), known - counted)) }
    sums.append((Labels(zh: "登记册已知", en: "Known to the register"), known))
    if let registered = totals.official["registered"], registered > known {
      sums.append(
        (Labels(zh: "已登记而本册不知", en: "Registered, not known here"), registered - known))
      sums.append((Labels(zh: "登记总数", en: "Registered in all"), registered))
    }
    return PageFrame(inquiry: inquiry).response(
      "browse", title: inquiry.say("浏览", "Browse"),
      [
        "heading": inquiry.say(chosen.labels),
        "tabs": facets.map { facet in
          var tab: [String: Any] = [
            "href": prefix + "/browse/\(facet.key)", "label": inquiry.say(facet.labels),
          ]
          if facet.key == key { tab["chosen"] = true }
          return tab
        },
        "rows": rows.map { row in
          let label = inquiry.say(row.labels)
          return inquiry.marked(
            [
              "label": label, "count": row.count,
              "href": prefix + "/search?\(chosen.parameter)=\(WebRequest.escaped(row.key))",
            ], label)
        },
        "totals": sums.map { ["label": inquiry.say($0.0), "count": $0.1] as [String: Any] },
      ])
  }
}
