import HeritageRegistry

extension OpenAPI {
  /// A parameter of the query with its schema.
  private static func query(
    _ name: String, _ members: [FieldValue.Member], isList: Bool = false
  ) -> FieldValue {
    .object([
      .init("name", .text(name)), .init("in", .text("query")), .init("required", .flag(false)),
      .init("schema", .object(members)), .init("style", .text("form")),
      .init("explode", .flag(!isList)),
    ])
  }

  private static func text(_ name: String) -> FieldValue {
    query(name, [.init("type", .text("string"))])
  }

  static func format(_ offered: [MediaType]) -> FieldValue {
    query(
      "f",
      [
        .init("type", .text("string")),
        .init("enum", .list(offered.map { .text($0.rawValue) })),
      ])
  }

  static let lang = query(
    "lang", [.init("type", .text("string")), .init("enum", .list([.text("zh"), .text("en")]))])

  static func system(_ name: String) -> FieldValue {
    query(
      name,
      [
        .init("type", .text("string")), .init("format", .text("uri")),
        .init("enum", .list(ReferenceSystem.allCases.map { .text($0.rawValue) })),
      ])
  }

  private static func flag(_ name: String) -> FieldValue {
    query(name, [.init("type", .text("boolean"))])
  }

  static func parameters(of collection: FeatureCollection) -> [FieldValue] {
    collection.parameters.map { name in
      switch name {
      case "limit":
        query(
          name,
          [
            .init("type", .text("integer")), .init("minimum", .integer(1)),
            .init("maximum", .integer(ItemsRequest.greatestLimit)),
            .init("default", .integer(ItemsRequest.standardLimit)),
          ])
      case "bbox":
        query(
          name,
          [
            .init("type", .text("array")),
            .init(
              "oneOf",
              .list(
                [4, 6].map {
                  .object([.init("minItems", .integer($0)), .init("maxItems", .integer($0))])
                })),
            .init("items", .object([.init("type", .text("number"))])),
          ], isList: true)
      case "crs", "bbox-crs", "filter-crs": system(name)
      case "skipGeometry", "count", "possible", "include-stand-ins", "include-former": flag(name)
      case "lang": lang
      case "f": format(ItemsFormat.offered(collection))
      case "filter-lang":
        query(
          name,
          [
            .init("type", .text("string")),
            .init("enum", .list([.text("cql2-text"), .text("cql2-json")])),
            .init("default", .text("cql2-text")),
          ])
      case "properties":
        query(
          name,
          [
            .init("type", .text("array")),
            .init("items", .object([.init("type", .text("string"))])),
          ], isList: true)
      default:
        if let property = collection.properties.first(where: { $0.name == name }),
          property.kind == .integer || property.kind == .number
        {
          query(name, [.init("type", .text(property.kind == .integer ? "integer" : "number"))])
        } else {
          text(name)
        }
      }
    }
  }
}
