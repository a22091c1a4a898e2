import HeritageRegistry

/// The description of the API (OpenAPI 3.0), made from the same tables as the answers.
enum OpenAPI {
  static func value(for inquiry: Inquiry) -> FieldValue {
    return .object([
      .init("openapi", .text("3.0.3")),
      .init(
        "info",
        .object([
          .init(
            "title",
            .text(LandingPage.title(for: inquiry))),
          .init("version", .text(inquiry.version)),
        ])),
      .init("servers", .list([.object([.init("url", .text(inquiry.base))])])),
      // Nobody needs a token; staff who have one see more.
      .init(
        "security",
        .list([.object([])] + schemes(for: inquiry).map { .object([.init($0.key, .list([]))]) })),
      .init("paths", .object(paths(of: inquiry.collections))),
      .init(
        "components",
        .object([
          .init("securitySchemes", .object(schemes(for: inquiry))),
          .init(
            "responses",
            .object([
              .init(
                "Problem",
                response(
                  "What was wrong with the request, and what can be done", [.problem, .html],
                  .object([.init("type", .text("object"))])))
            ])),
        ])),
    ])
  }

  private static func schemes(for inquiry: Inquiry) -> [FieldValue.Member] {
    guard inquiry.options.staffTokenFile != nil else { return [] }
    return [
      .init(
        "staff", .object([.init("type", .text("http")), .init("scheme", .text("bearer"))]))
    ]
  }

  private static func paths(of collections: [FeatureCollection]) -> [FieldValue.Member] {
    let object = FieldValue.object([.init("type", .text("object"))])
    func plain(
      _ path: String, _ id: String, _ summary: String, _ type: MediaType = .json,
      parameters: [FieldValue] = []
    ) -> FieldValue.Member {
      let formats = type == .json ? [.json, .html] : [type, .json, .html]
      return .init(
        path,
        .object([
          .init(
            "get",
            operation(
              id, summary, formats, object, parameters: parameters + [format(formats), lang]))
        ]))
    }
    var members = [
      plain("/", "landingPage", "The landing page"),
      plain("/conformance", "conformance", "The conformance classes"),
      plain("/api", "api", "This description", .openapi),
      plain("/functions", "functions", "The functions of filters"),
      plain("/collections", "collections", "The collections"),
    ]
    for collection in collections {
      let (place, name) = ("/collections/\(collection.name)", collection.name)
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
                "\(name).items", "Features of \(name)", ItemsFormat.offered(collection), object,
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

  // MARK: Answers

  private static func operation(
    _ id: String, _ summary: String, _ formats: [MediaType], _ schema: FieldValue,
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
        .object(
          [.init("200", response(summary, formats, schema))]
            + ["400", "401", "403", "404", "406", "421", "500", "503"].map { .init($0, problem) })),
    ])
  }

  private static func response(
    _ summary: String, _ formats: [MediaType], _ schema: FieldValue
  ) -> FieldValue {
    let text = FieldValue.object([.init("type", .text("string"))])
    let file = FieldValue.object([
      .init("type", .text("string")), .init("format", .text("binary")),
    ])
    return .object([
      .init("description", .text(summary)),
      .init(
        "content",
        .object(
          formats.map { format in
            .init(
              format.link,
              .object([
                .init(
                  "schema",
                  format == .html ? text : ItemsFormat.files.contains(format) ? file : schema)
              ]))
          })),
    ])
  }
}
