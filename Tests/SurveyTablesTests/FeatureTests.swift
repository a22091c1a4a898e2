import HeritageRegistry
import SurveyTables
import Tables
import Testing

@Suite("Features as rows")
struct FeatureTests {
  private func read(_ features: [String]) throws -> SurveyReading {
    let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    return SurveyReader().read(
      [try Sheet(geoJSON: Array(text.utf8), file: "f.geojson")], known: SurveyContext())
  }

  private static let good =
    #"{"type":"Feature","properties":{"code":"M-1","name_zh":"样塔"},"geometry":null}"#

  @Test(
    "Whatever is wrong with a feature is its own fault, and the others are read",
    arguments: [
      (
        #"{"type":"Feature","properties":{"code":"M-2","name_zh":"样桥"},"geometry":5}"#,
        "“geometry” is no object"
      ),
      (
        #"{"type":"Feature","properties":{"code":"M-2","name_zh":"样桥"},"geometry":"POINT (1 2)"}"#,
        "“geometry” is no object"
      ),
      (
        #"{"type":"Feature","properties":{"code":"M-2","name_zh":"样桥"},"geometry":[111,29]}"#,
        "“geometry” is no object"
      ),
      (#"{"type":"Feature","properties":[],"geometry":null}"#, "“properties” is no object"),
      ("7", "a feature is an object, and this is none"),
      (
        #"{"type":"feature","properties":{"code":"M-2","name_zh":"样桥"}}"#,
        "“type” is “feature”, and not “Feature”"
      ),
      (
        #"{"type":"Feature","properties":{"code":"M-2","name_zh":"样桥","code":"M-3"}}"#,
        "the property “code” stands twice"
      ),
      (
        #"{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}"#,
        "the geometry is a “LineString”, and only a Point can be the place of a row"
      ),
    ])
  func faults(feature: String, said: String) throws {
    let reading = try read([Self.good, feature, Self.good.replacing("M-1", with: "M-9")])
    #expect(reading.records.map(\.site.code) == ["M-1", "M-9"])
    #expect(reading.rejected.map(\.row) == [2] && reading.tableErrors.isEmpty)
    #expect(reading.said == ["2 error \(said)"])
  }
}
