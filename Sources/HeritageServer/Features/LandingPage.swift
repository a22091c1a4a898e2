import HeritageRegistry
import Words

/// The root of the API, where clients begin.
enum LandingPage {
  /// What the register is called.
  static func title(for inquiry: Inquiry) -> String {
    let info = inquiry.registry.info
    return inquiry.say(
      "\(info.nameZH)不可移动文物登记册",
      "Register of immovable cultural relics: \(info.name(in: .en))")
  }

  static func value(for inquiry: Inquiry) -> FieldValue {
    let links = [
      Link("self", inquiry.address("/?f=json"), .json),
      Link("alternate", inquiry.address("/?f=html"), .html),
      Link("service-desc", inquiry.address("/api"), .openapi),
      Link("service-doc", inquiry.address("/api?f=html"), .html),
      Link("conformance", inquiry.address("/conformance"), .json),
      Link(
        "http://www.opengis.net/def/rel/ogc/1.0/conformance", inquiry.address("/conformance"), .json
      ),
      Link("data", inquiry.address("/collections"), .json),
      Link(Relation.functions, inquiry.address("/functions"), .json),
    ]
    var members: [FieldValue.Member] = [
      .init("title", .text(title(for: inquiry))),
      .init(
        "description",
        .text(Sentence("web.about").text(in: inquiry.language))),
    ]
    if let credits = inquiry.registry.info.credits {
      members.append(.init("attribution", .text(credits)))
    }
    members.append(.init("dataVersion", .text(inquiry.version)))
    members.append(.init("conformsTo", Conformance.value))
    members.append(.init("links", links.value))
    return .object(members)
  }
}

/// The conformance classes whose tests pass.
enum Conformance {
  static let classes: [String] = {
    let ogc = "http://www.opengis.net/spec/"
    return [
      "ogcapi-features-1/1.0/conf/core", "ogcapi-features-1/1.0/conf/geojson",
      "ogcapi-features-1/1.0/conf/html", "ogcapi-features-1/1.0/conf/oas30",
      "ogcapi-features-2/1.0/conf/crs", "ogcapi-features-3/1.0/conf/queryables",
      "ogcapi-features-3/1.0/conf/queryables-query-parameters",
      "ogcapi-features-3/1.0/conf/filter", "ogcapi-features-3/1.0/conf/features-filter",
    ].map { ogc + $0 } + FeatureFilter.classes.map { ogc + $0 }
  }()

  static var value: FieldValue { .list(classes.map { .text($0) }) }
}

/// The list of collections.
enum Collections {
  static func value(for inquiry: Inquiry) throws -> FieldValue {
    .object([
      .init(
        "links",
        [
          Link("self", inquiry.address("/collections"), .json),
          Link("alternate", inquiry.address("/collections?f=html"), .html),
        ].value),
      .init("crs", .list(ReferenceSystem.allCases.map { .text($0.rawValue) })),
      .init(
        "collections", .list(try inquiry.collections.map { try $0.value(for: inquiry) })),
    ])
  }
}
