/// The geometry of PostGIS as it prints and reads it: little-endian EWKB, SRID 4326, in hexadecimal digits.
///
/// Every coordinate keeps its bits. Source: PostGIS manual 3.3, section 4.1.2; OGC 06-103r4, section 8.
public enum EWKB {
  private static let (point, line, polygon, multiPolygon): (UInt32, UInt32, UInt32, UInt32) =
    (1, 2, 3, 6)
  private static let hasSRID: UInt32 = 0x2000_0000

  /// The digits of a point.
  public static func encode(_ position: Coordinate) -> String { digits(bytes(position)) }

  /// The digits of a line.
  public static func encode(_ shape: LineString) -> String {
    var writer = Writer(line)
    writer.append(shape.positions)
    return digits(writer.bytes)
  }

  /// The digits of an area, as a multipolygon.
  public static func encode(_ area: MultiPolygon) -> String { digits(bytes(area)) }

  /// The bytes of a point.
  public static func bytes(_ position: Coordinate) -> [UInt8] {
    var writer = Writer(point)
    writer.append(position)
    return writer.bytes
  }

  /// The bytes of an area, as a multipolygon.
  public static func bytes(_ area: MultiPolygon) -> [UInt8] {
    var writer = Writer(multiPolygon)
    writer.append(UInt32(area.polygons.count))
    for part in area.polygons {
      writer.bytes.append(1)
      writer.append(polygon)
      writer.append(UInt32(part.rings.count))
      for ring in part.rings { writer.append(ring.positions) }
    }
    return writer.bytes
  }

  /// As PostGIS prints them: in capitals.
  private static func digits(_ bytes: [UInt8]) -> String {
    let table = Array("0123456789ABCDEF".utf8)
    return String(
      decoding: bytes.flatMap { [table[Int($0 >> 4)], table[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The position that digits say; nil where they are no point of SRID 4326.
  public static func point(_ digits: UnsafeBufferPointer<UInt8>) -> Coordinate? {
    guard digits.count == 50, var reader = Reader(digits, point), let position = reader.position()
    else { return nil }
    return position
  }

  /// The line that digits say; nil where they are no line of SRID 4326.
  public static func line(_ digits: UnsafeBufferPointer<UInt8>) -> LineString? {
    guard var reader = Reader(digits, line), let positions = reader.positions(), reader.isAtEnd
    else { return nil }
    return try? LineString(positions)
  }

  /// The area that digits say; nil where they are no multipolygon of SRID 4326, or a ring of theirs is open.
  public static func area(_ digits: UnsafeBufferPointer<UInt8>) -> MultiPolygon? {
    guard var reader = Reader(digits, multiPolygon), let count = reader.count() else { return nil }
    var polygons: [Polygon] = []
    for _ in 0..<count {
      guard reader.byte() == 1, reader.number() == polygon, let rings = reader.count() else {
        return nil
      }
      var closed: [LinearRing] = []
      for _ in 0..<rings {
        guard let positions = reader.positions(), let ring = try? LinearRing(positions) else {
          return nil
        }
        closed.append(ring)
      }
      guard let exterior = closed.first else { return nil }
      polygons.append(Polygon(exterior: exterior, interiors: Array(closed.dropFirst())))
    }
    return reader.isAtEnd ? try? MultiPolygon(polygons) : nil
  }

  private struct Writer {
    var bytes: [UInt8] = [1]

    init(_ kind: UInt32) {
      append(kind | hasSRID)
      append(UInt32(SpatiaLiteBlob.srid))
    }

    mutating func append(_ value: UInt32) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ position: Coordinate) {
      for value in [position.longitude, position.latitude] {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }

    mutating func append(_ positions: [Coordinate]) {
      append(UInt32(positions.count))
      for position in positions { append(position) }
    }
  }

  /// Reads bytes out of digits, never beyond their end.
  private struct Reader {
    private let digits: UnsafeBufferPointer<UInt8>
    private var offset = 0

    init?(_ digits: UnsafeBufferPointer<UInt8>, _ kind: UInt32) {
      self.digits = digits
      guard byte() == 1, number() == kind | hasSRID, number() == UInt32(SpatiaLiteBlob.srid) else {
        return nil
      }
    }

    var isAtEnd: Bool { offset == digits.count }

    mutating func byte() -> UInt8? {
      guard offset + 2 <= digits.count, let high = Self.value(digits[offset]),
        let low = Self.value(digits[offset + 1])
      else { return nil }
      offset += 2
      return high << 4 | low
    }

    private static func value(_ digit: UInt8) -> UInt8? {
      switch digit {
      case 0x30...0x39: digit - 0x30
      case 0x41...0x46: digit - 0x37
      case 0x61...0x66: digit - 0x57
      default: nil
      }
    }

    mutating func number() -> UInt32? {
      var value: UInt32 = 0
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        guard let byte = byte() else { return nil }
        value |= UInt32(byte) << shift
      }
      return value
    }

    /// A count of things, of which each takes some bytes.
    mutating func count() -> Int? {
      number().flatMap { Int($0) <= (digits.count - offset) / 8 ? Int($0) : nil }
    }

    private mutating func double() -> Double? {
      guard let low = number(), let high = number() else { return nil }
      return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
    }

    mutating func position() -> Coordinate? {
      guard let longitude = double(), let latitude = double() else { return nil }
      return try? Coordinate(longitude: longitude, latitude: latitude)
    }

    mutating func positions() -> [Coordinate]? {
      guard let count = count() else { return nil }
      var positions: [Coordinate] = []
      positions.reserveCapacity(count)
      for _ in 0..<count {
        guard let position = position() else { return nil }
        positions.append(position)
      }
      return positions
    }
  }
}
