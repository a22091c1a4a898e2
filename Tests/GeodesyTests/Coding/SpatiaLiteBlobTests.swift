import Geodesy
import HeritageTestSupport
import Testing
import Words

/// The expected bytes are those of SpatiaLite 5.0.1 for `hex(GeomFromText(…, 4326))`.
@Suite("SpatiaLite's binary geometry")
struct SpatiaLiteBlobTests {
  @Test("A point has the bytes that SpatiaLite writes")
  func point() {
    // MakePoint(111.65556, 29.69167, 4326)
    #expect(
      hex(SpatiaLiteBlob.encode(.chengtoushan))
        == "0001E6100000"
        + "3524EEB1F4E95B40D39FFD4811B13D403524EEB1F4E95B40D39FFD4811B13D40"
        + "7C010000003524EEB1F4E95B40D39FFD4811B13D40FE")
    // POINT(-0.5 -90)
    #expect(
      hex(SpatiaLiteBlob.encode(.at(-0.5, -90)))
        == "0001E6100000"
        + "000000000000E0BF00000000008056C0000000000000E0BF00000000008056C0"
        + "7C01000000000000000000E0BF00000000008056C0FE")
  }

  @Test("A line has the bytes that SpatiaLite writes")
  func line() throws {
    // LINESTRING(111.5 29.5, 111.75 29.25, 112 29.625)
    let line = try LineString([.at(111.5, 29.5), .at(111.75, 29.25), .at(112, 29.625)])
    #expect(
      hex(SpatiaLiteBlob.encode(line))
        == "0001E6100000"
        + "0000000000E05B400000000000403D400000000000005C400000000000A03D40"
        + "7C0200000003000000"
        + "0000000000E05B400000000000803D40"
        + "0000000000F05B400000000000403D40"
        + "0000000000005C400000000000A03D40"
        + "FE")
  }

  @Test("An area with a hole and two polygons has the bytes that SpatiaLite writes")
  func area() throws {
    // MULTIPOLYGON(((111 29, 112 29, 112 30, 111 30, 111 29),
    //   (111.25 29.25, 111.25 29.5, 111.5 29.5, 111.25 29.25)),
    //   ((113 29, 113.5 29, 113 29.5, 113 29)))
    let square = try LinearRing([
      .at(111, 29), .at(112, 29), .at(112, 30), .at(111, 30), .at(111, 29),
    ])
    let hole = try LinearRing([
      .at(111.25, 29.25), .at(111.25, 29.5), .at(111.5, 29.5), .at(111.25, 29.25),
    ])
    let triangle = try LinearRing([.at(113, 29), .at(113.5, 29), .at(113, 29.5), .at(113, 29)])
    let area = try MultiPolygon([
      Polygon(exterior: square, interiors: [hole]), Polygon(exterior: triangle),
    ])
    #expect(
      hex(SpatiaLiteBlob.encode(area))
        == "0001E6100000"
        + "0000000000C05B400000000000003D400000000000605C400000000000003E40"
        + "7C0600000002000000"
        + "690300000002000000"
        + "05000000"
        + "0000000000C05B400000000000003D400000000000005C400000000000003D40"
        + "0000000000005C400000000000003E400000000000C05B400000000000003E40"
        + "0000000000C05B400000000000003D40"
        + "04000000"
        + "0000000000D05B400000000000403D400000000000D05B400000000000803D40"
        + "0000000000E05B400000000000803D400000000000D05B400000000000403D40"
        + "690300000001000000"
        + "04000000"
        + "0000000000405C400000000000003D400000000000605C400000000000003D40"
        + "0000000000405C400000000000803D400000000000405C400000000000003D40"
        + "FE")
  }

  @Test("A point comes back from its bytes to the last bit")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 30)
    for _ in 0..<Cases.count(500) {
      let point = random.awkwardPosition()
      #expect(try decoded(SpatiaLiteBlob.encode(point)) == point)
    }
  }

  @Test(
    "A byte of the frame that differs makes no point",
    arguments: [0, 1, 2, 38, 39, 59])
  func brokenFrame(index: Int) {
    var bytes = SpatiaLiteBlob.encode(.chengtoushan)
    bytes[index] ^= 0x40
    #expect(throws: SpatiaLiteBlobError.notAPoint(byteCount: 60)) { try decoded(bytes) }
  }

  @Test("Bytes of another length make no point", arguments: [0, 1, 59, 61])
  func brokenLength(count: Int) {
    let point = SpatiaLiteBlob.encode(.chengtoushan)
    let bytes = Array((point + point).prefix(count))
    #expect(throws: SpatiaLiteBlobError.notAPoint(byteCount: count)) { try decoded(bytes) }
  }

  @Test("A line is no point, and the error says so")
  func lineIsNoPoint() throws {
    let line = try LineString([.chengtoushan, .pengtoushan])
    let error = try #require(throws: SpatiaLiteBlobError.self) {
      try decoded(SpatiaLiteBlob.encode(line))
    }
    #expect(
      error.description == "the geometry of 80 bytes is no SpatiaLite point in EPSG:4326")
  }

  private func decoded(_ bytes: [UInt8]) throws -> Coordinate {
    try bytes.withUnsafeBytes { try SpatiaLiteBlob.point(in: $0) }
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
