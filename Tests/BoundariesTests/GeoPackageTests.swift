import Foundation
import Geodesy
import HeritageTestSupport
import Testing
import Words

@testable import Boundaries

@Suite("GeoPackages of outlines")
struct GeoPackageTests {
  /// The header of a GeoPackageBinary without an envelope, then well-known binary.
  private static func header(flags: UInt8 = 1) -> [UInt8] { [0x47, 0x50, 0, flags, 0, 0, 0, 0] }

  private static func number(_ value: UInt32, isLittle: Bool = true) -> [UInt8] {
    withUnsafeBytes(of: isLittle ? value.littleEndian : value.bigEndian, Array.init)
  }

  private static func double(_ value: Double, isLittle: Bool = true) -> [UInt8] {
    let bits = value.bitPattern
    return withUnsafeBytes(of: isLittle ? bits.littleEndian : bits.bigEndian, Array.init)
  }

  private static func polygon(isLittle: Bool = true, code: UInt32 = 3, extra: Int = 0) -> [UInt8] {
    let corners = [(1.0, 2.0), (4, 2), (4, 6), (1, 2)]
    var bytes: [UInt8] = [isLittle ? 1 : 0]
    for value in [code, 1, UInt32(corners.count)] { bytes += number(value, isLittle: isLittle) }
    for (x, y) in corners {
      bytes += double(x, isLittle: isLittle) + double(y, isLittle: isLittle)
      for _ in 0..<extra { bytes += double(9, isLittle: isLittle) }
    }
    return bytes
  }

  private static func shape(_ bytes: [UInt8]) throws -> GeoPackageShape {
    try GeoPackageShape(bytes, at: .feature(1))
  }

  private static func corners(_ shape: GeoPackageShape) -> [[Double]] {
    shape.polygons.joined().joined().map { [$0.east, $0.north] }
  }

  @Test("The sample is that of GeoJSON, in the datum that its layer names")
  func sample() throws {
    let file = try Samples.read("03-hole.gpkg")
    let twin = try Samples.read("03-hole.geojson")
    #expect(file.format == .geoPackage)
    #expect((file.datum.datum, file.datum.basis) == (.cgcs2000, .header))
    #expect(file.plots[0].shape == twin.plots[0].shape)
    #expect(file.plots[0].name == "带孔地块")
    #expect(file.plots[0].properties.contains(Plot.Property("DKBH", "1")))
  }

  @Test("Polygons are read in either order of bytes, with heights and with any envelope")
  func forms() throws {
    let wanted: [[Double]] = [[1, 2], [4, 2], [4, 6], [1, 2]]
    for isLittle in [true, false] {
      for (code, extra) in [
        (UInt32(3), 0), (1003, 1), (2003, 1), (3003, 2), (0x8000_0003, 1), (0xC000_0003, 2),
      ] {
        for (flags, size) in [(UInt8(1), 0), (3, 32), (5, 48), (9, 64)] {
          let bytes =
            Self.header(flags: flags) + [UInt8](repeating: 0, count: size)
            + Self.polygon(isLittle: isLittle, code: code, extra: extra)
          let shape = try Self.shape(bytes)
          #expect(Self.corners(shape) == wanted)
          #expect(shape.hasHeights == (extra > 0))
        }
      }
    }
    let two =
      Self.header() + [1] + Self.number(6) + Self.number(2) + Self.polygon() + Self.polygon()
    #expect(try Self.shape(two).polygons.count == 2)
    let point = Self.header() + [1] + Self.number(1) + Self.double(1) + Self.double(2)
    #expect(try Self.shape(point).others == ["Point": 1])
    #expect(try Self.shape(Self.header(flags: 0x11)).polygons.isEmpty)
    let arc = Self.header() + [1] + Self.number(10) + Self.number(0)
    #expect(throws: Faults.self) { try Self.shape(arc) }
  }

  @Test("Bytes that are cut off anywhere are refused, and changed ones never end the program")
  func damaged() throws {
    let whole =
      Self.header() + [1] + Self.number(6) + Self.number(2) + Self.polygon() + Self.polygon()
    for end in 0..<whole.count {
      #expect(throws: Faults.self) { try Self.shape(Array(whole[..<end])) }
    }
    var generator = SeededGenerator(seed: 3)
    let file = try Samples.bytes("03-hole.gpkg")
    var read = 0
    for _ in 0..<HeritageTestSupport.Cases.count(300) {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      _ = try? Self.shape(bytes)
      var changed = file
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        changed[Int.random(in: 16..<changed.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      if (try? BoundaryFile(BoundarySource(name: "a.gpkg", bytes: changed))) != nil { read += 1 }
    }
    #expect(read > 0)
  }

  @Test(
    "A file is refused with its reason: a layer that is not there, a log beside it, one that is cut"
  )
  func refused() throws {
    let bytes = try Samples.bytes("03-hole.gpkg")
    func reason(
      _ bytes: [UInt8], layer: String? = nil, log: [UInt8]? = nil
    ) throws -> (String, BoundaryNote.Cure?) {
      let error = try Samples.refusal {
        try BoundaryFile(
          BoundarySource(name: "a.gpkg", bytes: bytes) { $0 == "gpkg-wal" ? log : nil },
          options: BoundaryOptions(layer: layer))
      }
      return (error.faults[0].reason.text(in: .en), error.faults[0].cure)
    }
    let (missing, cure) = try reason(bytes, layer: "nope")
    #expect(missing == "the GeoPackage has no layer nope")
    #expect(cure == .chooseLayer(["zones"]))
    #expect(
      try reason(bytes, log: [UInt8](repeating: 1, count: 5000)).0
        .hasPrefix("another program has the GeoPackage open"))
    #expect(try reason(Array(bytes[..<2000])).0 == "the GeoPackage is damaged")
    // An empty log says nothing.
    let read = try BoundaryFile(
      BoundarySource(name: "a.gpkg", bytes: bytes) { _ in [] },
      options: BoundaryOptions(layer: "ZONES"))
    #expect(read.plots.count == 1)
  }
}

@Suite("Faults that were read as something else")
struct MisreadTests {
  @Test(
    "Each is named for what it is",
    arguments: [
      (
        "a.txt", #"{"type":"FeatureCollection","features":[{"type""#,
        "line 1: the JSON ends in the middle"
      ),
      ("a.geojson", "nothing of the kind", "line 1: "),
      (
        "a.kml",
        #"<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>"#,
        "the file has no placemarks"
      ),
      (
        "b.txt",
        Samples.text([Samples.plot, Samples.square[0], "J2,1,3286295.112", Samples.square[2]]),
        #"line 8: "J2,1,3286295.112": the row has X 3286295.112 and no Y"#
      ),
      (
        "c.txt",
        Samples.text([Samples.plot, Samples.square[0], "J2,1,3286295.112,", Samples.square[2]]),
        #"line 8: "J2,1,3286295.112": the row has X 3286295.112 and no Y"#
      ),
    ])
  func named(_ name: String, text: String, says: String) throws {
    let error = try Samples.refusal { try Samples.read(text: text, name: name) }
    #expect(error.faults[0].sentence.text(in: .en).hasPrefix(says))
    #expect(error.faults[0].cure != nil)
  }

  @Test("Rows of a label and two whole degrees, without a ring, are points still")
  func degrees() throws {
    let rows = ["J1,111,29", "J2,112,29", "J3,112,30", "J1,111,29"]
    let file = try Samples.read(text: Samples.text([Samples.plot] + rows), datum: "cgcs2000")
    #expect(file.plots[0].shape.polygons[0].exterior.positions.count == 4)
  }
}
