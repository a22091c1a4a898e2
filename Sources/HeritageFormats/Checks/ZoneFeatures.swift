import Geodesy
public import HeritageRegistry
import Words

/// Zones as a table, and as GeoJSON.
public struct ZoneFeatures: Sendable {
  private let zones: [ShapedZone]
  private let language: Language

  /// Zones with their relics.
  public init(_ zones: [ShapedZone], language: Language) {
    (self.zones, self.language) = (zones, language)
  }

  /// A row a zone.
  public var answer: Answer { Answer(columns: Self.columns, rows: zones.map(row)) }

  /// A FeatureCollection (RFC 7946) of those that are drawn.
  public var text: String {
    let features = zones.compactMap { shaped in
      shaped.zone.shape.map { shape -> FieldValue in
        .object([
          .init("type", .text("Feature")),
          .init("properties", .object(zip(Self.columns, row(shaped)).map { .init($0.key, $1) })),
          .init("geometry", OutlineSheet.geometry(shape)),
        ])
      }
    }
    return JSONText.compact(
      .object([.init("type", .text("FeatureCollection")), .init("features", .list(features))]))
      + "\n"
  }

  /// What is known of a zone, by column.
  func values(of shaped: ShapedZone) -> [(column: Answer.Column, value: FieldValue)] {
    Array(zip(Self.columns, row(shaped))).map { (column: $0, value: $1) }
  }

  private static let columns = [
    Answer.Column("zone", zh: "号", en: "No.", isNumber: true),
    Answer.Column("code", zh: "编号", en: "Relic"),
    Answer.Column("name", zh: "名称", en: "Name"),
    Answer.Column("kind", zh: "种类", en: "Kind"),
    Answer.Column("class", zh: "类别", en: "Class"),
    Answer.Column("status", zh: "图形", en: "Shape"),
    Answer.Column("area_m2", zh: "面积(m²)", en: "Area (m²)", isNumber: true),
    Answer.Column("accuracy_m", zh: "误差(±m)", en: "± (m)", isNumber: true),
    Answer.Column("instrument", zh: "公布文件", en: "Instrument"),
    Answer.Column("announced_on", zh: "公布日期", en: "Announced"),
    Answer.Column("announced_by", zh: "公布机关", en: "By"),
    Answer.Column("superseded_on", zh: "失效日期", en: "Superseded"),
    Answer.Column("rule", zh: "范围文字", en: "Extent in words"),
    Answer.Column("source", zh: "来源", en: "Source"),
  ]

  private func row(_ shaped: ShapedZone) -> [FieldValue] {
    let zone = shaped.zone
    return [
      FieldValue(zone.number), FieldValue(shaped.code), .text(shaped.name(in: language)),
      FieldValue(zone.kind), FieldValue(zone.zoneClass), FieldValue(zone.status),
      FieldValue(zone.shape?.squareMetresOnEllipsoid, places: 2),
      FieldValue(zone.accuracy?.metres, places: 3), FieldValue(zone.instrument),
      FieldValue(zone.announcedOn), FieldValue(zone.announcedBy),
      FieldValue(zone.supersededOn), FieldValue(zone.rule), FieldValue(zone.source),
    ]
  }
}
