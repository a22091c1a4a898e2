import Geodesy
import HeritageTestSupport
import Testing
import Words

@Suite("Reading SpatiaLite's lines and areas")
struct SpatiaLiteDecodingTests {
  private let line = try? LineString([.at(111.5, 29.5), .at(111.75, 29.25), .at(112, 29.625)])

  private func area() throws -> MultiPolygon {
    let square = try LinearRing([
      .at(111, 29), .at(112, 29), .at(112, 30), .at(111, 30), .at(111, 29),
    ])
    let hole = try LinearRing([
      .at(111.25, 29.25), .at(111.25, 29.5), .at(111.5, 29.5), .at(111.25, 29.25),
    ])
    let triangle = try LinearRing([.at(113, 29), .at(113.5, 29), .at(113, 29.5), .at(113, 29)])
    return try MultiPolygon([
      Polygon(exterior: square, interiors: [hole]), Polygon(exterior: triangle),
    ])
  }

  private func decodedLine(_ bytes: [UInt8]) throws -> LineString {
    try bytes.withUnsafeBytes { try SpatiaLiteBlob.line(in: $0) }
  }

  private func decodedArea(_ bytes: [UInt8]) throws -> MultiPolygon {
    try bytes.withUnsafeBytes { try SpatiaLiteBlob.area(in: $0) }
  }

  @Test("A line comes back from its bytes")
  func lineRoundTrip() throws {
    let line = try #require(line)
    #expect(try decodedLine(SpatiaLiteBlob.encode(line)) == line)
  }

  @Test("An area with a hole and two polygons comes back from its bytes")
  func areaRoundTrip() throws {
    let area = try area()
    #expect(try decodedArea(SpatiaLiteBlob.encode(area)) == area)
  }

  @Test("Lines of random positions come back to the last bit")
  func randomLines() throws {
    var random = SeededGenerator(seed: 31)
    for count in 2..<60 {
      let line = try LineString((0..<count).map { _ in random.awkwardPosition() })
      #expect(try decodedLine(SpatiaLiteBlob.encode(line)) == line)
    }
  }

  @Test("Bytes cut off anywhere are refused, and so is a byte too many")
  func truncated() throws {
    let line = SpatiaLiteBlob.encode(try #require(line))
    let area = SpatiaLiteBlob.encode(try area())
    for count in 0..<line.count {
      // The last byte is the mark of the end, so that the cut itself is what is found.
      let cut = count == 0 ? [] : Array(line.prefix(count - 1)) + [0xFE]
      #expect(throws: SpatiaLiteBlobError.notALine(byteCount: count)) { try decodedLine(cut) }
    }
    for count in 1..<area.count {
      let cut = Array(area.prefix(count - 1)) + [0xFE]
      #expect(throws: SpatiaLiteBlobError.notAnArea(byteCount: count)) { try decodedArea(cut) }
    }
    #expect(throws: SpatiaLiteBlobError.self) { try decodedLine(line + [0xFE]) }
    #expect(throws: SpatiaLiteBlobError.self) { try decodedArea(area + [0xFE]) }
  }

  @Test("A count beyond the bytes is refused before anything is read", arguments: [43, 52, 56])
  func greedyCount(offset: Int) throws {
    var bytes = SpatiaLiteBlob.encode(try area())
    bytes.replaceSubrange(offset..<offset + 4, with: [0xFF, 0xFF, 0xFF, 0x7F])
    #expect(throws: SpatiaLiteBlobError.notAnArea(byteCount: bytes.count)) {
      try decodedArea(bytes)
    }
  }

  @Test("A shape of another class is refused, and the error says so")
  func otherClass() throws {
    let error = try #require(throws: SpatiaLiteBlobError.self) {
      try decodedLine(SpatiaLiteBlob.encode(.chengtoushan))
    }
    #expect(error.description == "the geometry of 60 bytes is no SpatiaLite line in EPSG:4326")
    let other = try #require(throws: SpatiaLiteBlobError.self) {
      try decodedArea(SpatiaLiteBlob.encode(try #require(line)))
    }
    #expect(
      other.description == "the geometry of 96 bytes is no SpatiaLite multipolygon in EPSG:4326")
  }

  @Test("An open ring and a position outside the globe are refused")
  func brokenShapes() throws {
    let ring = try LinearRing([.at(0, 0), .at(1, 0), .at(0, 1), .at(0, 0)])
    let area = SpatiaLiteBlob.encode(try MultiPolygon([Polygon(exterior: ring)]))
    var open = area
    open[area.count - 2] ^= 0x3F
    #expect(throws: SpatiaLiteBlobError.self) { try decodedArea(open) }
    var far = SpatiaLiteBlob.encode(try #require(line))
    far[far.count - 3] = 0xF0
    far[far.count - 2] = 0x7F
    #expect(throws: SpatiaLiteBlobError.self) { try decodedLine(far) }
  }
}
