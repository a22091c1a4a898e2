import Geodesy
import HeritageRegistry

/// A column of an export: its key and labels, and how its value is taken from a dossier.
struct ExportField: Sendable {
  let column: Answer.Column
  private let source: Source

  /// What a value is taken from.
  ///
  /// A hit is large: it is handed on as it is, not taken out of its dossier for each field.
  private enum Source: Sendable {
    case hit(@Sendable (SiteHit) -> FieldValue)
    case dossier(@Sendable (SiteDossier) throws -> FieldValue)
  }

  /// The value for a relic; `hit` is that of the dossier.
  func value(_ dossier: SiteDossier, _ hit: SiteHit) throws -> FieldValue {
    switch source {
    case .hit(let value): value(hit)
    case .dossier(let value): try value(dossier)
    }
  }

  /// Whether its numbers are whole.
  var isWhole: Bool { Self.whole.contains(column.key) }
  private static let whole: Set<String> = [
    "period_start", "period_end", "found_year", "batch_year",
  ]

  init(
    _ key: String, _ zh: String, _ en: String, isNumber: Bool = false,
    _ value: @escaping @Sendable (SiteDossier) throws -> FieldValue
  ) {
    column = Answer.Column(key, zh: zh, en: en, isNumber: isNumber)
    source = .dossier(value)
  }

  private init(_ field: SiteColumns.Field) {
    column = field.column
    source = .hit(field.value)
  }

  /// All columns: the fields of the relic, its coordinates in the datum, and what belongs to it.
  ///
  /// - Parameter withCoordinates: Whether the coordinates are among them, or stand in a geometry.
  static func all(_ options: ExportOptions, withCoordinates: Bool = true) -> [ExportField] {
    let fields = SiteColumns.fields(.full, options.measures)
    return fields.flatMap { field -> [ExportField] in
      switch field.column.key {
      case "lon" where withCoordinates: coordinates(in: options.datum) ?? [ExportField(field)]
      case "lat" where withCoordinates:
        coordinates(in: options.datum) == nil ? [ExportField(field)] : []
      case "lon", "lat": []
      default: [ExportField(field)]
      }
    } + belongings
  }

  /// The columns of a datum that is not WGS 84, which name it.
  private static func coordinates(in datum: Datum) -> [ExportField]? {
    func number(_ key: String, _ zh: String, _ en: String, _ places: Int, isFirst: Bool)
      -> ExportField
    {
      ExportField(key, zh, en, isNumber: true) { dossier in
        guard let position = try dossier.position(in: datum) else { return .null }
        return switch position {
        case .degrees(let degrees):
          .decimal(isFirst ? degrees.longitude : degrees.latitude, places: places)
        case .grid(let grid):
          .decimal(isFirst ? grid.northing : grid.prefixedEasting, places: places)
        }
      }
    }
    let name = datum.code
    switch datum {
    case .wgs84: return nil
    case .cgcs2000, .shifted:
      return [
        number("lon_\(name)", "经度(\(name))", "Longitude (\(name))", 7, isFirst: true),
        number("lat_\(name)", "纬度(\(name))", "Latitude (\(name))", 7, isFirst: false),
      ]
    case .gaussKruger(let projection):
      let zone = projection.zone
      return [
        number("x_gk3_\(zone)", "X(北，\(zone)带，m)", "X, north (m)", 3, isFirst: true),
        number(
          "y_gk3_\(zone)", "Y(东，含\(zone)带号，m)", "Y, east with zone (m)", 3, isFirst: false),
      ]
    }
  }

  /// What belongs to the relic, under the keys that an import reads.
  private static let belongings: [ExportField] = [
    ExportField("former_names", "曾用名", "Former names") { $0.names(.former) },
    ExportField("aliases", "别名", "Other names") { $0.names(.alias) },
    ExportField("batch", "批次", "Batch") { FieldValue($0.present?.batch) },
    ExportField("batch_year", "公布年", "Year of the batch", isNumber: true) {
      FieldValue($0.present?.year)
    },
    ExportField("official_code", "公布编号", "Official code") { FieldValue($0.present?.officialCode) },
    ExportField("designation_source", "公布依据", "Source of the level") {
      FieldValue($0.present?.source)
    },
    ExportField("former_designations", "曾公布级别", "Former designations") {
      .some(
        $0.designations.filter { $0.standing == .former }.map { designation in
          .object([
            .init("level", FieldValue(designation.level)),
            .init("batch", FieldValue(designation.batch)),
            .init("year", FieldValue(designation.year)),
            .init("official_code", FieldValue(designation.officialCode)),
            .init("source", .text(designation.source)),
          ])
        })
    },
    ExportField("sources", "文献", "Sources") { .some($0.sources.map(FieldValue.text)) },
  ]
}

extension FieldValue {
  /// Several values, or null where there is none.
  fileprivate static func some(_ values: [FieldValue]) -> FieldValue {
    values.isEmpty ? .null : .list(values)
  }
}

extension SiteDossier {
  /// The designation that stands.
  var present: Designation? { designations.first { $0.standing == .present } }

  fileprivate func names(_ kind: OtherName.Kind) -> FieldValue {
    let names = otherNames.filter { $0.kind == kind }
    return names.isEmpty ? .null : .list(names.map { .text($0.name) })
  }

  /// The position in a datum; nil where the relic has none.
  ///
  /// - Throws: ``ExportError/outsideDatum(code:reason:)``.
  func position(in datum: Datum) throws(ExportError) -> Datum.Position? {
    guard let coordinate = site.position?.coordinate else { return nil }
    do throws(GaussKrugerError) {
      return try datum.position(of: coordinate)
    } catch {
      throw .outsideDatum(code: site.code, reason: "\(error)")
    }
  }

  /// The position in a datum of degrees; nil where the relic has none.
  func degrees(in datum: Datum) throws(ExportError) -> Coordinate? {
    guard case .degrees(let degrees) = try position(in: datum) else { return nil }
    return degrees
  }
}
