import Geodesy
public import HeritageRegistry
import Tables

/// Writes zones as the layer 历史文化保护线 of spatial planning's databases, `LSWHBHX`, in a GeoPackage 1.3.
///
/// The layer is the zones in force that have a shape, in CGCS2000 (EPSG:4490), with areas on the ellipsoid. The
/// fields are those of a planning office's public program, for the standard's own table was not at hand: they are
/// to be confirmed before the file is handed over, which the layer says of itself.
///
/// Source: 市级国土空间总体规划数据库规范（试行）, 6.2.21.
public struct ProtectionLines: Sendable {
  /// The name of the layer.
  public static let layer = "LSWHBHX"
  /// 要素代码 of a 历史文化保护线.
  public static let featureCode = "2090020227"
  /// What the layer says of itself.
  static let mark = "字段待核对：取自公开程序，未见标准原表"

  private let zones: [ShapedZone]
  private let register: RegistryInfo

  /// Prepares the zones of a register; those without a shape have no line.
  public init(_ zones: [ShapedZone], of register: RegistryInfo) {
    self.zones = zones.filter { $0.zone.isInForce && $0.zone.shape != nil }
    self.register = register
  }

  /// How many lines there are.
  public var count: Int { zones.count }

  /// Writes the file, which must not exist.
  ///
  /// - Throws: ``ExportError/unwritable(path:reason:)``.
  public func write(to path: String) throws(ExportError) {
    let system = GeoPackageSchema.ReferenceSystem(.cgcs2000)
    let geometry = GeoPackageGeometry(system: system)
    let database = try PlainDatabase(creating: path)
    try database.execute(GeoPackageSchema.tables)
    try database.execute("BEGIN")
    for system in [GeoPackageSchema.ReferenceSystem(.wgs84), system] {
      try database.execute(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
        [.text(system.name), .integer(system.code), .integer(system.code), .text(system.text)])
    }
    try database.execute(
      GeoPackageSchema.layer(
        Self.layer, "MULTIPOLYGON",
        columns: [
          "\"BSM\" TEXT", "\"YSDM\" TEXT", "\"XZQDM\" TEXT", "\"XZQMC\" TEXT", "\"MJ\" REAL",
          "\"BZ\" TEXT",
        ]))
    let insert = try PlainDatabase.Statement(
      "INSERT INTO \(Self.layer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    for (index, zone) in zones.enumerated() {
      guard let shape = zone.zone.shape, let bytes = geometry.area(shape) else { continue }
      try insert.bind(.integer(index + 1), at: 1)
      try insert.bind(bytes, at: 2)
      for (place, value) in values(zone, shape, index + 1).enumerated() {
        try insert.bind(value, at: place + 3)
      }
      try insert.run()
    }
    insert.finalize()
    try database.execute(
      """
      INSERT INTO gpkg_contents VALUES
        (?, 'features', ?, ?, '\(GeoPackageSchema.lastChange)', NULL, NULL, NULL, NULL, ?)
      """,
      [
        .text(Self.layer), .text("历史文化保护线"), .text(Self.mark), .integer(system.code),
      ])
    try database.execute(
      "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)",
      [.text(Self.layer), .integer(system.code)])
    try database.execute("COMMIT")
    try database.close()
  }

  /// 标识码, 要素代码, 行政区代码 and 名称, 面积 in square metres, 备注.
  private func values(
    _ shaped: ShapedZone, _ shape: MultiPolygon, _ number: Int
  ) -> [FieldValue] {
    let zone = shaped.zone
    let note = [
      shaped.code, shaped.nameZH, zone.kind.labels.zh, zone.zoneClass, zone.instrument,
      zone.announcedOn, Self.mark,
    ].compactMap { $0 }.joined(separator: "；")
    return [
      .text(String(number)), .text(Self.featureCode), FieldValue(register.countyCode),
      .text(register.nameZH), FieldValue(shape.squareMetresOnEllipsoid, places: 2), .text(note),
    ]
  }
}
