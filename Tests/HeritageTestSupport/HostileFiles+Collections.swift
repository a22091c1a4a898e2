/// GeoJSON that is none.
extension HostileFile {
  /// A collection of these features.
  private static func collection(_ features: String) -> String {
    #"{"type":"FeatureCollection","features":[\#(features)]}"#
  }

  /// A feature with these properties and a point.
  private static func feature(_ properties: String, _ coordinates: String = "[111.7,29.6]")
    -> String
  {
    #"{"type":"Feature","properties":{\#(properties)},"geometry":"#
      + #"{"type":"Point","coordinates":\#(coordinates)}}"#
  }

  private static let needed = "a GeoJSON FeatureCollection is needed, and this is "

  static let collections: [HostileFile] = [
    HostileFile(
      "cut.geojson", "cut.geojson, line 2: the JSON ends in the middle",
      text: "{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feat"),
    HostileFile(
      "deep.geojson", "deep.geojson: \(needed)no object"
    ) { [UInt8](repeating: 0x5B, count: 1 << 20) },
    HostileFile(
      "deeper.geojson",
      "deeper.geojson, line 1: lists and objects stand in each other deeper than 64",
      text: collection(feature(#""a":"# + String(repeating: #"{"a":"#, count: 100_000)))),
    HostileFile(
      "nan.geojson", "nan.geojson, line 1: “N” is out of place in the JSON",
      text: collection(feature("", "[NaN,29.6]"))),
    HostileFile(
      "infinity.geojson", "infinity.geojson, line 1: a number is not written as JSON wants it",
      text: collection(feature(#""a":-Infinity"#))),
    HostileFile(
      "zero.geojson", "zero.geojson, line 1: a number is not written as JSON wants it",
      text: collection(feature(#""a":007"#))),
    HostileFile(
      "half.geojson",
      "half.geojson, line 1: an escape in a text is none of JSON's, or half a character",
      text: collection(feature(#""a":"\ud800""#))),
    HostileFile(
      "control.geojson",
      "control.geojson, line 1: a line break or a control character stands in a text",
      text: collection(feature("\"a\":\"b\nc\""))),
    HostileFile(
      "trailing.geojson", "trailing.geojson, line 2: something follows the end of the JSON",
      text: collection("") + "\n}"),
    HostileFile(
      "feature.geojson", "feature.geojson: \(needed)“Feature”", text: feature("")),
    HostileFile(
      "sequence.geojson", "sequence.geojson: \(needed)“Feature”",
      text: feature("") + "\n" + feature("")),
    HostileFile("list.geojson", "list.geojson: \(needed)no object", text: "[1,2,3]"),
    HostileFile(
      "untyped.geojson", "untyped.geojson: \(needed)without “type”", text: #"{"features":[]}"#),
    HostileFile(
      "datum.geojson",
      "datum.geojson: the positions are in another datum: “crs” is "
        + #"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2437"}}"#,
      text: #"{"type": "FeatureCollection", "crs": {"type": "name", "properties": "#
        + #"{"name": "urn:ogc:def:crs:EPSG::2437"}}, "features": []}"#),
    HostileFile(
      "columns.geojson",
      "columns.geojson, feature 16385: more than 16384 different properties"
    ) {
      Array(collection((0..<16_400).map { feature("\"a\($0)\":1") }.joined(separator: ",")).utf8)
    },
    HostileFile(
      "sparse.geojson", "sparse.geojson: 16002 different properties are too many for a table"
    ) {
      Array(collection((0..<16_000).map { feature("\"a\($0)\":1") }.joined(separator: ",")).utf8)
    },
  ]
}
