import Geodesy
import HeritageRegistry
import RegistrySchema

/// The layers below the relics: zones, townships, rivers and outlines, each where the register has some.
struct GeoPackageGround {
  let database: PlainDatabase
  let geometry: GeoPackageGeometry
  let options: ExportOptions

  /// A feature: its geometry and its values.
  private struct Feature {
    let geometry: [UInt8]
    let values: [FieldValue]
  }

  /// Writes the layers; a shape that leaves the zone of the reference system has no place in it.
  func write() throws(ExportError) {
    let ground = options.ground
    try write(
      .zone, "MULTIPOLYGON",
      [
        "code", "name_zh", "name_en", "kind", "class", "status", "rule", "instrument",
        "announced_on", "announced_by", "accuracy_m", "source",
      ],
      ground.zones.compactMap { shaped in
        shaped.zone.shape.flatMap(geometry.area).map { shape in
          Feature(
            geometry: shape,
            values: [
              FieldValue(shaped.code), .text(shaped.nameZH), FieldValue(shaped.nameEN),
              .text(shaped.zone.kind.rawValue), FieldValue(shaped.zone.zoneClass),
              .text(shaped.zone.status.rawValue), FieldValue(shaped.zone.rule),
              FieldValue(shaped.zone.instrument), FieldValue(shaped.zone.announcedOn),
              FieldValue(shaped.zone.announcedBy),
              FieldValue(shaped.zone.accuracy?.metres, places: 3), FieldValue(shaped.zone.source),
            ])
        }
      })
    try write(
      .township, "POINT", ["code", "name_zh", "name_en", "coord_accuracy_m"],
      ground.townships.compactMap { township in
        guard let point = township.seat.flatMap({ try? geometry.system.point(of: $0) }) else {
          return nil
        }
        return Feature(
          geometry: geometry.point(point),
          values: [
            .text(township.code), .text(township.nameZH), FieldValue(township.nameEN),
            FieldValue(township.seatAccuracy?.metres, places: 3),
          ])
      })
    try write(
      .river, "LINESTRING", ["name_zh", "name_en", "coord_accuracy_m", "source"],
      ground.rivers.compactMap { river in
        geometry.line(river.line).map { line in
          Feature(
            geometry: line,
            values: [
              FieldValue(river.nameZH), FieldValue(river.nameEN),
              FieldValue(river.accuracy?.metres, places: 3), FieldValue(river.source),
            ])
        }
      })
    try write(
      .outline, "MULTIPOLYGON", ["code", "name_zh", "name_en", "kind", "source"],
      ground.outlines.compactMap { outline in
        geometry.area(outline.area).map { area in
          Feature(
            geometry: area,
            values: [
              FieldValue(outline.code), .text(outline.nameZH), FieldValue(outline.nameEN),
              .text(outline.kind.rawValue), FieldValue(outline.source),
            ])
        }
      })
  }

  private func write(
    _ layer: LayerStyle, _ type: String, _ columns: [String], _ features: [Feature]
  ) throws(ExportError) {
    guard !features.isEmpty else { return }
    let name = layer.rawValue
    let types = columns.map { "\"\($0)\" \($0.hasSuffix("accuracy_m") ? "REAL" : "TEXT")" }
    try database.execute(GeoPackageSchema.layer(name, type, columns: types))
    let marks = repeatElement("?", count: columns.count + 2).joined(separator: ", ")
    let insert = try PlainDatabase.Statement("INSERT INTO \(name) VALUES (\(marks))", in: database)
    for (index, feature) in features.enumerated() {
      try insert.bind(.integer(index + 1), at: 1)
      try insert.bind(feature.geometry, at: 2)
      for (place, value) in feature.values.enumerated() { try insert.bind(value, at: place + 3) }
      try insert.run()
    }
    insert.finalize()
    // No edges: the box of a layer is informative, and readers find it where they need it.
    try database.execute(
      """
      INSERT INTO gpkg_contents VALUES
        (?, 'features', ?, ?, '\(GeoPackageSchema.lastChange)', NULL, NULL, NULL, NULL, ?)
      """,
      [
        .text(name), .text(name), .text(options.credits ?? ""), .integer(geometry.system.code),
      ])
    try database.execute(
      "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
      [.text(name), .text(type), .integer(geometry.system.code)])
    let titles = LayerWords(layer: name, language: options.language).aliases
    for (column, title) in titles where columns.contains(column) {
      try database.execute(
        "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, NULL, NULL, NULL)",
        [.text(name), .text(column), .text(column), .text(title)])
    }
    try GeoPackageStyle.write(layer, options.language, into: database)
  }
}
