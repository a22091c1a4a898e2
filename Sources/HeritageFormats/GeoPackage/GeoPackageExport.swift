import Geodesy
public import HeritageRegistry
import RegistrySchema
import Tables

/// Writes relics as a GeoPackage 1.3 (OGC 12-128r17): the layer `relic`, and below it the zones, the
/// townships, the rivers and the outlines of the register.
///
/// The layers are called as those of the register, and have its styles for QGIS: the level by sign and
/// colour, the accuracy as a circle, the names. The relics have their R*Tree and an SLD; columns have their
/// titles, meanings and fixed words. The time of the last change, which the standard requires, is a fixed
/// one: the same relics give the same bytes.
///
/// - Complexity: O(n log n); 16 bytes of memory a relic for the R*Tree.
public struct GeoPackageExport: ExportWriter {
  /// The name of the layer of relics.
  public static let layer = LayerStyle.relic.rawValue

  private let path: String
  private let database: PlainDatabase
  private let insert: PlainDatabase.Statement
  private let fields: [SiteColumn]
  private let options: ExportOptions
  private let system: GeoPackageSchema.ReferenceSystem
  private let geometry: GeoPackageGeometry
  private var entries: [RTreeNodes.Entry] = []
  private var box: (low: GeoPackageSchema.Point, high: GeoPackageSchema.Point)?
  private var count = 0

  /// Creates the file, which must not exist.
  ///
  /// - Throws: ``ExportError/unwritable(path:reason:)``.
  public init(path: String, _ options: ExportOptions) throws {
    self.options = options
    self.path = path
    system = GeoPackageSchema.ReferenceSystem(options.datum)
    geometry = GeoPackageGeometry(system: system)
    fields = SiteColumn.all(options, withCoordinates: false)
    database = try PlainDatabase(creating: path)
    try database.execute(GeoPackageSchema.tables)
    try database.execute("BEGIN")
    let wgs84 = GeoPackageSchema.ReferenceSystem(.wgs84)
    for system in [wgs84] + (system == wgs84 ? [] : [system]) {
      try database.execute(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
        [.text(system.name), .integer(system.code), .integer(system.code), .text(system.text)])
    }
    let columns = fields.map { field in
      let type = field.column.isNumber ? field.isWhole ? "INTEGER" : "REAL" : "TEXT"
      return "\"\(field.column.key)\" \(type)"
    }
    try database.execute(GeoPackageSchema.layer(Self.layer, "POINT", columns: columns))
    let marks = repeatElement("?", count: fields.count + 2).joined(separator: ", ")
    insert = try PlainDatabase.Statement("INSERT INTO relic VALUES (\(marks))", in: database)
  }

  /// Writes relics behind those that were written, see ``ExportWriter/write(_:)``.
  ///
  /// - Throws: ``ExportError/outsideDatum(code:reason:)``, ``ExportError/unwritable(path:reason:)``.
  public mutating func write(_ found: [DossierHit]) throws {
    for found in found {
      let dossier = found.dossier
      count += 1
      try insert.bind(.integer(count), at: 1)
      if let coordinate = dossier.site.position?.coordinate {
        let point = try point(of: coordinate, dossier.site.code)
        try insert.bind(geometry.point(point), at: 2)
        entries.append(RTreeNodes.Entry(id: Int64(count), x: point.x, y: point.y))
        extend(to: point)
      } else {
        try insert.bind(.null, at: 2)
      }
      for (index, field) in fields.enumerated() {
        try insert.bind(try field.value(dossier, found), at: index + 3)
      }
      try insert.run()
    }
  }

  /// Writes what follows the last relic, see ``ExportWriter/finish()``.
  ///
  /// - Throws: ``ExportError/unwritable(path:reason:)``.
  public mutating func finish() throws {
    insert.finalize()
    try writeIndex()
    try describe()
    try GeoPackageGround(database: database, geometry: geometry, options: options).write()
    try database.execute("COMMIT")
    try database.close()
  }

  /// What a reader of the file should know, see ``ExportWriter/remarks``.
  public var remarks: [ExportRemark] { [] }

  private func point(
    of position: Coordinate, _ code: String
  ) throws(ExportError) -> GeoPackageSchema.Point {
    do throws(GaussKrugerError) {
      return try system.point(of: position)
    } catch {
      throw .outsideDatum(code: code, reason: error.sentence)
    }
  }

  private mutating func extend(to point: GeoPackageSchema.Point) {
    guard let (low, high) = box else { return box = (point, point) }
    box = (
      .init(x: min(low.x, point.x), y: min(low.y, point.y)),
      .init(x: max(high.x, point.x), y: max(high.y, point.y))
    )
  }

  /// Builds the R*Tree at once, then the triggers that keep it.
  private func writeIndex() throws {
    try database.execute(GeoPackageSchema.index)
    let size = try database.number(
      "SELECT length(data) FROM rtree_relic_geom_node WHERE nodeno = 1")
    guard let nodes = RTreeNodes(nodeSize: size) else {
      throw ExportError.unwritable(path: path, reason: Sentence("export.badNodes", ["size": size]))
    }
    let node = try PlainDatabase.Statement(
      "INSERT OR REPLACE INTO rtree_relic_geom_node (nodeno, data) VALUES (?, ?)", in: database)
    let row = try PlainDatabase.Statement(
      "INSERT INTO rtree_relic_geom_rowid (rowid, nodeno) VALUES (?, ?)", in: database)
    let parent = try PlainDatabase.Statement(
      "INSERT INTO rtree_relic_geom_parent (nodeno, parentnode) VALUES (?, ?)", in: database)
    // Rows are noted in the order of their ids, which is the order in which the table keeps them.
    var leaves = [Int64](repeating: 0, count: count + 1)
    try nodes.forEachNode(of: entries) { made in
      try node.bind(.integer(Int(made.number)), at: 1)
      try node.bind(made.bytes, at: 2)
      try node.run()
      for child in made.children {
        if made.isLeaf {
          leaves[Int(child)] = made.number
        } else {
          try parent.bind(.integer(Int(child)), at: 1)
          try parent.bind(.integer(Int(made.number)), at: 2)
          try parent.run()
        }
      }
    }
    for (id, leaf) in leaves.enumerated() where leaf > 0 {
      try row.bind(.integer(id), at: 1)
      try row.bind(.integer(Int(leaf)), at: 2)
      try row.run()
    }
    try database.execute(GeoPackageSchema.triggers)
  }

  /// What the file says of the relics.
  private func describe() throws {
    let places = if case .gaussKruger = options.datum { 3 } else { 7 }
    let edges: [FieldValue] =
      box.map { box in
        [box.low.x, box.low.y, box.high.x, box.high.y].map { .decimal($0, places: places) }
      } ?? [.null, .null, .null, .null]
    try database.execute(
      """
      INSERT INTO gpkg_contents VALUES
        ('relic', 'features', ?, ?, '\(GeoPackageSchema.lastChange)', ?, ?, ?, ?, ?)
      """,
      [.text(options.markedTitle), .text(options.description ?? "")] + edges
        + [.integer(system.code)])
    try database.execute(
      "INSERT INTO gpkg_geometry_columns VALUES ('relic', 'geom', 'POINT', ?, 0, 0)",
      [.integer(system.code)])
    for field in fields {
      try database.execute(
        "INSERT INTO gpkg_data_columns VALUES ('relic', ?, ?, ?, ?, NULL, ?)",
        [
          .text(field.column.key), .text(field.column.key),
          .text(field.column.label(in: options.language)),
          .text(field.meaning[options.language]),
          field.words.isEmpty ? .null : .text(field.column.key),
        ])
      for word in field.words {
        try database.execute(
          """
          INSERT INTO gpkg_data_column_constraints VALUES
            (?, 'enum', ?, NULL, NULL, NULL, NULL, ?)
          """,
          [.text(field.column.key), .text(word.code), .text(word.labels[options.language])])
      }
    }
    try GeoPackageStyle.write(.relic, options.language, into: database)
  }
}
