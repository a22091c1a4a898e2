import Geodesy
import HeritageRegistry
import Words

/// A collection of features that the server offers: what it is called, what its features hold, and where they
/// come from.
struct FeatureCollection: Sendable {
  /// Its name in paths: a plain word.
  let name: String
  let title: Labels
  let summary: Labels
  /// The type of its geometries in a schema; nil for a collection without any.
  let geometryFormat: String?
  /// The properties of its features, in their order.
  let properties: [FeatureProperty]
  /// The properties by which an answer can be ordered.
  let sortable: [String]
  /// Its features as a list; nil for the relics, which are asked for by pages.
  let list: (@Sendable (Registry) throws -> [ListedFeature])?
  /// The names of the parameters that a request for its items understands.
  let parameters: [String]

  /// Whether its features are the relics.
  var isRelics: Bool { list == nil }

  init(
    name: String, title: Labels, summary: Labels, geometryFormat: String?,
    properties: [FeatureProperty], sortable: [String] = [],
    list: (@Sendable (Registry) throws -> [ListedFeature])?
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.geometryFormat = geometryFormat
    self.properties = properties
    self.sortable = sortable
    self.list = list
    var names = ItemsRequest.common
    if list == nil { names += ItemsRequest.ofSites.map(\.rawValue) }
    names += properties.filter(\.isQueryable).map(\.name).filter { !names.contains($0) }
    parameters = names
  }

  /// The document of the collection, as clients of OGC API Features read it.
  func value(for inquiry: Inquiry) throws -> FieldValue {
    let place = inquiry.address("/collections/\(name)")
    var links: [Link] = [
      Link("self", place, .json, title: inquiry.say(title)),
      Link("alternate", place + "?f=html", .html, title: inquiry.say(title)),
      Link("items", place + "/items", .geojson, title: inquiry.say(title)),
      Link("items", place + "/items?f=html", .html, title: inquiry.say(title)),
      Link(Relation.queryables, place + "/queryables", .schema),
      Link(Relation.schema, place + "/schema", .schema),
    ]
    if !sortable.isEmpty { links.append(Link(Relation.sortables, place + "/sortables", .schema)) }
    if isRelics {
      links += ItemsFormat.files.map {
        Link("items", place + "/items?f=\($0.rawValue)", $0, title: inquiry.say(title))
      }
    }
    var members: [FieldValue.Member] = [
      .init("id", .text(name)), .init("title", .text(inquiry.say(title))),
      .init("description", .text(inquiry.say(summary))), .init("itemType", .text("feature")),
      .init("crs", .list(ReferenceSystem.allCases.map { .text($0.rawValue) })),
      .init("storageCrs", .text(ReferenceSystem.crs84.rawValue)),
      .init("links", links.value),
    ]
    if !sortable.isEmpty { members.append(.init("defaultSortOrder", .list([.text("code")]))) }
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
  /// The collection that a path names.
  func collection(named name: String) throws(WebFault) -> FeatureCollection {
    guard let collection = collections.first(where: { $0.name == name }) else {
      throw .notFound(path: "/collections/\(name.bounded)")
    }
    return collection
  }

  /// The box around every position that the public may see.
  func extent() throws -> BoundingBox? {
    try memory.value("extent", of: self) { try registry.extent() }
  }
}
