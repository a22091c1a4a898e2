import HeritageRegistry

/// The description of the API (OpenAPI 3.0), made from the same tables as the answers.
enum OpenAPI {
  static func value(for inquiry: Inquiry) -> FieldValue {
    let info = inquiry.registry.info
    return .object([
      .init("openapi", .text("3.0.3")),
      .init(
        "info",
        .object([
          .init(
            "title",
            .text(
              inquiry.say(
                "\(info.nameZH)不可移动文物登记册",
                "Register of immovable cultural relics: \(info.name(in: .en))"))),
          .init("version", .text(inquiry.version)),
          .init(
            "contact",
            .object([
              .init("name", .text(info.nameZH)), .init("url", .text(inquiry.base + "/")),
              .init("email", .text("register@example.org")),
            ])),
        ])),
      .init("servers", .list([.object([.init("url", .text(inquiry.base))])])),
      .init("paths", .object(paths)),
      .init(
        "components",
        .object([
          .init(
            "responses",
            .object([
              .init(
                "Problem",
                response(
                  "What was wrong with the request, and what can be done", .problem,
                  .object([.init("type", .text("object"))])))
            ]))
        ])),
    ])
  }

  private static var paths: [FieldValue.Member] {
    let object = FieldValue.object([.init("type", .text("object"))])
    func plain(
      _ path: String, _ id: String, _ summary: String, _ type: MediaType = .json,
      parameters: [FieldValue] = []
    ) -> FieldValue.Member {
      .init(
        path,
        .object([
          .init("get", operation(id, summary, type, object, parameters: parameters + [f, lang]))
        ]))
    }
    var members = [
      plain("/", "landingPage", "The landing page"),
      plain("/conformance", "conformance", "The conformance classes"),
      plain("/api", "api", "This description", .openapi),
      plain("/functions", "functions", "The functions of filters"),
      plain("/collections", "collections", "The collections"),
    ]
    for collection in FeatureCollection.allCases {
      let (place, name) = ("/collections/\(collection.rawValue)", collection.rawValue)
      members.append(plain(place, "\(name).describe", "What the collection \(name) is"))
      members.append(
        plain("\(place)/queryables", "\(name).queryables", "What a filter can name", .schema))
      members.append(plain("\(place)/schema", "\(name).schema", "What a feature holds", .schema))
      if !collection.sortable.isEmpty {
        members.append(
          plain(
            "\(place)/sortables", "\(name).sortables", "What an answer can be ordered by", .schema))
      }
      members.append(
        .init(
          "\(place)/items",
          .object([
            .init(
              "get",
              operation(
                "\(name).items", "Features of \(name)", .geojson, object,
                parameters: parameters(of: collection)))
          ])))
      members.append(
        plain(
          "\(place)/items/{featureId}", "\(name).item", "A feature of \(name)", .geojson,
          parameters: [
            .object([
              .init("name", .text("featureId")), .init("in", .text("path")),
              .init("required", .flag(true)),
              .init("schema", .object([.init("type", .text("string"))])),
            ]), system("crs"),
          ]))
    }
    return members
  }

  // MARK: Parameters

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

  private static let f = text("f")
  private static let lang = query(
    "lang", [.init("type", .text("string")), .init("enum", .list([.text("zh"), .text("en")]))])

  private static func system(_ name: String) -> FieldValue {
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

  private static func parameters(of collection: FeatureCollection) -> [FieldValue] {
    ItemsRequest.names(collection).map { name in
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

  // MARK: Answers

  private static func operation(
    _ id: String, _ summary: String, _ type: MediaType, _ schema: FieldValue,
    parameters: [FieldValue]
  ) -> FieldValue {
    let problem = FieldValue.object([
      .init("$ref", .text("#/components/responses/Problem"))
    ])
    return .object([
      .init("operationId", .text(id)), .init("summary", .text(summary)),
      .init("parameters", .list(parameters)),
      .init(
        "responses",
        .object([
          .init("200", response(summary, type, schema)), .init("400", problem),
          .init("404", problem), .init("406", problem), .init("503", problem),
        ])),
    ])
  }

  private static func response(
    _ summary: String, _ type: MediaType, _ schema: FieldValue
  ) -> FieldValue {
    let types = [type.link] + (type == .problem ? [] : ["text/html"])
    return .object([
      .init("description", .text(summary)),
      .init(
        "content",
        .object(
          types.map { name in
            .init(
              name,
              .object([
                .init(
                  "schema", name == "text/html" ? .object([.init("type", .text("string"))]) : schema
                )
              ]))
          })),
    ])
  }
}
