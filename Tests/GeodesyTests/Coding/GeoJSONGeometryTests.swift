import Foundation
import Geodesy
import Testing
import Words

@Suite("Shapes of a GeoJSON document")
struct GeoJSONGeometryTests {
  static let square = "[[[111, 29], [112, 29], [112, 30], [111, 30], [111, 29]]]"

  private func document(_ text: String) throws -> GeoJSONDocument {
    try GeoJSONDocument(Data(text.utf8))
  }

  private func lines(_ document: GeoJSONDocument) -> [LineString] {
    document.features.compactMap { feature in
      if case .line(let line) = feature.shape { line } else { nil }
    }
  }

  @Test("A FeatureCollection gives its features in order, with text and numbers as text")
  func collection() throws {
    let document = try document(
      """
      {"type": "FeatureCollection", "name": "foreign", "features": [
        {"type": "Feature", "properties": {"name": "澧水", "order": 1, "width": 2.5, "none": null},
         "geometry": {"type": "LineString", "coordinates": [[111.5, 29.5], [111.75, 29.25]]}},
        {"type": "Feature", "properties": null,
         "geometry": {"type": "Polygon", "coordinates": \(Self.square)}},
        {"type": "Feature", "properties": {"name": "nowhere"}, "geometry": null}]}
      """)
    #expect(document.features.count == 2)
    #expect(
      document.features.first?.properties == ["name": "澧水", "order": "1", "width": "2.5"])
    #expect(lines(document).map(\.positions) == [[.at(111.5, 29.5), .at(111.75, 29.25)]])
    #expect(try document.areas().first?.contains(.at(111.5, 29.5)) == true)
  }

  @Test(
    "A Feature and a bare geometry, after a byte order mark or not, hold the same area",
    arguments: [
      #"{"type": "Polygon", "coordinates": \#(square)}"#,
      #"{"type": "MultiPolygon", "coordinates": [\#(square)]}"#,
      "\u{FEFF}{\"type\": \"Polygon\", \"coordinates\": \(square)}",
      #"{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": \#(square)}}"#,
      #"{"type": "FeatureCollection", "features": [{"type": "Polygon", "coordinates": \#(square)}]}"#,
    ])
  func area(text: String) throws {
    let ring = try LinearRing([
      .at(111, 29), .at(112, 29), .at(112, 30), .at(111, 30), .at(111, 29),
    ])
    #expect(try document(text).areas() == [MultiPolygon([Polygon(exterior: ring)])])
  }

  @Test("The rings after the first are holes")
  func holes() throws {
    let areas = try document(
      """
      {"type": "Polygon", "coordinates": [
        [[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[3, 3], [3, 6], [6, 6], [6, 3], [3, 3]]]}
      """
    ).areas()
    let area = try #require(areas.first)
    #expect(area.polygons.map(\.interiors.count) == [1])
    #expect(area.contains(.at(1, 1)))
    #expect(!area.contains(.at(5, 5)))
  }

  @Test("A MultiLineString is as many lines, each with the properties of its feature")
  func multiLineString() throws {
    let document = try document(
      """
      {"type": "Feature", "properties": {"name": "涔水"}, "geometry": {"type": "MultiLineString",
       "coordinates": [[[111, 29], [112, 29]], [[111, 30], [112, 30], [113, 30]]]}}
      """)
    #expect(lines(document).map(\.positions.count) == [2, 3])
    #expect(document.features.map { $0.properties["name"] } == ["涔水", "涔水"])
  }

  @Test("Altitudes are dropped")
  func altitudes() throws {
    let document = try document(
      #"{"type": "LineString", "coordinates": [[111.5, 29.5, 45.2], [111.75, 29.25, 44]]}"#)
    #expect(lines(document).map(\.positions) == [[.at(111.5, 29.5), .at(111.75, 29.25)]])
  }

  @Test(
    "What cannot be read is refused with a sentence",
    arguments: [
      ("", "the file is no JSON"),
      (#"{"type": "Polygon", "#, "the file is no JSON"),
      ("[]", #"the file is no GeoJSON: a "type" of RFC 7946 is missing"#),
      (#"{"a": 1}"#, #"the file is no GeoJSON: a "type" of RFC 7946 is missing"#),
      (
        #"{"type": "FeatureCollection"}"#,
        #"the file is no GeoJSON: a "type" of RFC 7946 is missing"#
      ),
      (
        #"{"type": "Point", "coordinates": [111, 29]}"#,
        "a geometry of type Point is not read here: lines and polygons are"
      ),
      (
        #"{"type": "Feature", "geometry": {"coordinates": []}}"#,
        "a geometry of type none is not read here: lines and polygons are"
      ),
      (
        #"{"type": "LineString", "coordinates": [[111, 29]]}"#,
        "the geometry is broken: the shape has 1 positions where at least 2 are needed"
      ),
      (
        #"{"type": "LineString", "coordinates": [[111, 29], [29]]}"#,
        "the geometry is broken: a position must be two numbers"
      ),
      (
        #"{"type": "LineString", "coordinates": [[111, 29], ["112", "29"]]}"#,
        "the geometry is broken: a position must be two numbers"
      ),
      (
        #"{"type": "MultiLineString", "coordinates": [7]}"#,
        "the geometry is broken: no positions"
      ),
      (
        #"{"type": "LineString", "coordinates": [[29, 111], [29, 112]]}"#,
        "the geometry is broken: longitude and latitude are swapped: GeoJSON has the longitude first, and "
          + "29.0, 111.0 has the latitude first"
      ),
      (
        #"{"type": "LineString", "coordinates": [[181, 29], [180, 29]]}"#,
        "the geometry is broken: longitude 181.0, latitude 29.0 is no position: longitude runs "
          + "from -180 to 180 and latitude from -90 to 90"
      ),
      (
        #"{"type": "Polygon", "coordinates": [[[12423274, 3456789], [12423274, 3456790]]]}"#,
        "the geometry is broken: 12423274.0 is no degree: GeoJSON has degrees on WGS 84 (EPSG:4326), and "
          + "these are metres"
      ),
      (
        #"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}"#,
        "the geometry is broken: the ring is not closed: its last position must repeat its first"
      ),
      (#"{"type": "Polygon", "coordinates": []}"#, "the geometry is broken: the shape is empty"),
      (
        #"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null}, 7]}"#,
        #"feature 2: the file is no GeoJSON: a "type" of RFC 7946 is missing"#
      ),
      (
        #"{"type": "FeatureCollection", "features": [{"type": "Point", "coordinates": [1, 2]}]}"#,
        "feature 1: a geometry of type Point is not read here: lines and polygons are"
      ),
    ])
  func refused(text: String, sentence: String) throws {
    let error = try #require(throws: GeoJSONError.self) { try document(text) }
    #expect(error.description == sentence)
  }

  @Test("A collection's areas are read, and its points are passed over")
  func collectionOfAreas() throws {
    let ring = "[[[111,29],[112,29],[112,30],[111,29]]]"
    let document = try document(
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"#
        + #"{"type":"Polygon","coordinates":\#(ring)},{"type":"GeometryCollection","geometries":["#
        + #"{"type":"MultiPolygon","coordinates":[\#(ring)]}]}]}"#)
    #expect(try document.areas().count == 2)
    let points = try self.document(
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#)
    #expect(throws: GeoJSONError.noArea) { try points.areas() }
  }

  @Test("A document of lines has no area")
  func noArea() throws {
    let document = try document(#"{"type": "LineString", "coordinates": [[111, 29], [112, 29]]}"#)
    let error = try #require(throws: GeoJSONError.self) { try document.areas() }
    #expect(error == .noArea)
    #expect(error.description == "the file holds no Polygon or MultiPolygon")
  }
}
