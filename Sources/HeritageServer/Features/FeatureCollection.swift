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

  var summary: Labels {
    switch self {
    case .sites:
      Labels(
        zh: "每处文物点一个要素，位置附精度和来源。位置按公开规定概略或不公开的，要素没有精确坐标；没有位置的文物点不出现在按范围（bbox）查询的结果里。",
        en:
          "One feature a relic, each position with its accuracy and its source. Where disclosure says so the "
          + "position is generalised or absent; a relic without a position is not in the answer to a bbox."
      )
    case .designations:
      Labels(
        zh: "每次公布一个要素，位于其文物点。", en: "One feature an announcement, at the place of its relic.")
    case .zones:
      Labels(
        zh: "现行且有图形的区划。只有文字、没有图形的区划不在此列：这里没有，不等于没有区划。",
        en:
          "Zones in force that have a shape. A zone in words alone is not here: its absence is no clearance."
      )
    case .townships:
      Labels(zh: "乡镇街道驻地。", en: "The seats of townships.")
    case .groups: Labels(zh: "遗址群，无图形。", en: "Groups of relics, without a shape.")
    case .intangible:
      Labels(zh: "非物质文化遗产项目，无图形。", en: "Items of intangible heritage, without a shape.")
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
      .init("description", .text(inquiry.say(summary))), .init("itemType", .text("feature")),
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
