extension SpatiaLiteBlob {
  /// The line in a LineString's bytes.
  ///
  /// - Throws: ``SpatiaLiteBlobError/notALine(byteCount:)`` when the bytes are no line of SRID 4326:
  ///   another class, a part missing, a byte too many, or a position outside the globe.
  public static func line(
    in bytes: UnsafeRawBufferPointer
  ) throws(SpatiaLiteBlobError) -> LineString {
    guard var reader = Reader(bytes, shape: .lineString), let positions = reader.positions(),
      reader.isAtEnd, let line = try? LineString(positions)
    else { throw .notALine(byteCount: bytes.count) }
    return line
  }

  /// The area in a MultiPolygon's bytes.
  ///
  /// - Throws: ``SpatiaLiteBlobError/notAnArea(byteCount:)`` when the bytes are no multipolygon of
  ///   SRID 4326: another class, a part missing, a byte too many, an open ring, or a position outside
  ///   the globe.
  public static func area(
    in bytes: UnsafeRawBufferPointer
  ) throws(SpatiaLiteBlobError) -> MultiPolygon {
    guard var reader = Reader(bytes, shape: .multiPolygon), let polygons = reader.polygons(),
      reader.isAtEnd, let area = try? MultiPolygon(polygons)
    else { throw .notAnArea(byteCount: bytes.count) }
    return area
  }

  /// Reads the body of a shape, never beyond its end; nil where the bytes do not hold what is asked.
  private struct Reader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 43

    init?(_ bytes: UnsafeRawBufferPointer, shape: ShapeClass) {
      guard bytes.count > 43, bytes[0] == Mark.start, bytes[1] == Mark.littleEndian,
        bytes[38] == Mark.endOfBox, bytes[bytes.count - 1] == Mark.end,
        Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 2, as: Int32.self)) == srid,
        Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 39, as: Int32.self))
          == shape.rawValue
      else { return nil }
      self.bytes = bytes
    }

    /// Whether nothing but the last mark is left.
    var isAtEnd: Bool { offset == bytes.count - 1 }

    private var left: Int { bytes.count - 1 - offset }

    /// A count of things of which each takes `size` bytes or more.
    private mutating func count(ofSize size: Int) -> Int? {
      guard left >= 4 else { return nil }
      let count = Int(
        Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)))
      offset += 4
      return count >= 0 && count <= left / size ? count : nil
    }

    private mutating func double() -> Double {
      defer { offset += 8 }
      return Double(
        bitPattern: UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }

    mutating func positions() -> [Coordinate]? {
      guard let count = count(ofSize: 16) else { return nil }
      var positions: [Coordinate] = []
      positions.reserveCapacity(count)
      for _ in 0..<count {
        let (longitude, latitude) = (double(), double())
        guard let position = try? Coordinate(longitude: longitude, latitude: latitude) else {
          return nil
        }
        positions.append(position)
      }
      return positions
    }

    mutating func polygons() -> [Polygon]? {
      guard let count = count(ofSize: 9) else { return nil }
      var polygons: [Polygon] = []
      for _ in 0..<count {
        guard left >= 5, bytes[offset] == Mark.entity,
          Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 1, as: Int32.self))
            == ShapeClass.polygon.rawValue
        else { return nil }
        offset += 5
        guard let polygon = polygon() else { return nil }
        polygons.append(polygon)
      }
      return polygons
    }

    private mutating func polygon() -> Polygon? {
      guard let count = count(ofSize: 4) else { return nil }
      var rings: [LinearRing] = []
      for _ in 0..<count {
        guard let positions = positions(), let ring = try? LinearRing(positions) else { return nil }
        rings.append(ring)
      }
      guard let exterior = rings.first else { return nil }
      return Polygon(exterior: exterior, interiors: Array(rings.dropFirst()))
    }
  }
}
