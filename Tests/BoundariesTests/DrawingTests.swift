import Boundaries
import Foundation
import Geodesy
import HeritageTestSupport
import Testing
import Words

@Suite("Drawings, shapefiles, placemarks and GeoJSON")
struct DrawingTests {
  private static func drawing(_ entities: String) -> String {
    "0\nSECTION\n2\nENTITIES\n\(entities)\n0\nENDSEC\n0\nEOF\n"
  }

  private static func polyline(
    _ points: [(Double, Double, Double)], layer: String = "红线", isClosed: Bool = true
  ) -> String {
    "0\nLWPOLYLINE\n8\n\(layer)\n90\n\(points.count)\n70\n\(isClosed ? 1 : 0)\n"
      + points.map {
        "10\n\(37_563_000 + $0.0)\n20\n\(3_286_000 + $0.1)" + ($0.2 == 0 ? "" : "\n42\n\($0.2)")
      }.joined(separator: "\n")
  }

  private static func oldPolyline(_ points: [(Double, Double, Double)]) -> String {
    "0\nPOLYLINE\n8\n红线\n66\n1\n70\n1\n"
      + points.map {
        "0\nVERTEX\n8\n红线\n10\n\(37_563_000 + $0.0)\n20\n\(3_286_000 + $0.1)\n42\n\($0.2)"
      }.joined(separator: "\n") + "\n0\nSEQEND"
  }

  @Test("Two half circles are a disc to a millimetre, in polylines new and old")
  func bulges() throws {
    let ends = [(0.0, 0.0, 1.0), (100.0, 0.0, 1.0)]
    for entity in [Self.polyline(ends), Self.oldPolyline(ends)] {
      let plane = try Samples.read(text: Self.drawing(entity), name: "a.dxf", datum: "gk3:37").plane
      let area = Double.pi * 2500
      #expect(plane.squareMetres < area)
      #expect(plane.squareMetres > area * (1 - 2 * 0.001 / 50))
      for point in plane.polygons[0].exterior {
        #expect(abs(hypot(point.x - 563_050, point.y - 3_286_000) - 50) < 1e-6)
      }
    }
  }

  @Test(
    "What is no outline is refused, with what to do",
    arguments: [
      (polyline([(0, 0, 0), (9, 0, 0), (9, 9, 0)], isClosed: false), "boundary.openPolyline"),
      ("0\nINSERT\n8\n0\n2\nB1\n10\n1\n20\n1", "boundary.onlyBlocks"),
      ("0\nLINE\n8\n0\n10\n1\n20\n1\n11\n2\n21\n2", "boundary.noOutlineDrawn"),
      (
        polyline([(0, 0, 0), (9, 0, 0), (9, 9, 0)], layer: "红线") + "\n"
          + polyline([(50, 0, 0), (59, 0, 0), (59, 9, 0)], layer: "道路"), "boundary.severalLayers"
      ),
      (polyline([(0, 0, 0), (9, 0, 0), (9, 9, 0)]) + "\n230\n-1", "boundary.mirrored"),
      ("0\nLWPOLYLINE\n8\n0\n70\n1\n10\nabc\n20\n1", "boundary.noNumber"),
      (
        "0\nHATCH\n8\n0\n91\n1\n92\n1\n93\n1\n72\n3\n10\n1\n20\n1", "boundary.curvedHatch"
      ),
    ])
  func refused(entities: String, key: String) throws {
    let error = try Samples.refusal {
      try Samples.read(text: Self.drawing(entities), name: "a.dxf", datum: "gk3:37")
    }
    #expect(error.faults.first?.reason.key == key)
    #expect(error.faults.first?.cure != nil)
  }

  @Test("A layer is chosen; what else is drawn is said")
  func layer() throws {
    let text = Self.drawing(
      Self.polyline([(0, 0, 0), (90, 0, 0), (90, 90, 0)], layer: "红线") + "\n"
        + Self.polyline([(50, 0, 0), (59, 0, 0), (59, 9, 0)], layer: "道路") + "\n"
        + Self.polyline([(0, 0, 0), (9, 0, 0)], layer: "注记", isClosed: false)
        + "\n0\nCIRCLE\n8\n红线\n10\n1\n20\n1\n40\n1")
    let file = try Samples.read(text: text, name: "a.dxf", datum: "gk3:37", layer: "红线")
    #expect(abs(file.plane.squareMetres - 4050) < 1e-6)
    #expect(file.remarks.map(\.reason.key) == ["boundary.entities", "boundary.openPolyline"])
  }

  @Test("Binary drawings and DWG are refused by what they are")
  func binary() throws {
    for (bytes, key) in [
      (Array("AutoCAD Binary DXF\r\n".utf8), "boundary.binaryDXF"),
      (Array("AC1032\0\0\0".utf8), "boundary.dwg"),
    ] {
      let error = try Samples.refusal {
        try BoundaryFile(BoundarySource(name: "a.dxf", bytes: bytes))
      }
      #expect(error.faults.map(\.reason.key) == [key])
    }
  }

  @Test("A shapefile that is cut off, of points or of another zone is refused")
  func shapefiles() throws {
    let shape = try Samples.bytes("03-hole-gk37.shp")
    let projection = String(decoding: try Samples.bytes("03-hole-gk37.prj"), as: UTF8.self)
    func refusal(_ bytes: [UInt8], prj: String?) throws -> String? {
      try Samples.refusal {
        try BoundaryFile(
          BoundarySource(name: "a.shp", bytes: bytes) { ending in
            ending == "prj" ? prj.map { Array($0.utf8) } : nil
          })
      }.faults.first?.reason.key
    }
    #expect(try refusal(Array(shape.prefix(200)), prj: projection) == "boundary.shpCut")
    var points = shape
    points[32] = 1
    #expect(try refusal(points, prj: projection) == "boundary.shpPoints")
    #expect(
      try refusal(
        shape,
        prj: projection.replacing("37500000", with: "38500000")
          .replacing("111.0", with: "114.0")) == "boundary.prefixDiffers")
    #expect(
      try refusal(shape, prj: projection.replacing("D_China_2000", with: "D_Xian_1980"))
        == "boundary.oldSystem")
    #expect(try refusal(shape, prj: "PROJCS[\"NAD83\"]") == "boundary.otherPRJ")
    for end in stride(from: 100, to: shape.count, by: 7) {
      #expect(try refusal(Array(shape.prefix(end)), prj: projection) != nil)
    }
  }

  @Test("A KMZ is read; entities, links and lines alone are not")
  func placemarks() throws {
    let text = String(decoding: try Samples.bytes("03-hole.kml"), as: UTF8.self)
    let packed = ZIPMaker([ZIPMaker.Entry("doc.kml", text)]).bytes
    let file = try BoundaryFile(BoundarySource(name: "a.kmz", bytes: packed))
    #expect(abs(file.plane.squareMetres - 37_632.98) < 0.05)
    let head = "<?xml version=\"1.0\"?>\n"
    for (text, key) in [
      (
        head + "<!DOCTYPE kml [<!ENTITY a \"b\">]>\n<kml><Placemark/></kml>",
        "workbook.documentType"
      ),
      (head + "<kml><NetworkLink><Link/></NetworkLink></kml>", "boundary.links"),
      (
        head
          + "<kml><Placemark><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark></kml>",
        "boundary.noAreas"
      ),
      (
        head
          + "<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>111,x</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>",
        "boundary.badPosition"
      ),
      (head + "<kml><Placemark>", "workbook.damagedXML"),
    ] {
      let error = try Samples.refusal { try Samples.read(text: text, name: "a.kml") }
      #expect(error.faults.first?.reason.key == key)
    }
  }

  @Test("Placemarks of Amap are moved by hundreds of metres when they are declared")
  func shifted() throws {
    let plain = try Samples.read("03-hole.kml").plots[0].shape.polygons[0].exterior.positions[0]
    let moved = try Samples.read("03-hole.kml", datum: "gcj02").plots[0].shape.polygons[0]
      .exterior.positions[0]
    #expect(Geodesic.distance(plain, moved) > .metres(300))
  }

  @Test(
    "GeoJSON that is no area in China is refused",
    arguments: [
      (#"{"type":"FeatureCollection","features":[]}"#, "boundary.emptyCollection"),
      (#"{"type":"Point","coordinates":[111.6,29.6]}"#, "boundary.noAreas"),
      (#"{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,7],[1,2]]]}"#, "boundary.noPlaceInChina"),
      (
        #"{"type":"Polygon","coordinates":[[[179,29],[-179,29],[-179,30],[179,29]]]}"#,
        "boundary.noPlaceInChina"
      ),
      (#"{"type":"Polygon","coordinates":[[[111.6,"a"]]]}"#, "boundary.badPosition"),
      (#"{"type":"Polygon","coordinates":[[[111.6,29.6"#, "table.jsonCut"),
      (#"{"a":1}"#, "boundary.notGeoJSON"),
      (
        #"{"type":"Polygon","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"coordinates":[[[111.6,29.6],[111.7,29.6],[111.7,29.7],[111.6,29.6]]]}"#,
        "boundary.otherCRS"
      ),
      (
        #"{"type":"Polygon","coordinates":[[[111.6,29.6],[111.7,29.6],[111.7,29.7],[111.6,29.6]],[[112.6,29.6],[112.7,29.6],[112.7,29.7],[112.6,29.6]]]}"#,
        "boundary.holeOutside"
      ),
    ])
  func geoJSON(text: String, key: String) throws {
    let error = try Samples.refusal { try Samples.read(text: text, name: "a.geojson") }
    #expect(error.faults.first?.reason.key == key)
  }

  @Test("An old crs of a zone is read, and axes that are turned are put right")
  func oldGeoJSON() throws {
    let grid =
      #"{"type":"Polygon","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4525"}},"coordinates":[[[37563447.873,3286114.862],[37563460.218,3286295.112],[37563668.273,3286291.902],[37563662.773,3286106.097],[37563447.873,3286114.862]]]}"#
    let file = try Samples.read(text: grid, name: "a.geojson")
    #expect(abs(file.plane.squareMetres - 38_759.62) < 0.02)
    #expect(file.datum.datum.code == "gk3:37")
    let turned =
      #"{"type":"Polygon","coordinates":[[[29.6,111.6],[29.6,111.7],[29.7,111.7],[29.6,111.6]]]}"#
    let read = try Samples.read(text: turned, name: "a.geojson")
    #expect(read.plots[0].shape.boundingBox.west == 111.6)
    #expect(read.remarks.map(\.reason.key) == ["boundary.swappedDegrees"])
  }

  @Test("Files that are something else are named")
  func others() throws {
    for (bytes, name) in [
      (Array("%PDF-1.7\n".utf8), "a.txt"), ([0xFF, 0xD8, 0xFF, 0xE0], "a.txt"), ([], "a.txt"),
      (ZIPMaker([ZIPMaker.Entry("a.shp", "x")]).bytes, "a.zip"),
    ] {
      let error = try Samples.refusal { try BoundaryFile(BoundarySource(name: name, bytes: bytes)) }
      #expect(error.faults.map(\.reason.key) == ["boundary.otherFile"])
    }
  }
}
