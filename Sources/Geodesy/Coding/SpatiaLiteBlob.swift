public import Words

/// SpatiaLite's binary geometry: little-endian, SRID 4326, with the box of the shape in front.
///
/// Source: the SpatiaLite documentation, *BLOB-Geometry format*. Layout: 0x00, 0x01 (little-endian),
/// SRID, four doubles of the box, 0x7C, class, body, 0xFE.
public enum SpatiaLiteBlob {
  /// The SRID of every geometry of a register: WGS 84.
  public static let srid: Int32 = 4326

  enum Mark {
    static let start: UInt8 = 0x00
    static let littleEndian: UInt8 = 0x01
    static let endOfBox: UInt8 = 0x7C
    static let entity: UInt8 = 0x69
    static let end: UInt8 = 0xFE
  }

  enum ShapeClass: Int32 {
    case point = 1
    case lineString = 2
    case polygon = 3
    case multiPolygon = 6
  }

  /// The 60 bytes of a point.
  public static func encode(_ point: Coordinate) -> [UInt8] {
    var writer = Writer(box: [point], shape: .point)
    writer.append(point)
    return writer.finish()
  }

  /// The bytes of a line.
  public static func encode(_ line: LineString) -> [UInt8] {
    var writer = Writer(box: line.positions, shape: .lineString)
    writer.append(line.positions)
    return writer.finish()
  }

  /// The bytes of an area, as a multipolygon.
  public static func encode(_ area: MultiPolygon) -> [UInt8] {
    var writer = Writer(
      box: area.polygons.flatMap(\.exterior.positions), shape: .multiPolygon)
    writer.append(Int32(area.polygons.count))
    for polygon in area.polygons {
      writer.bytes.append(Mark.entity)
      writer.append(ShapeClass.polygon.rawValue)
      writer.append(Int32(polygon.rings.count))
      for ring in polygon.rings { writer.append(ring.positions) }
    }
    return writer.finish()
  }

  /// The position in a point's bytes.
  ///
  /// - Throws: ``SpatiaLiteBlobError`` when the bytes are no point of SRID 4326.
  @inlinable
  public static func point(
    in bytes: UnsafeRawBufferPointer
  ) throws(SpatiaLiteBlobError) -> Coordinate {
    guard bytes.count == 60, bytes[0] == 0x00, bytes[1] == 0x01, bytes[38] == 0x7C,
      bytes[59] == 0xFE,
      Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 2, as: Int32.self)) == srid,
      Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 39, as: Int32.self)) == 1
    else { throw .notAPoint(byteCount: bytes.count) }
    func double(at offset: Int) -> Double {
      Double(
        bitPattern: UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    return Coordinate(uncheckedLongitude: double(at: 43), latitude: double(at: 51))
  }

  private struct Writer {
    var bytes: [UInt8] = [Mark.start, Mark.littleEndian]

    init(box positions: [Coordinate], shape: ShapeClass) {
      append(srid)
      let box = BoundingBox(containing: positions)
      for edge in [box?.west, box?.south, box?.east, box?.north] { append(edge ?? 0) }
      bytes.append(Mark.endOfBox)
      append(shape.rawValue)
    }

    mutating func append(_ value: Int32) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ value: Double) {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ point: Coordinate) {
      append(point.longitude)
      append(point.latitude)
    }

    mutating func append(_ positions: [Coordinate]) {
      append(Int32(positions.count))
      for position in positions { append(position) }
    }

    consuming func finish() -> [UInt8] {
      bytes.append(Mark.end)
      return bytes
    }
  }
}

/// Why bytes are no geometry of a register.
public enum SpatiaLiteBlobError: Cause, Equatable, Sendable {
  /// The bytes are not a little-endian point of SRID 4326.
  case notAPoint(byteCount: Int)
  /// The bytes are not a little-endian line of SRID 4326.
  case notALine(byteCount: Int)
  /// The bytes are not a little-endian multipolygon of SRID 4326.
  case notAnArea(byteCount: Int)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .notAPoint(let count):
      Sentence("geodesy.notAPoint", ["count": count])
    case .notALine(let count):
      Sentence("geodesy.notALine", ["count": count])
    case .notAnArea(let count):
      Sentence("geodesy.notAnArea", ["count": count])
    }
  }
}
