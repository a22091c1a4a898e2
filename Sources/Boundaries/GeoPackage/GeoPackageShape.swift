import Words

/// The polygons of a GeoPackageBinary: a header, then well-known binary (OGC 12-128r17, section 2.1.3;
/// ISO 19125-1).
struct GeoPackageShape {
  /// The polygons, each its outer ring and its holes.
  private(set) var polygons: [[[RawPoint]]] = []
  /// The lines, where these are wanted.
  private(set) var lines: [[RawPoint]] = []
  /// What is not wanted, by its kind.
  private(set) var others: [String: Int] = [:]
  private(set) var hasHeights = false

  private let bytes: [UInt8]
  private let place: BoundaryNote.Place
  private let wantsLines: Bool
  private var offset = 0

  /// Reads the bytes of a feature.
  ///
  /// - Throws: ``Faults`` for bytes that are cut off, are of another format, or hold arcs.
  init(_ bytes: [UInt8], at place: BoundaryNote.Place, wantsLines: Bool = false) throws {
    (self.bytes, self.place, self.wantsLines) = (bytes, place, wantsLines)
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { throw cut }
    let flags = bytes[3]
    let envelopes = [0, 32, 48, 48, 64]
    let envelope = Int(flags >> 1 & 7)
    // The sixth bit says that the geometry is one of somebody's own.
    guard envelope < envelopes.count, flags & 0x20 == 0 else { throw cut }
    offset = 8 + envelopes[envelope]
    // The fifth says that there is none.
    if flags & 0x10 != 0 { return }
    try readGeometry(depth: 0)
  }

  private var cut: Faults {
    Faults(
      Sentence("boundary.gpkgCut"), at: place, cure: .say(Sentence("boundary.cureGeoPackage")))
  }

  private static let names = [
    1: "Point", 2: "LineString", 4: "MultiPoint", 5: "MultiLineString",
  ]

  private mutating func readGeometry(depth: Int) throws {
    guard depth < 8, offset < bytes.count, bytes[offset] <= 1 else { throw cut }
    let isLittle = bytes[offset] == 1
    offset += 1
    let code = try number(isLittle)
    // ISO adds thousands for heights and measures, PostGIS the highest bits.
    let (kind, thousands) = ((code & 0xFFFF) % 1000, (code & 0xFFFF) / 1000)
    let hasZ = thousands == 1 || thousands == 3 || code & 0x8000_0000 != 0
    let hasM = thousands == 2 || thousands == 3 || code & 0x4000_0000 != 0
    if code & 0x2000_0000 != 0 { _ = try number(isLittle) }
    if hasZ || hasM { hasHeights = true }
    let size = 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0)
    switch kind {
    case 1:
      try skip(size)
      others["Point", default: 0] += 1
    case 2 where wantsLines: lines.append(try points(isLittle, size))
    case 2:
      try skip(Int(number(isLittle)) * size)
      others["LineString", default: 0] += 1
    case 3: try readPolygon(isLittle, size)
    case 4...7, 12:
      let count = try number(isLittle)
      let before = others
      for _ in 0..<count { try readGeometry(depth: depth + 1) }
      if let name = Self.names[Int(kind)], !(wantsLines && kind == 5) {
        others = before
        others[name, default: 0] += 1
      }
    case 8...11, 13, 14:
      throw Faults(
        Sentence("boundary.gpkgCurves"), at: place, cure: .say(Sentence("boundary.cureFlatten")))
    default: throw cut
    }
  }

  private mutating func readPolygon(_ isLittle: Bool, _ size: Int) throws {
    let count = try number(isLittle)
    var rings: [[RawPoint]] = []
    for _ in 0..<count { rings.append(try points(isLittle, size)) }
    if !rings.isEmpty { polygons.append(rings) }
  }

  private mutating func points(_ isLittle: Bool, _ size: Int) throws -> [RawPoint] {
    let count = Int(try number(isLittle))
    guard count <= (bytes.count - offset) / size else { throw cut }
    var points: [RawPoint] = []
    points.reserveCapacity(count)
    for _ in 0..<count {
      points.append(
        RawPoint(
          east: double(offset, isLittle), north: double(offset + 8, isLittle), place: place,
          label: nil))
      offset += size
    }
    return points
  }

  private mutating func number(_ isLittle: Bool) throws -> UInt32 {
    guard offset + 4 <= bytes.count else { throw cut }
    let value = bytes.little(offset)
    offset += 4
    return isLittle ? value : value.byteSwapped
  }

  private mutating func skip(_ count: Int) throws {
    guard count <= bytes.count - offset else { throw cut }
    offset += count
  }

  private func double(_ offset: Int, _ isLittle: Bool) -> Double {
    let bits = bytes[offset..<offset + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Double(bitPattern: isLittle ? bits : bits.byteSwapped)
  }
}
