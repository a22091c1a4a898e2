import Foundation
import HeritageFormats
import HeritageRegistry
import Testing

@Suite("Relics as GeoJSON")
struct GeoJSONWriterTests {
  @Test("A feature a line: rounded coordinates, the box of the rounded numbers, null properties")
  func collection() {
    let text = GeoJSONWriter().collection([SampleSites.chengtoushan, SampleSites.pengtoushan])
    #expect(
      text == #"""
        {"type":"FeatureCollection","bbox":[111.65556,29.6800001,111.68,29.69167],"features":[
        {"type":"Feature","id":"LX-0001",\#
        "geometry":{"type":"Point","coordinates":[111.65556,29.69167]},\#
        "properties":{"code":"LX-0001","name_zh":"城头山遗址","name_en":"Chengtoushan site",\#
        "protection_level":"national","category":"ancient_site","township":"城头山镇",\#
        "coord_accuracy_m":250,"coord_method":"published_point",\#
        "coord_source":"The list, with a \"quote\"",\#
        "coord_verbatim":"29°41′30″N 111°39′20″E","coord_system":"WGS 84","disclosure":"open",\#
        "subcategory_zh":"城址","level_basis":"listed","period_zh":"新石器时代",\#
        "period_start":-4500,"period_end":-2000,"culture_zh":["大溪文化","屈家岭文化"],\#
        "village":"城头山村","address":"湖南省澧县城头山镇","area_m2":187000,\#
        "found_year":1979,"excavated":"1991-2002","provenance":"published","confidence":"high",\#
        "summary_zh":"中国最早的古城","summary_en":"A walled town","notes":"one,\ntwo"}},
        {"type":"Feature","id":"LX-0002",\#
        "geometry":{"type":"Point","coordinates":[111.68,29.6800001]},\#
        "properties":{"code":"LX-0002","name_zh":"彭头山遗址","name_en":null,\#
        "protection_level":"national","category":null,"township":null,\#
        "coord_accuracy_m":null,"coord_method":"map","coord_source":null,\#
        "coord_verbatim":null,"coord_system":null,"disclosure":"coarse",\#
        "subcategory_zh":null,"level_basis":"listed","period_zh":null,\#
        "period_start":null,"period_end":null,"culture_zh":null,\#
        "village":null,"address":null,"area_m2":null,\#
        "found_year":null,"excavated":null,"provenance":"published","confidence":null,\#
        "summary_zh":null,"summary_en":null,"notes":null}}
        ]}

        """#)
  }

  @Test("A relic without a position is left out, or has a null geometry")
  func unlocated() throws {
    let left = try parsed(GeoJSONWriter().collection(SampleSites.all))
    #expect(left.ids == ["LX-0001", "LX-0002"])
    let kept = try parsed(GeoJSONWriter(keepsUnlocated: true).collection(SampleSites.all))
    #expect(kept.ids == ["LX-0001", "LX-0002", "LX-0016"])
    #expect(kept.features.last?["geometry"] is NSNull)
    #expect(kept.root["bbox"] as? [Double] == left.root["bbox"] as? [Double])
  }

  @Test("No relic: an empty collection without a box")
  func empty() {
    #expect(
      GeoJSONWriter().collection([]) == #"{"type":"FeatureCollection","features":[\#n]}\#n"#)
    #expect(
      GeoJSONWriter().collection([SampleSites.unlocated])
        == #"{"type":"FeatureCollection","features":[\#n]}\#n"#)
  }

  @Test("Who is to be named stands before the features")
  func credits() {
    let text = GeoJSONWriter(credits: "© \"OpenStreetMap\" contributors").collection([])
    #expect(
      text == """
        {"type":"FeatureCollection","credits":"© \\"OpenStreetMap\\" contributors","features":[
        ]}

        """)
  }

  @Test("The properties are the fields of every other format, without longitude and latitude")
  func properties() throws {
    for measures in Measures.allCases {
      let writer = GeoJSONWriter(keepsUnlocated: true, measures: measures)
      let answer = SiteColumns.answer([], .full, measures)
      let keys = Set(answer.columns.map(\.key)).subtracting(["lon", "lat"])
      let features = try parsed(writer.collection(SampleSites.all)).features
      #expect(features.count == 3)
      for feature in features {
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(Set(properties.keys) == keys)
      }
    }
  }

  @Test("There is no crs: longitude and latitude are those of WGS 84")
  func noCRS() throws {
    let document = try parsed(GeoJSONWriter(keepsUnlocated: true).collection(SampleSites.all))
    #expect(Set(document.root.keys) == ["type", "bbox", "features"])
    for feature in document.features {
      #expect(Set(feature.keys) == ["type", "id", "geometry", "properties"])
    }
  }

  @Test("The same relics give the same bytes, and their order is kept")
  func deterministic() throws {
    let writer = GeoJSONWriter(keepsUnlocated: true, measures: .distance)
    let text = writer.collection(SampleSites.all)
    for _ in 0..<5 { #expect(writer.collection(SampleSites.all) == text) }
    let reversed = try parsed(writer.collection(SampleSites.all.reversed()))
    #expect(reversed.ids == ["LX-0016", "LX-0002", "LX-0001"])
  }

  @Test("The box holds every coordinate that is printed")
  func box() throws {
    let document = try parsed(GeoJSONWriter().collection(SampleSites.all))
    let box = try #require(document.root["bbox"] as? [Double])
    #expect(box == [111.65556, 29.6800001, 111.68, 29.69167])
    for feature in document.features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let printed = try #require(geometry["coordinates"] as? [Double])
      #expect(printed[0] >= box[0] && printed[0] <= box[2])
      #expect(printed[1] >= box[1] && printed[1] <= box[3])
    }
  }

  private struct Document {
    let root: [String: Any]
    let features: [[String: Any]]
    var ids: [String?] { features.map { $0["id"] as? String } }
  }

  private func parsed(_ text: String) throws -> Document {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return Document(root: root, features: try #require(root["features"] as? [[String: Any]]))
  }
}
