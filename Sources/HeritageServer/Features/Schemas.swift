import HeritageRegistry

/// What can be asked of a collection, and what its features hold, as JSON Schema (draft 2020-12).
enum Schemas {
  /// The properties that a filter can name.
  static func queryables(_ collection: FeatureCollection, _ inquiry: Inquiry) -> FieldValue {
    schema(
      collection, "queryables", inquiry,
      collection.properties.filter(\.isQueryable).map {
        ($0.name, $0.schema(in: inquiry.language))
      },
      isClosed: true)
  }

  /// The properties that a feature has.
  static func schema(_ collection: FeatureCollection, _ inquiry: Inquiry) -> FieldValue {
    schema(
      collection, "schema", inquiry,
      collection.properties.map { ($0.name, $0.schema(in: inquiry.language)) }, isClosed: false)
  }

  /// The properties by which an answer can be ordered.
  static func sortables(_ collection: FeatureCollection, _ inquiry: Inquiry) -> FieldValue {
    schema(
      collection, "sortables", inquiry,
      collection.properties.filter { collection.sortable.contains($0.name) }
        .map { ($0.name, $0.schema(in: inquiry.language)) }, isClosed: true, hasGeometry: false)
  }

  private static func schema(
    _ collection: FeatureCollection, _ name: String, _ inquiry: Inquiry,
    _ properties: [(String, FieldValue)], isClosed: Bool, hasGeometry: Bool = true
  ) -> FieldValue {
    var members = properties.map { FieldValue.Member($0.0, $0.1) }
    if hasGeometry, let format = collection.geometryFormat {
      members.append(
        .init(
          "geom",
          .object([
            .init("title", .text(inquiry.say("位置", "Geometry"))),
            .init("x-ogc-role", .text("primary-geometry")), .init("format", .text(format)),
          ])))
    }
    return .object([
      .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      .init("$id", .text(inquiry.address("/collections/\(collection.name)/\(name)"))),
      .init("type", .text("object")), .init("title", .text(inquiry.say(collection.title))),
      .init("properties", .object(members)), .init("additionalProperties", .flag(!isClosed)),
    ])
  }
}
