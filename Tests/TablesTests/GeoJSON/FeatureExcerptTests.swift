import Foundation
import Tables
import Testing

@Suite("Some features of a file")
struct FeatureExcerptTests {
  @Test("Features stand as they were written, beside all that the file says of itself")
  func excerpt() throws {
    let text = """
      {"type": "FeatureCollection", "name" : "层",
       "crs":{"type":"name","properties":{"name":"EPSG:4490"}},
       "features": [ {"type":"Feature","properties":{"a":1.50}}, 7,
        {"type":"Feature", "geometry":{"type":"Polygon","coordinates":[[[1,2],[3,2],[3,4],[1,2]]]}} ]}
      """
    let excerpt = try FeatureExcerpt.text(of: [2, 3], in: Array(text.utf8), file: "f.geojson")
    #expect(
      excerpt == """
        {"type":"FeatureCollection",
        "name":"层",
        "crs":{"type":"name","properties":{"name":"EPSG:4490"}},
        "features":[
        7,
        {"type":"Feature", "geometry":{"type":"Polygon","coordinates":[[[1,2],[3,2],[3,4],[1,2]]]}}
        ]}

        """)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(excerpt.utf8)) }
  }

  @Test("None of them leaves a collection without features, and what is no JSON is refused")
  func edges() throws {
    let text = #"{"features":[1,2],"type":"FeatureCollection"}"#
    let excerpt = try FeatureExcerpt.text(of: [], in: Array(text.utf8), file: "f")
    #expect(try Sheet(geoJSON: Array(excerpt.utf8), file: "f").rows.count == 1)
    #expect(throws: SheetFileError.self) {
      try FeatureExcerpt.text(of: [1], in: Array(text.utf8.dropLast(4)), file: "f")
    }
  }
}
