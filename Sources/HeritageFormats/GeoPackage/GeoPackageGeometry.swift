import Geodesy

/// Geometries as GeoPackageBinary: a header without an envelope, then WKB, little-endian (section 2.1.3).
struct GeoPackageGeometry: Sendable {
  let system: GeoPackageSchema.ReferenceSystem

  /// A point.
  func point(_ point: GeoPackageSchema.Point) -> [UInt8] {
    var bytes = header
    append(UInt8(1), UInt32(1), to: &bytes)
    append(point, to: &bytes)
    return bytes
  }

  /// A line; nil where it leaves the zone of the reference system.
  func line(_ line: LineString) -> [UInt8]? {
    var bytes = header
    append(UInt8(1), UInt32(2), to: &bytes)
    return append(line.positions, to: &bytes) ? bytes : nil
  }

  /// An area; nil where it leaves the zone of the reference system.
  func area(_ area: MultiPolygon) -> [UInt8]? {
    var bytes = header
    append(UInt8(1), UInt32(6), UInt32(area.polygons.count), to: &bytes)
    for polygon in area.polygons {
      append(UInt8(1), UInt32(3), UInt32(polygon.rings.count), to: &bytes)
      for ring in polygon.rings where !append(ring.positions, to: &bytes) { return nil }
    }
    return bytes
  }

  private var header: [UInt8] {
    var bytes: [UInt8] = [0x47, 0x50, 0, 0b0000_0001]
    append(Int32(system.code), to: &bytes)
    return bytes
  }

  private func append(_ positions: [Coordinate], to bytes: inout [UInt8]) -> Bool {
    append(UInt32(positions.count), to: &bytes)
    for position in positions {
      guard let point = try? system.point(of: position) else { return false }
      append(point, to: &bytes)
    }
    return true
  }

  private func append(_ point: GeoPackageSchema.Point, to bytes: inout [UInt8]) {
    append(point.x.bitPattern, point.y.bitPattern, to: &bytes)
  }

  private func append<each Number: FixedWidthInteger>(
    _ numbers: repeat each Number, to bytes: inout [UInt8]
  ) {
    for number in repeat each numbers {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }
}
