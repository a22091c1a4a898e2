public import Boundaries
import Geodesy
public import HeritageRegistry
import Tables
import Words

/// A file of outlines as a table of its plots, and as GeoJSON.
public struct OutlineSheet: Sendable {
  private let file: BoundaryFile

  /// The sheet of a file.
  public init(_ file: BoundaryFile) { self.file = file }

  /// A row a plot: what the file says of it, what it measures, and whether the two fit.
  public var answer: Answer {
    Answer(columns: Self.columns, rows: file.plots.enumerated().map(row))
  }

  private static let columns = [
    Answer.Column("plot", zh: "序号", en: "No.", isNumber: true),
    Answer.Column("number", zh: "地块编号", en: "Plot"),
    Answer.Column("name", zh: "地块名称", en: "Name"),
    Answer.Column("parts", zh: "部分", en: "Parts", isNumber: true),
    Answer.Column("rings", zh: "圈", en: "Rings", isNumber: true),
    Answer.Column("area_grid_m2", zh: "面积(投影面，m²)", en: "Area on the grid (m²)", isNumber: true),
    Answer.Column(
      "area_ellipsoid_m2", zh: "面积(椭球面，m²)", en: "Area on the ellipsoid (m²)", isNumber: true),
    Answer.Column("declared", zh: "申报面积", en: "Declared"),
    Answer.Column("declared_unit", zh: "相符单位", en: "Unit that fits"),
    Answer.Column("datum", zh: "坐标系", en: "Datum"),
  ]

  private func row(_ number: Int, _ plot: Plot) -> [FieldValue] {
    [
      .integer(number + 1), FieldValue(plot.number), FieldValue(plot.name),
      .integer(plot.shape.polygons.count), .integer(plot.shape.polygons.flatMap(\.rings).count),
      .decimal(plot.squareMetresOnGrid, places: 2),
      .decimal(plot.squareMetresOnEllipsoid, places: 2), FieldValue(plot.declared?.text),
      FieldValue(plot.declared?.fitting?.rawValue), .text(file.datum.datum.code),
    ]
  }

  /// A FeatureCollection (RFC 7946), a feature a plot, positions to nine decimals of a degree.
  public var geoJSON: String {
    let features = file.plots.enumerated().map { number, plot -> FieldValue in
      let said = zip(Self.columns, row(number, plot)).map {
        FieldValue.Member($0.key, $1)
      }
      let own = plot.properties.filter { property in !said.contains { $0.key == property.key } }
      return .object([
        .init("type", .text("Feature")),
        .init("properties", .object(said + own.map { .init($0.key, .text($0.value)) })),
        .init("geometry", Self.geometry(plot.shape)),
      ])
    }
    return JSONText.compact(
      .object([.init("type", .text("FeatureCollection")), .init("features", .list(features))]))
      + "\n"
  }

  /// A Polygon, or a MultiPolygon of several, as finely as a surveyor measures.
  static func geometry(_ area: MultiPolygon) -> FieldValue {
    let polygons = area.rightHanded.polygons.map { polygon -> FieldValue in
      .list(
        polygon.rings.map { ring in
          .list(
            ring.positions.map {
              .list([.decimal($0.longitude, places: 9), .decimal($0.latitude, places: 9)])
            })
        })
    }
    return .object([
      .init("type", .text(polygons.count == 1 ? "Polygon" : "MultiPolygon")),
      .init("coordinates", polygons.count == 1 ? polygons[0] : .list(polygons)),
    ])
  }

  /// The answer in JSON: the file, its datum, its plots and what was noted.
  public func json(saying: (BoundaryNote) -> FieldValue) -> String {
    JSONText.pretty(
      .object([
        .init("file", .text(file.name)), .init("format", .text(file.format.rawValue)),
        .init("datum", .text(file.datum.datum.code)),
        .init("datum_basis", .text(file.datum.basis.rawValue)),
        .init("grid", .text(Datum.gaussKruger(file.projection).code)),
        .init("plots", .list(answer.objects)),
        .init("remarks", .list(file.remarks.map(saying))),
      ]))
  }
}
