extension Geometry {
  /// The geometry as well-known binary in two dimensions, little end first (OGC 06-103r4, clause
  /// 8).
  public var wellKnownBinary: [UInt8] {
    var bytes: [UInt8] = []
    Self.append(form, to: &bytes)
    return bytes
  }

  private static func append(_ form: Form, to bytes: inout [UInt8]) {
    func number(_ number: Int) {
      withUnsafeBytes(of: UInt32(number).littleEndian) { bytes.append(contentsOf: $0) }
    }
    func head(_ type: Int) {
      bytes.append(1)
      number(type)
    }
    func coordinates(_ position: Position) {
      for value in [position.x, position.y] {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    func line(_ positions: [Position]) {
      number(positions.count)
      positions.forEach(coordinates)
    }
    func rings(_ rings: [[Position]]) {
      number(rings.count)
      rings.forEach(line)
    }
    switch form {
    case .point(let position):
      head(1)
      coordinates(position)
    case .line(let positions):
      head(2)
      line(positions)
    case .polygon(let polygon):
      head(3)
      rings(polygon)
    case .points(let positions):
      head(4)
      number(positions.count)
      for position in positions {
        head(1)
        coordinates(position)
      }
    case .lines(let lines):
      head(5)
      number(lines.count)
      for positions in lines {
        head(2)
        line(positions)
      }
    case .polygons(let polygons):
      head(6)
      number(polygons.count)
      for polygon in polygons {
        head(3)
        rings(polygon)
      }
    case .collection(let parts):
      head(7)
      number(parts.count)
      for part in parts { append(part.form, to: &bytes) }
    }
  }
}
