import Tables
import Testing
import Words

@Suite("GeoJSON as a sheet")
struct SheetGeoJSONTests {
  private func rows(_ features: String, more: String = "") throws -> [Sheet.Row] {
    let text = #"{"type":"FeatureCollection"\#(more),"features":[\#(features)]}"#
    return try Sheet(geoJSON: Array(text.utf8), file: "f.geojson").rows
  }

  private func row(_ properties: String, _ geometry: String = "null") throws -> Sheet.Row? {
    try rows(#"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#).last
  }

  @Test("The header is every property in the order of its first appearance, then lon and lat")
  func header() throws {
    let rows = try rows(
      """
      {"type":"Feature","properties":{"code":"LX-0001","name_zh":"城头山遗址"},
       "geometry":{"type":"Point","coordinates":[111.6555556,29.6925]}},
      {"geometry":null,"properties":{"notes":"无","code":"LX-0002"},"type":"Feature"}
      """)
    #expect(
      rows == [
        .init(number: 0, cells: ["code", "name_zh", "notes", "lon", "lat"].map { .text($0) }),
        .init(
          number: 1,
          cells: [
            .text("LX-0001"), .text("城头山遗址"), .empty, .number(111.6555556), .number(29.6925),
          ]),
        .init(number: 2, cells: [.text("LX-0002"), .empty, .text("无")]),
      ])
  }

  @Test(
    "A value keeps what the file says",
    arguments: [
      ("111.6555556", .number(111.6555556)), ("-0.5e1", .number(-5)), ("1E+2", .number(100)),
      ("9007199254740992", .number(9_007_199_254_740_992)),
      ("430723000012345678", .text("430723000012345678")), ("\"007\"", .text("007")),
      ("true", .flag(true)), ("false", .flag(false)),
      (#""a\"\\\/\b\f\n\r\t\u6fa7\ud83d\ude00""#, .text("a\"\\/\u{8}\u{C}\n\r\t澧😀")),
      (#"[ 1.50, {"a" : [ ]}, "b\u0020c", null ]"#, .text(#"[1.50,{"a":[]},"b\u0020c",null]"#)),
      ("{}", .text("{}")),
    ] as [(String, Sheet.Value)])
  func values(json: String, expected: Sheet.Value) throws {
    #expect(try row(#"{"a": \#(json)}"#)?.cells == [expected])
  }

  @Test("Null and an empty text are empty cells", arguments: ["null", "\"\""])
  func empty(json: String) throws {
    #expect(try row(#"{"a":\#(json),"b":1}"#)?.cells == [.empty, .number(1)])
  }

  @Test("A Point wins over properties of the names lon and lat, which stand where there is none")
  func positionTwice() throws {
    let point = #"{"type":"Point","coordinates":[111.5,29.5,40]}"#
    #expect(try row(#"{"lat":1,"lon":2}"#, point)?.cells == [.number(29.5), .number(111.5)])
    #expect(try row(#"{"lat":1,"lon":2}"#)?.cells == [.number(1), .number(2)])
  }

  @Test("An id has a column where the properties do not repeat it")
  func identifiers() throws {
    let repeated = try rows(#"{"type":"Feature","id":"LX-1","properties":{"code":"LX-1"}}"#)
    #expect(repeated.first?.cells == ["code", "lon", "lat"].map { .text($0) })
    let own = try rows(#"{"type":"Feature","id":7,"properties":{"name":"a"}}"#)
    #expect(own.first?.cells == ["name", "id", "lon", "lat"].map { .text($0) })
    #expect(own.last?.cells == [.text("a"), .number(7)])
  }

  @Test(
    "WGS 84 and CGCS2000 may be named in the manner of 2008",
    arguments: [
      "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4490",
    ])
  func datum(name: String) throws {
    let crs = #","crs":{"type":"name","properties":{"name":"\#(name)"}}"#
    #expect(try rows("", more: crs).count == 1)
  }

  @Test("A collection of a name and a box has its members passed over, in any order")
  func otherMembers() throws {
    let text = """
      \u{FEFF}{"name":"层","bbox":[1,2,3,4],"features":[],"x":{"y":[true,false,null]},
      "type":"FeatureCollection"}
      """
    let sheet = try Sheet(geoJSON: Array(text.utf8), file: "f.geojson")
    #expect(sheet.rows == [.init(number: 0, cells: [.text("lon"), .text("lat")])])
  }

  @Test(
    "One point is a point in whatever geometry it is written, and an empty geometry is no place",
    arguments: [
      (#"{"type":"Point","coordinates":[111.5,29.5]}"#, true),
      (#"{"coordinates":[[111.5,29.5,41]],"type":"MultiPoint"}"#, true),
      (#"{"type":"MultiPoint","coordinates":[[111.5,29.5],[111.5,29.5]]}"#, true),
      (
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[111.5,29.5]}]}"#,
        true
      ),
      (
        #"{"type":"GeometryCollection","geometries":[{"type":"MultiPoint","coordinates":[[111.5,29.5]]},"#
          + #"{"type":"Polygon","coordinates":[]}]}"#, true
      ),
      (#"{"type":"Point","coordinates":[]}"#, false),
      (#"{"type":"MultiPoint","coordinates":[]}"#, false),
      (#"{"type":"GeometryCollection","geometries":[]}"#, false), ("null", false),
    ])
  func onePoint(geometry: String, isThere: Bool) throws {
    let text =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":\#(geometry)}]}"#
    let sheet = try Sheet(geoJSON: Array(text.utf8), file: "f.geojson")
    #expect(
      sheet.rows.last?.cells
        == (isThere ? [.number(1), .number(111.5), .number(29.5)] : [.number(1)]))
    #expect(sheet.faults.isEmpty)
  }

  @Test(
    "What is more than a point is the fault of its row, and keeps its corners",
    arguments: [
      (#"{"type":"Polygon","coordinates":[[[1,2],[3,2],[3,4],[1,2]]]}"#, "Polygon", 4),
      (#"{"type":"MultiPolygon","coordinates":[[[[1,2],[3,2],[3,4],[1,2]]]]}"#, "MultiPolygon", 4),
      (#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, "LineString", 2),
      (#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, "MultiPoint", 2),
      (
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"#
          + #"{"type":"LineString","coordinates":[[1,2],[3,4]]}]}"#, "GeometryCollection", 3
      ),
    ])
  func shapes(geometry: String, type: String, corners: Int) throws {
    let text =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null},"#
      + #"{"type":"Feature","properties":{"a":2},"geometry":\#(geometry)}]}"#
    let sheet = try Sheet(geoJSON: Array(text.utf8), file: "f.geojson")
    #expect(sheet.rows.map(\.cells.first) == [.text("a"), .number(1), .number(2)])
    #expect(sheet.faults.keys.sorted() == [2])
    #expect(
      sheet.faults[2]?.reason.description
        == "the geometry is a “\(type)”, and only a Point can be the place of a row")
    #expect(sheet.faults[2]?.corners.count == corners)
  }

  @Test(
    "A datum may be named in the older manner, and be a zone in metres",
    arguments: [
      (#"{"type":"EPSG","properties":{"code":4326}}"#, "lon", "lat"),
      (
        #"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4525"}}"#, "Y (EPSG:4525)",
        "X (EPSG:4525)"
      ),
      (#"{"type":"EPSG","properties":{"code":4497}}"#, "Y (EPSG:4497)", "X (EPSG:4497)"),
    ])
  func datums(crs: String, first: String, second: String) throws {
    let rows = try rows(
      #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[7,8]}}"#,
      more: ",\"crs\":" + crs)
    #expect(
      rows.map(\.cells) == [
        ["a", first, second].map { .text($0) }, [.number(1), .number(7), .number(8)],
      ])
  }

  @Test("Another datum is refused", arguments: [3857, 4214, 32649])
  func otherDatums(code: Int) {
    #expect(throws: SheetFileError.self) {
      try rows("", more: #","crs":{"type":"EPSG","properties":{"code":\#(code)}}"#)
    }
  }
}
