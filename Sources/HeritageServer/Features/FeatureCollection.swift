import Geodesy
import HeritageRegistry
import Words

/// A collection of features that the server offers.
enum FeatureCollection: String, CaseIterable, Sendable {
  case sites, designations, zones, townships, groups, intangible

  var title: Labels {
    switch self {
    case .sites: Labels(zh: "不可移动文物", en: "Immovable cultural relics")
    case .designations: Labels(zh: "文物保护单位公布", en: "Announcements of protected units")
    case .zones: Labels(zh: "保护区划", en: "Protection and construction-control zones")
    case .townships: Labels(zh: "乡镇街道", en: "Townships")
    case .groups: Labels(zh: "遗址群", en: "Groups of relics")
    case .intangible: Labels(zh: "非物质文化遗产", en: "Intangible heritage")
    }
  }

  /// What its features are.
  var summary: Sentence {
    switch self {
    case .sites: Sentence("web.summary.sites")
    case .designations: Sentence("web.summary.designations")
    case .zones: Sentence("web.summary.zones")
    case .townships: Sentence("web.summary.townships")
    case .groups: Sentence("web.summary.groups")
    case .intangible: Sentence("web.summary.intangible")
    }
  }

  /// The type of its geometries in a schema; nil for a collection without any.
  var geometryFormat: String? {
    switch self {
    case .sites, .designations, .townships: "geometry-point"
    case .zones: "geometry-multipolygon"
    case .groups, .intangible: nil
    }
  }

  /// The properties of its features, in their order.
  var properties: [FeatureProperty] {
    switch self {
    case .sites: Self.siteProperties
    case .designations: DesignationFeature.properties
    case .zones: ZoneFeature.properties
    case .townships: TownshipFeature.properties
    case .groups: GroupFeature.properties
    case .intangible: IntangibleFeature.properties
    }
  }

  private static let siteProperties = Field.all.compactMap(FeatureProperty.init)

  /// The properties by which an answer can be ordered.
  var sortable: [String] { self == .sites ? ["code", "name_zh", "protection_level"] : [] }

  /// The collection that a path names.
  init(named name: String) throws(WebFault) {
    guard let collection = FeatureCollection(rawValue: name) else {
      throw .notFound(path: "/collections/\(name.bounded)")
    }
    self = collection
  }

  /// The document of the collection, as clients of OGC API Features read it.
  func value(for inquiry: Inquiry) throws -> FieldValue {
    let place = inquiry.address("/collections/\(rawValue)")
    var links: [Link] = [
      Link("self", place, .json, title: inquiry.say(title)),
      Link("alternate", place + "?f=html", .html, title: inquiry.say(title)),
      Link("items", place + "/items", .geojson, title: inquiry.say(title)),
      Link("items", place + "/items?f=html", .html, title: inquiry.say(title)),
      Link(Relation.queryables, place + "/queryables", .schema),
      Link(Relation.schema, place + "/schema", .schema),
    ]
    if !sortable.isEmpty { links.append(Link(Relation.sortables, place + "/sortables", .schema)) }
    if self == .sites {
      links += ItemsFormat.files.map {
        Link("items", place + "/items?f=\($0.rawValue)", $0, title: inquiry.say(title))
      }
    }
    var members: [FieldValue.Member] = [
      .init("id", .text(rawValue)), .init("title", .text(inquiry.say(title))),
      .init("description", .text(summary.text(in: inquiry.language))),
      .init("itemType", .text("feature")),
      .init("crs", .list(ReferenceSystem.allCases.map { .text($0.rawValue) })),
      .init("storageCrs", .text(ReferenceSystem.crs84.rawValue)),
      .init("links", links.value),
    ]
    if self == .sites { members.append(.init("defaultSortOrder", .list([.text("code")]))) }
    if geometryFormat != nil, let box = try inquiry.extent() {
      let corners = [box.west, box.south, box.east, box.north].map {
        FieldValue.decimal($0, places: 7)
      }
      members.append(
        .init(
          "extent",
          .object([
            .init(
              "spatial",
              .object([
                .init("bbox", .list([.list(corners)])),
                .init("crs", .text(ReferenceSystem.crs84.rawValue)),
              ]))
          ])))
    }
    return .object(members)
  }
}

extension Inquiry {
  /// The box around every position that the public may see.
  func extent() throws -> BoundingBox? {
    try memory.value("extent", of: self) { try registry.extent() }
  }
}
