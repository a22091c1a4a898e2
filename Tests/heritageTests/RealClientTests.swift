import Foundation
import HeritageTestSupport
import Testing

@Suite("Real clients")
struct RealClientTests {
  @Test("ogrinfo lists the layers of the register with their geometry types")
  func layers() throws {
    let run = try Program("ogrinfo").run(
      ["-ro", "-q", "heritage.sqlite"], in: try Registers.lixian.get().url)
    #expect(
      run.output == """
        1: site (Point)
        2: exact_position (Point)
        3: township (Point)
        4: former_township (Point)
        5: place (Point)
        6: outline (Multi Polygon)
        7: river (Line String)
        8: body (Multi Polygon)
        9: zone (Multi Polygon)
        10: exact_zone (Multi Polygon)
        11: relic (Point)

        """)
  }

  @Test("ogrinfo reads the sites with their reference system and extent")
  func sites() throws {
    let run = try Program("ogrinfo").run(
      ["-ro", "-so", "heritage.sqlite", "site"], in: try Registers.lixian.get().url)
    #expect(run.output.contains("Feature Count: 630\n"))
    #expect(run.output.contains("ID[\"EPSG\",4326]"))
    let filtered = try Program("ogrinfo").run(
      [
        "-ro", "-so", "heritage.sqlite", "site", "-where", "protection_level = 'national'", "-spat",
        "111.6", "29.6", "111.7", "29.7",
      ], in: try Registers.lixian.get().url)
    #expect(filtered.output.contains("Feature Count: 3\n"))
  }

  @Test("The layer relic holds the relics without the stand-ins")
  func relics() throws {
    let run = try Program("ogrinfo").run(
      ["-ro", "-so", "heritage.sqlite", "relic"], in: try Registers.lixian.get().url)
    #expect(run.output.contains("Feature Count: 38\n"))
    #expect(run.output.contains("township: String"))
  }

  @Test("GDAL reads the GeoJSON, writes it as a GeoPackage and gives it back")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    _ = try heritage("export", "--with-unlocated", "-q", "-o", folder.path("sites.geojson"))
    let info = try Program("ogrinfo").run(["-ro", "-so", "sites.geojson", "sites"], in: folder.url)
    #expect(info.output.contains("Feature Count: 38\n"))
    #expect(info.output.contains("Geometry: Point\n"))
    #expect(info.output.contains("code: String"))
    let there = try Program("ogr2ogr").run(["sites.gpkg", "sites.geojson"], in: folder.url)
    let back = try Program("ogr2ogr").run(
      ["-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=7", "back.geojson", "sites.gpkg"],
      in: folder.url)
    #expect([there.status, back.status] == [0, 0])
    func positions(_ name: String) throws -> [String] {
      let data = try Data(contentsOf: folder.url.appendingPathComponent(name))
      let collection = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let features = try #require(collection?["features"] as? [[String: Any]])
      return features.map { feature in
        let properties = feature["properties"] as? [String: Any] ?? [:]
        let geometry = feature["geometry"] as? [String: Any]
        let position = (geometry?["coordinates"] as? [Double] ?? []).map { "\($0)" }
        return ([properties["code"], properties["name_zh"]].map { "\($0 ?? "")" } + position)
          .joined(separator: " ")
      }
    }
    #expect(try positions("back.geojson") == positions("sites.geojson"))
  }

  @Test("The GeoJSON has the members of RFC 7946 and no others but the credits")
  func members() throws {
    let collection = try #require(try heritage("export", "-q").json as? [String: Any])
    #expect(collection.keys.sorted() == ["bbox", "credits", "features", "type"])
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(features.allSatisfy { $0.keys.sorted() == ["geometry", "id", "properties", "type"] })
    let box = try #require(collection["bbox"] as? [Double])
    let positions = features.compactMap {
      ($0["geometry"] as? [String: Any])?["coordinates"] as? [Double]
    }
    #expect(box[0] == positions.map { $0[0] }.min())
    #expect(box[3] == positions.map { $0[1] }.max())
  }
}
