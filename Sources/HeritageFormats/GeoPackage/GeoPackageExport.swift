import Geodesy
public import HeritageRegistry
import Tables

/// Writes relics as a GeoPackage 1.3 (OGC 12-128r17) with one layer, `site`.
///
/// The layer has its R*Tree, the titles and meanings of its columns, their fixed words, and a style by
/// level for QGIS and for SLD. The time of the last change, which the standard requires, is a fixed one:
/// the same relics give the same bytes.
///
/// - Complexity: O(n log n); 16 bytes of memory a relic for the R*Tree.
public struct GeoPackageExport: ExportWriter {
  /// The name of the layer.
  public static let layer = "site"

  private let path: String
  private let database: PlainDatabase
  private let insert: PlainDatabase.Statement
  private let fields: [SiteColumn]
  private let options: ExportOptions
  private let srs: GeoPackageSchema.ReferenceSystem
  private var entries: [RTreeNodes.Entry] = []
  private var box = RoundedBox()
  private var count = 0

  /// Creates the file, which must not exist.
  ///
  /// - Throws: ``ExportError/unwritable(path:reason:)``.
  public init(path: String, _ options: ExportOptions) throws {
    self.options = options
    self.path = path
    srs = options.datum == .cgcs2000 ? .cgcs2000 : .wgs84
    fields = SiteColumn.all(options, withCoordinates: false)
    database = try PlainDatabase(creating: path)
    try database.execute(GeoPackageSchema.tables)
    try database.execute("BEGIN")
    for system in [GeoPackageSchema.ReferenceSystem.wgs84] + (srs == .wgs84 ? [] : [srs]) {
      try database.execute(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
        [.text(system.name), .integer(system.code), .integer(system.code), .text(system.text)])
    }
    try database.execute(GeoPackageSchema.layer(fields))
    let marks = repeatElement("?", count: fields.count + 2).joined(separator: ", ")
    insert = try PlainDatabase.Statement("INSERT INTO site VALUES (\(marks))", in: database)
  }

  /// Writes relics behind those that were written, see ``ExportWriter/write(_:)``.
  ///
  /// - Throws: ``ExportError/outsideDatum(code:reason:)``, ``ExportError/unwritable(path:reason:)``.
  public mutating func write(_ found: [DossierHit]) throws {
    for found in found {
      let dossier = found.dossier
      count += 1
      try insert.bind(.integer(count), at: 1)
      if let position = try dossier.degrees(in: options.datum) {
        let rounded = Coordinate(
          uncheckedLongitude: DecimalText.rounded(position.longitude, places: 7),
          latitude: DecimalText.rounded(position.latitude, places: 7))
        try insert.bind(Self.geometry(rounded, in: srs), at: 2)
        entries.append(RTreeNodes.Entry(id: Int64(count), rounded))
        box.extend(to: position)
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
    try database.execute("COMMIT")
    try database.close()
  }

  /// What a reader of the file should know, see ``ExportWriter/remarks``.
  public var remarks: [ExportRemark] { [] }

  /// A point as GeoPackageBinary: header without an envelope, then WKB, little-endian (section 2.1.3).
  static func geometry(
    _ position: Coordinate, in srs: GeoPackageSchema.ReferenceSystem
  ) -> [UInt8] {
    var bytes: [UInt8] = [0x47, 0x50, 0, 0b0000_0001]
    bytes.reserveCapacity(29)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(Int32(srs.code))
    bytes.append(1)
    append(UInt32(1))
    append(position.longitude.bitPattern)
    append(position.latitude.bitPattern)
    return bytes
  }

  /// Builds the R*Tree at once, then the triggers that keep it.
  private func writeIndex() throws {
    try database.execute(GeoPackageSchema.index)
    let size = try database.number("SELECT length(data) FROM rtree_site_geom_node WHERE nodeno = 1")
    guard let nodes = RTreeNodes(nodeSize: size) else {
      throw ExportError.unwritable(path: path, reason: Sentence("export.badNodes", ["size": size]))
    }
    let node = try PlainDatabase.Statement(
      "INSERT OR REPLACE INTO rtree_site_geom_node (nodeno, data) VALUES (?, ?)", in: database)
    let row = try PlainDatabase.Statement(
      "INSERT INTO rtree_site_geom_rowid (rowid, nodeno) VALUES (?, ?)", in: database)
    let parent = try PlainDatabase.Statement(
      "INSERT INTO rtree_site_geom_parent (nodeno, parentnode) VALUES (?, ?)", in: database)
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

  /// What the file says of its layer.
  private func describe() throws {
    let edges: [FieldValue] =
      box.box.map { box in
        [box.west, box.south, box.east, box.north].map { .decimal($0, places: 7) }
      } ?? [.null, .null, .null, .null]
    try database.execute(
      """
      INSERT INTO gpkg_contents VALUES
        ('site', 'features', ?, ?, '\(GeoPackageSchema.lastChange)', ?, ?, ?, ?, ?)
      """,
      [.text(options.title), .text(options.credits ?? "")] + edges + [.integer(srs.code)])
    try database.execute(
      "INSERT INTO gpkg_geometry_columns VALUES ('site', 'geom', 'POINT', ?, 0, 0)",
      [.integer(srs.code)])
    for field in fields {
      try database.execute(
        "INSERT INTO gpkg_data_columns VALUES ('site', ?, ?, ?, ?, NULL, ?)",
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
    try database.execute(
      """
      INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
        styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
      VALUES ('', '', 'site', 'geom', 'level', ?, ?, 1, ?, '', NULL, '\(GeoPackageSchema.lastChange)')
      """,
      [
        .text(GeoPackageStyle.qml(options.language)), .text(GeoPackageStyle.sld(options.language)),
        .text(options.language == .zh ? "按文物级别" : "by protection level"),
      ])
  }
}
