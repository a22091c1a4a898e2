import Foundation
import Geodesy
import Words

/// The areas of one layer of a GeoPackage, each feature a plot.
///
/// Source: OGC 12-128r17, GeoPackage 1.3. Easting or longitude come first, whatever the reference system
/// says of its axes.
struct GeoPackage {
  private let file: SQLiteBytes

  /// Opens the file.
  ///
  /// - Throws: ``Faults`` for a damaged file, and for one whose newest changes stand in a log beside it.
  init(_ source: BoundarySource) throws {
    // The log begins with 32 bytes that say nothing yet.
    if let log = source.companion("gpkg-wal"), log.count > 32 {
      throw Faults(
        Sentence("boundary.gpkgOpen"), cure: .say(Sentence("boundary.cureCloseGeoPackage")))
    }
    file = try SQLiteBytes(source.bytes)
  }

  /// A layer of features.
  private struct Layer {
    let table: String
    let column: String
    let type: String
    let system: Int

    /// Whether lines may be in it, by what it says of itself.
    var mayHoldLines: Bool {
      [
        "LINESTRING", "MULTILINESTRING", "CURVE", "MULTICURVE", "GEOMETRY", "GEOMETRYCOLLECTION",
        "GEOMCOLLECTION",
      ].contains(type)
    }

    /// Whether areas may be in it, by what it says of itself.
    var mayHoldAreas: Bool {
      [
        "POLYGON", "MULTIPOLYGON", "CURVEPOLYGON", "MULTISURFACE", "SURFACE", "GEOMETRY",
        "GEOMETRYCOLLECTION", "GEOMCOLLECTION",
      ].contains(type)
    }
  }

  /// Reads the features of a layer.
  func reading(layer: String?, _ remarks: inout [BoundaryNote]) throws -> RawReading {
    let chosen = try chosenLayer(layer)
    var reading = RawReading()
    reading.header = try header(of: chosen.system)
    var (number, empty, hasHeights) = (0, 0, false)
    var others: [String: Int] = [:]
    try file.forEachRow(
      "SELECT \(Self.quoted(chosen.column)), * FROM \(Self.quoted(chosen.table))"
    ) { row in
      number += 1
      guard let bytes = row.bytes(0) else { return empty += 1 }
      let shape = try GeoPackageShape(bytes, at: .feature(number))
      hasHeights = hasHeights || shape.hasHeights
      for (kind, count) in shape.others { others[kind, default: 0] += count }
      guard !shape.polygons.isEmpty else {
        if shape.others.isEmpty { empty += 1 }
        return
      }
      reading.plots.append(plot(shape, number, row, chosen))
    }
    if hasHeights { remarks.append(BoundaryNote(Sentence("boundary.gpkgHeights"))) }
    for (kind, count) in others.sorted(by: { $0.key < $1.key }) {
      remarks.append(
        BoundaryNote(
          Sentence("boundary.entities", ["name": kind, "count": count]), isUnread: true))
    }
    if empty > 0 { remarks.append(BoundaryNote(Sentence("boundary.shpEmpty", ["count": empty]))) }
    guard !reading.plots.isEmpty else {
      throw Faults(
        others.isEmpty ? Sentence("boundary.emptyCollection") : Sentence("boundary.noAreas"),
        cure: .say(Sentence("boundary.cureOutline")))
    }
    return reading
  }

  /// Reads the lines of a layer, each feature a plot whose rings are open.
  func lines(layer: String?, _ remarks: inout [BoundaryNote]) throws -> RawReading {
    let chosen = try chosenLayer(layer, \.mayHoldLines)
    var reading = RawReading()
    reading.header = try header(of: chosen.system)
    var (number, empty, hasAreas) = (0, 0, false)
    try file.forEachRow(
      "SELECT \(Self.quoted(chosen.column)), * FROM \(Self.quoted(chosen.table))"
    ) { row in
      number += 1
      guard let bytes = row.bytes(0) else { return empty += 1 }
      let shape = try GeoPackageShape(bytes, at: .feature(number), wantsLines: true)
      hasAreas = hasAreas || !shape.polygons.isEmpty
      guard !shape.lines.isEmpty else { return empty += 1 }
      var line = plot(shape, number, row, chosen)
      line.rings = shape.lines.enumerated().map { RawRing(name: "\($0 + 1)", points: $1) }
      reading.plots.append(line)
    }
    if empty > 0 { remarks.append(BoundaryNote(Sentence("boundary.shpEmpty", ["count": empty]))) }
    guard !reading.plots.isEmpty || !hasAreas else {
      throw Faults(
        Sentence("boundary.areasForLines", ["layer": chosen.table]),
        cure: .say(Sentence("boundary.cureRoadLines")))
    }
    return reading
  }

  private func plot(
    _ shape: GeoPackageShape, _ number: Int, _ row: SQLiteBytes.Row, _ layer: Layer
  ) -> RawPlot {
    var plot = RawPlot(at: .feature(number))
    for index in 1..<row.count where row.name(index) != layer.column && !row.isBlob(index) {
      if let text = row.text(index), !text.isEmpty {
        plot.properties.append(Plot.Property(row.name(index), text))
      }
    }
    plot.name = plot.property([
      "DKMC", "XMMC", "MC", "NAME", "NAME_ZH", "名称", "地块名称", "项目名称",
    ])
    plot.number = plot.property(["DKBH", "DKH", "BH", "ID", "FID", "编号", "地块编号"])
    plot.hasRoles = shape.polygons.count == 1
    plot.rings = shape.polygons.joined().enumerated().map { index, ring in
      RawRing(name: "\(index + 1)", points: ring, isClosed: true)
    }
    return plot
  }

  /// The layer of a name, or the only one that may hold what is looked for.
  private func chosenLayer(
    _ name: String?, _ mayHold: (Layer) -> Bool = \.mayHoldAreas
  ) throws -> Layer {
    let layers = try layers()
    let areas = layers.filter(mayHold)
    if let name {
      guard
        let layer = layers.first(where: { $0.table == name })
          ?? layers.first(where: { $0.table.caseInsensitiveCompare(name) == .orderedSame })
      else {
        throw Faults(
          Sentence("boundary.gpkgNoLayer", ["layer": name]),
          cure: .chooseLayer(areas.map(\.table)))
      }
      return layer
    }
    guard let only = areas.first else {
      if let layer = layers.first(where: \.mayHoldAreas) {
        throw Faults(
          Sentence("boundary.areasForLines", ["layer": layer.table]),
          cure: .say(Sentence("boundary.cureRoadLines")))
      }
      throw Faults(Sentence("boundary.noAreas"), cure: .say(Sentence("boundary.cureOutline")))
    }
    guard areas.count == 1 else {
      throw Faults(
        Sentence("boundary.gpkgLayers", ["layers": areas.map(\.table)]),
        cure: .chooseLayer(areas.map(\.table)))
    }
    return only
  }

  private func layers() throws -> [Layer] {
    let plain = try file.plainTables()
    let needed = ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"]
    guard plain.isSuperset(of: needed) else {
      throw Faults(
        Sentence("boundary.gpkgDamaged"), cure: .say(Sentence("boundary.cureGeoPackage")))
    }
    var features: Set<String> = []
    try file.forEachRow("SELECT table_name, data_type FROM gpkg_contents") { row in
      if row.text(1) == "features", let name = row.text(0) { features.insert(name) }
    }
    var layers: [Layer] = []
    try file.forEachRow(
      "SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"
    ) { row in
      guard let table = row.text(0), let column = row.text(1), features.contains(table),
        plain.contains(table)
      else { return }
      layers.append(
        Layer(
          table: table, column: column, type: (row.text(2) ?? "").uppercased(),
          system: row.integer(3)))
    }
    return layers.sorted { $0.table < $1.table }
  }

  /// What the reference system of a layer says of the datum.
  private func header(of system: Int) throws -> HeaderDatum {
    var header = HeaderDatum()
    var found: (organisation: String, code: Int, text: String)?
    try file.forEachRow(
      """
      SELECT srs_id, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys
      """
    ) { row in
      if row.integer(0) == system {
        found = (row.text(1) ?? "", row.integer(2), row.text(3) ?? "")
      }
    }
    // 0 and -1 are those that nobody knows.
    guard system > 0, let found else {
      header.missing = Sentence("boundary.gpkgNoSystem")
      return header
    }
    if found.organisation.uppercased() == "EPSG",
      let datum = try? Datum("EPSG:\(found.code == 4979 ? 4326 : found.code)")
    {
      header.datum = datum
      return header
    }
    return try ProjectionText.header(
      Array(found.text.utf8), other: Sentence("boundary.gpkgOtherSystem"))
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
