import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import Testing

@Suite("Relics as GeoJSON")
struct GeoJSONExportTests {
  private func collection(
    _ hits: [SiteHit], _ options: ExportOptions = ExportOptions()
  ) throws -> String {
    var bytes: [UInt8] = []
    var writer = TextExport(.geojson, options) { bytes += $0 }
    try writer.write(hits.map { DossierHit($0) })
    try writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A feature a line: rounded coordinates, the box of the rounded numbers, null properties")
  func features() throws {
    let text = try collection([SampleSites.chengtoushan, SampleSites.pengtoushan])
    let expected = #"""
      {"type":"FeatureCollection","features":[
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
      "summary_zh":"中国最早的古城","summary_en":"A walled town","notes":"one,\ntwo",\#
      "former_names":null,"aliases":null,"batch":null,"batch_year":null,\#
      "official_code":null,"designation_source":null,"former_designations":null,\#
      "sources":null}},
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
      "summary_zh":null,"summary_en":null,"notes":null,\#
      "former_names":null,"aliases":null,"batch":null,"batch_year":null,\#
      "official_code":null,"designation_source":null,"former_designations":null,\#
      "sources":null}}
      ],"bbox":[111.65556,29.6800001,111.68,29.69167]}

      """#
    // What is known of no sample is null in both.
    let others = Field.all.map(\.key.rawValue).filter { !expected.contains("\"\($0)\":") }
    #expect(others.reduce(text) { $0.replacing("\"\($1)\":null,", with: "") } == expected)
  }

  @Test("A relic without a position is left out, or has a null geometry")
  func unlocated() throws {
    let left = try parsed(collection(SampleSites.all))
    #expect(left.ids == ["LX-0001", "LX-0002"])
    let kept = try parsed(collection(SampleSites.all, ExportOptions(keepsUnlocated: true)))
    #expect(kept.ids == ["LX-0001", "LX-0002", "LX-0016"])
    #expect(kept.features.last?["geometry"] is NSNull)
    #expect(kept.root["bbox"] as? [Double] == left.root["bbox"] as? [Double])
  }

  @Test("No relic: an empty collection without a box")
  func empty() throws {
    #expect(
      try collection([]) == #"{"type":"FeatureCollection","features":[\#n]}\#n"#)
    #expect(
      try collection([SampleSites.unlocated])
        == #"{"type":"FeatureCollection","features":[\#n]}\#n"#)
  }

  @Test("Who is to be named stands before the features")
  func credits() throws {
    let text = try collection([], ExportOptions(credits: "© \"OpenStreetMap\" contributors"))
    #expect(
      text == """
        {"type":"FeatureCollection","credits":"© \\"OpenStreetMap\\" contributors","features":[
        ]}

        """)
  }

  @Test("The properties are the fields of every other format, without longitude and latitude")
  func properties() throws {
    for measures in Measures.allCases {
      let options = ExportOptions(measures: measures, keepsUnlocated: true)
      var bytes: [UInt8] = []
      var writer = TextExport(.csv, options) { bytes += $0 }
      try writer.finish()
      let header = try Table(csv: bytes, file: "a.csv").header
      let keys = Set(header).subtracting(["lon", "lat"])
      let features = try parsed(collection(SampleSites.all, options)).features
      #expect(features.count == 3)
      for feature in features {
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(Set(properties.keys) == keys)
      }
    }
  }

  @Test("There is no crs: longitude and latitude are those of WGS 84")
  func noCRS() throws {
    let document = try parsed(collection(SampleSites.all, ExportOptions(keepsUnlocated: true)))
    #expect(Set(document.root.keys) == ["type", "bbox", "features"])
    for feature in document.features {
      #expect(Set(feature.keys) == ["type", "id", "geometry", "properties"])
    }
  }

  @Test("The same relics give the same bytes, and their order is kept")
  func deterministic() throws {
    let options = ExportOptions(measures: .distance, keepsUnlocated: true)
    let text = try collection(SampleSites.all, options)
    for _ in 0..<5 { #expect(try collection(SampleSites.all, options) == text) }
    let reversed = try parsed(collection(SampleSites.all.reversed(), options))
    #expect(reversed.ids == ["LX-0016", "LX-0002", "LX-0001"])
  }

  @Test("The box holds every coordinate that is printed")
  func box() throws {
    let document = try parsed(collection(SampleSites.all))
    let box = try #require(document.root["bbox"] as? [Double])
    #expect(box == [111.65556, 29.6800001, 111.68, 29.69167])
    for feature in document.features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let printed = try #require(geometry["coordinates"] as? [Double])
      #expect(printed[0] >= box[0] && printed[0] <= box[2])
      #expect(printed[1] >= box[1] && printed[1] <= box[3])
    }
  }

  @Test("Areas come before the relics, columns beside their fields where they belong")
  func additions() throws {
    let hits = [SampleSites.chengtoushan, SampleSites.pengtoushan]
    let hull = try #require(
      ConvexHull(of: hits.compactMap(\.site.position?.coordinate)))
    var options = ExportOptions()
    options.areas = [AreaFeature(id: "cluster-1", hull: hull, of: hits.map(\.site))]
    options.add(
      [
        AddedColumn(
          .init("cluster", zh: "聚群", en: "Cluster"), isFirst: true,
          values: [.integer(1), .integer(2)]),
        AddedColumn(.init("match", zh: "匹配", en: "Match"), values: [.text("a"), .null]),
      ], to: hits.map(\.site.code))
    let text = try collection(hits.reversed(), options)
    #expect(try parsed(text).ids == ["cluster-1", "LX-0002", "LX-0001"])
    let lines = text.split(separator: "\n")
    #expect(lines[2].contains(#""properties":{"cluster":2,"code":"LX-0002""#))
    #expect(lines[2].hasSuffix(#""sources":null,"match":null}},"#))
    #expect(lines[3].contains(#""properties":{"cluster":1,"code":"LX-0001""#))
    #expect(lines[3].hasSuffix(#""sources":null,"match":"a"}}"#))
    let box = try #require(try parsed(text).root["bbox"] as? [Double])
    #expect(box == [111.65556, 29.6800001, 111.68, 29.69167])
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
