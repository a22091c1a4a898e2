import Geodesy
import HeritageRegistry

/// A column of relics: its key and labels, what it means, and how its value is taken from a relic.
///
/// Most are fields of the register, `HeritageRegistry.Field`; the others say something of the way to a
/// relic, or give its position in another datum.
struct SiteColumn: Sendable {
  let column: Answer.Column
  /// What it means.
  let meaning: Labels
  /// The unit of its numbers, or the form of its text; empty where it has none.
  let unit: String
  /// An example; empty where the meaning says enough.
  let example: String
  /// The words that it can hold; none where it is free.
  let words: [WordSet.Word]
  /// Whether its numbers are whole.
  let isWhole: Bool
  /// The field; nil where it is none of the register's.
  let field: SiteField?
  private let source: Source

  /// What a value is taken from.
  ///
  /// A dossier is large: it is handed on as it is, not taken out of its hit for each column.
  private enum Source: Sendable {
    case dossier(@Sendable (Dossier) -> FieldValue)
    case hit(@Sendable (DossierHit) throws -> FieldValue)
  }

  /// The value for a relic; `dossier` is that of the hit.
  func value(_ dossier: Dossier, _ hit: DossierHit) throws -> FieldValue {
    switch source {
    case .dossier(let value): value(dossier)
    case .hit(let value): try value(hit)
    }
  }

  /// What gives the value, without the rest of the column.
  var reader: @Sendable (Dossier, DossierHit) throws -> FieldValue {
    switch source {
    case .dossier(let value): { dossier, _ in value(dossier) }
    case .hit(let value): { _, hit in try value(hit) }
    }
  }

  /// The column of a field.
  init(_ field: Field) {
    column = Answer.Column(
      field.key.rawValue, zh: field.labels.zh, en: field.labels.en, isNumber: field.isNumber)
    (meaning, unit, example) = (field.meaning, field.unit, field.example)
    words = field.words
    if case .whole = field.form { isWhole = true } else { isWhole = false }
    self.field = field.key
    source = .dossier(field.value)
  }

  /// A column that is no field.
  init(
    _ column: Answer.Column, _ meaning: Labels, unit: String = "", example: String = "",
    words: [WordSet.Word] = [], _ value: @escaping @Sendable (DossierHit) throws -> FieldValue
  ) {
    self.column = column
    (self.meaning, self.unit, self.example, self.words) = (meaning, unit, example, words)
    (isWhole, field) = (false, nil)
    source = .hit(value)
  }
}

extension SiteColumn {
  /// Every column of an export.
  ///
  /// - Parameter withCoordinates: Whether the coordinates are among them, or stand in a geometry.
  static func all(_ options: ExportOptions, withCoordinates: Bool = true) -> [SiteColumn] {
    func added(isFirst: Bool) -> [SiteColumn] {
      options.added.filter { $0.column.isFirst == isFirst }.map { added in
        SiteColumn(added.column.column, Labels(zh: "", en: "")) {
          added.value(ofCode: $0.dossier.site.code)
        }
      }
    }
    let datum = withCoordinates ? options.datum : nil
    return added(isFirst: true) + columns(of: Field.all, options.measures, in: datum)
      + added(isFirst: false) + (options.madeFrom.map { [revision($0)] } ?? [])
  }

  /// The same text in every row: rows are sorted, filtered and copied, and still say where they are from.
  private static func revision(_ version: TableVersion) -> SiteColumn {
    SiteColumn(
      Answer.Column("revision", zh: "登记册版本", en: "Revision of the register"),
      Labels(
        zh: "本表取自登记册的哪个版本，导入时据此辨认他人的修改；请勿改动",
        en:
          "from which state of the register the row is, by which an import knows what others have "
          + "changed since; leave it as it is"),
      example: "r120-3f9a12bc"
    ) { _ in .text("\(version)") }
  }

  /// The columns of fields and, in their places, what an answer says of the way to a relic.
  ///
  /// - Parameter datum: The datum of the coordinates; nil for none.
  static func columns(
    of fields: [Field], _ measures: Measures, in datum: Datum? = .wgs84
  ) -> [SiteColumn] {
    fields.flatMap { field -> [SiteColumn] in
      switch field.key {
      case .position:
        (datum.map(coordinates) ?? []) + (measures == .distance ? [distance, bearing] : [])
      case .accuracy: [SiteColumn(field)] + (measures == .none ? [] : [certainty, share])
      default: [SiteColumn(field)]
      }
    }
  }

  private static let distance = SiteColumn(
    Answer.Column("distance_m", zh: "距离(m)", en: "Distance (m)", isNumber: true),
    Labels(zh: "距所问地点的距离", en: "distance from the place that was asked for"), unit: "m"
  ) { FieldValue($0.distance?.metres, places: 3) }

  private static let bearing = SiteColumn(
    Answer.Column("bearing_deg", zh: "方位角(°)", en: "Bearing (°)", isNumber: true),
    Labels(zh: "从所问地点看的方位角", en: "bearing from the place that was asked for"), unit: "°"
  ) { FieldValue($0.bearing, places: 2) }

  private static let certainty = SiteColumn(
    Answer.Column("certainty", zh: "确定性", en: "Certainty"),
    Labels(zh: "是否确在所问范围内", en: "whether it surely lies in the area that was asked for"),
    words: WordSet(Certainty.self).words
  ) { FieldValue($0.presence?.certainty) }

  static let share = SiteColumn(
    Answer.Column("share", zh: "误差圆占比", en: "Share", isNumber: true),
    Labels(
      zh: "误差圆落在所问范围内的部分，0至1",
      en: "the part of the circle of its accuracy that lies in the area that was asked for, 0 to 1")
  ) { FieldValue($0.presence?.share, places: 4) }
}

/// The columns of a position.
extension SiteColumn {
  /// Longitude and latitude, or northing and easting; those of a datum that is not WGS 84 name it.
  static func coordinates(in datum: Datum) -> [SiteColumn] {
    func number(
      _ key: String, _ zh: String, _ en: String, _ places: Int, _ meaning: Labels, unit: String,
      example: String = "", _ value: @escaping @Sendable (Datum.Position) -> Double
    ) -> SiteColumn {
      SiteColumn(
        Answer.Column(key, zh: zh, en: en, isNumber: true), meaning, unit: unit, example: example
      ) { hit in
        try hit.dossier.position(in: datum).map { .decimal(value($0), places: places) } ?? .null
      }
    }
    let name = datum.code
    switch datum {
    case .wgs84:
      return [
        number(
          "lon", "经度", "Longitude", 7, Labels(zh: "经度，WGS 84", en: "longitude, WGS 84"), unit: "°",
          example: "111.65556", \.first),
        number(
          "lat", "纬度", "Latitude", 7, Labels(zh: "纬度，WGS 84", en: "latitude, WGS 84"), unit: "°",
          example: "29.69167", \.second),
      ]
    case .cgcs2000, .shifted:
      return [
        number(
          "lon_\(name)", "经度(\(name))", "Longitude (\(name))", 7,
          Labels(zh: "经度，列名所示坐标系", en: "longitude in the datum that the key names"), unit: "°",
          \.first),
        number(
          "lat_\(name)", "纬度(\(name))", "Latitude (\(name))", 7,
          Labels(zh: "纬度，列名所示坐标系", en: "latitude in the datum that the key names"), unit: "°",
          \.second),
      ]
    case .gaussKruger(let projection):
      let (zone, name) = (projection.zone, "gk\(projection.width.rawValue)_\(projection.zone)")
      let width = projection.width == .three ? ("三", "3") : ("六", "6")
      return [
        number(
          "x_\(name)", "X(北，\(zone)带，m)", "X, north (m)", 3,
          Labels(
            zh: "纵坐标X，CGCS2000\(width.0)度带",
            en: "northing X in the \(width.1)-degree zone of CGCS2000"),
          unit: "m", \.first),
        number(
          "y_\(name)", "Y(东，含\(zone)带号，m)", "Y, east with zone (m)", 3,
          Labels(
            zh: "横坐标Y（含带号），CGCS2000\(width.0)度带", en: "easting Y with the zone's number, CGCS2000"),
          unit: "m", \.second),
      ]
    }
  }
}

extension Datum.Position {
  /// Longitude or northing.
  fileprivate var first: Double {
    switch self {
    case .degrees(let degrees): degrees.longitude
    case .grid(let grid): grid.northing
    }
  }

  /// Latitude, or easting with the number of the zone.
  fileprivate var second: Double {
    switch self {
    case .degrees(let degrees): degrees.latitude
    case .grid(let grid): grid.prefixedEasting
    }
  }
}

extension Dossier {
  /// The position in a datum; nil where the relic has none.
  ///
  /// - Throws: ``ExportError/outsideDatum(code:reason:)``.
  func position(in datum: Datum) throws(ExportError) -> Datum.Position? {
    guard let coordinate = site.position?.coordinate else { return nil }
    do throws(GaussKrugerError) {
      return try datum.position(of: coordinate)
    } catch {
      throw .outsideDatum(code: site.code, reason: error.sentence)
    }
  }

  /// The position in a datum of degrees; nil where the relic has none.
  func degrees(in datum: Datum) throws(ExportError) -> Coordinate? {
    guard case .degrees(let degrees) = try position(in: datum) else { return nil }
    return degrees
  }

  /// Whether the datum is one of web maps and leaves the position where it is.
  func isUnshifted(in datum: Datum) -> Bool {
    guard let coordinate = site.position?.coordinate else { return false }
    return datum.leavesUnshifted(coordinate)
  }
}
