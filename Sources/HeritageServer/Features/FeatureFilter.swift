import CQL2
import Geodesy
import HeritageRegistry
import Words

/// What `filter=` asks of features, in CQL2 text or JSON.
struct FeatureFilter: Sendable {
  let filter: Filter
  private let queryables: Queryables

  /// The classes of CQL2 whose tests pass.
  static let classes =
    [
      "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators",
      "case-insensitive-comparison", "accent-insensitive-comparison", "basic-spatial-functions",
      "basic-spatial-functions-plus", "spatial-functions", "temporal-functions",
      "property-property", "functions", "arithmetic",
      // What one stored version of QGIS asks for.
      "basic-spatial-operators",
    ].map { "cql2/1.0/conf/\($0)" }

  /// The functions that a filter can call.
  static let functions: [FilterFunction] = [
    FilterFunction(
      "near",
      [
        .init("geometry", .geometry), .init("longitude", .number, .integer, in: -180...180),
        .init("latitude", .number, .integer, in: -90...90),
        .init("metres", .number, .integer, in: 0...20_100_000),
      ], returns: .boolean
    ) { values in
      guard case .geometry(let geometry)? = values[0], case .point(let point) = geometry.form,
        case .number(let longitude)? = values[1], case .number(let latitude)? = values[2],
        case .number(let metres)? = values[3],
        let centre = try? Coordinate(longitude: longitude, latitude: latitude),
        let place = try? Coordinate(longitude: point.x, latitude: point.y)
      else { return nil }
      return .boolean(Geodesic.line(from: centre, to: place).length.metres <= metres)
    }
  ]

  /// The functions as clients read them.
  static var functionList: FieldValue {
    .object([
      .init(
        "functions",
        .list(
          functions.map { function in
            .object([
              .init("name", .text(function.name)),
              .init(
                "description",
                .text(
                  "whether a position is at most so many metres from a point, by its point alone")),
              .init("returns", .list([.text(function.returns.functionType)])),
              .init(
                "arguments",
                .list(
                  function.arguments.map { argument in
                    .object([
                      .init("title", .text(argument.name)),
                      .init("type", .list(argument.kinds.map { .text($0.functionType) })),
                    ])
                  })),
            ])
          }))
    ])
  }

  /// The filter of a request; nil where it has none.
  ///
  /// - Parameter queryables: What it may name; looked up where there is a filter alone.
  /// - Throws: ``WebFault``; `FilterFault` with the place of what is wrong.
  init?(of request: WebRequest, for queryables: @autoclosure () -> Queryables) throws {
    let language = request.text(of: "filter-lang") ?? "cql2-text"
    guard ["cql2-text", "cql2-json"].contains(language) else {
      throw WebFault.badParameter(
        "filter-lang", text: language.bounded, reason: Sentence("web.reason.filterLanguage"))
    }
    let system = try ReferenceSystem("filter-crs", of: request)
    guard let text = request.text(of: "filter") else { return nil }
    var filter = language == "cql2-text" ? try Filter(text: text) : try Filter(json: text)
    if system.isLatitudeFirst {
      filter = filter.mappingGeometries(
        { $0.mapping { Position(x: $0.y, y: $0.x) } },
        boxes: { GeometryBox(west: $0.south, south: $0.west, east: $0.north, north: $0.east) })
    }
    let queryables = queryables()
    self.filter = filter
    self.queryables = queryables
    try filter.check(queryables, functions: Self.functions)
  }

  /// The filter made ready for one task.
  func compiled() throws -> CompiledFilter {
    try filter.compiled(queryables, functions: Self.functions)
  }
}

extension FeatureCollection {
  /// The properties that a filter can name, with the kinds of their values.
  var queryables: Queryables {
    var kinds: [String: ValueKind] = [:]
    for property in properties where property.isQueryable {
      kinds[property.name] =
        switch property.kind {
        case .integer: .integer
        case .number: .number
        case .flag: .boolean
        case .date: .date
        case .timestamp: .timestamp
        default: .text
        }
    }
    if geometryFormat != nil { kinds["geom"] = .geometry }
    return Queryables(kinds)
  }
}

/// A relic as a filter reads it.
struct SiteSubject: FilterSubject {
  let dossier: Dossier

  func value(of name: String) -> FilterValue? {
    if name == "geom" {
      return dossier.site.position.map {
        .geometry(Geometry(x: $0.coordinate.longitude, y: $0.coordinate.latitude))
      }
    }
    return SiteField(rawValue: name)?.definition.value(of: dossier).filterValue
  }
}

/// A feature of a list as a filter reads it.
struct ListSubject: FilterSubject {
  let feature: ListedFeature
  let names: [String: Int]
  let properties: [FeatureProperty]

  func value(of name: String) -> FilterValue? {
    if name == "geom" { return feature.shape.map { .geometry($0.filterGeometry) } }
    guard let place = names[name], let value = feature.values[place].filterValue else { return nil }
    guard case .text(let text) = value else { return value }
    // A date that is none, such as a year by itself, is no value that could be compared with dates.
    return switch properties[place].kind {
    case .date: CalendarDay(text).map(FilterValue.date)
    case .timestamp: Instant(text).map(FilterValue.timestamp)
    default: value
    }
  }
}

extension ListedFeature.Shape {
  fileprivate var filterGeometry: Geometry {
    switch self {
    case .point(let position): Geometry(x: position.longitude, y: position.latitude)
    case .lines(let lines):
      Geometry(.lines(lines.map { $0.map { Position(x: $0.longitude, y: $0.latitude) } }))
    case .area(let area):
      Geometry(
        .polygons(
          area.polygons.map { polygon in
            polygon.rings.map { ring in
              ring.positions.map { Position(x: $0.longitude, y: $0.latitude) }
            }
          }))
    }
  }
}

extension FieldValue {
  /// The value as a filter compares it; nil for what has none, and for lists.
  fileprivate var filterValue: FilterValue? {
    switch self {
    case .null, .list, .object: nil
    case .text(let text), .word(let text, _, _): .text(text)
    case .integer(let number): .number(Double(number))
    case .decimal(let number, _): .number(number)
    case .flag(let flag): .boolean(flag)
    }
  }
}
