import Foundation
import HeritageTestSupport
import Testing

@Suite("Groups and clusters on the command line")
struct ClusterTests {
  private func features(_ run: Program.Run) throws -> [[String: Any]] {
    let collection = try #require(try run.json as? [String: Any])
    return try #require(collection["features"] as? [[String: Any]])
  }

  private func ring(_ feature: [String: Any]) throws -> [[Double]] {
    let geometry = try #require(feature["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "Polygon")
    return try #require((geometry["coordinates"] as? [[[Double]]])?.first)
  }

  @Test("cluster gives a row for each member, and says what it left out and why")
  func rows() throws {
    let run = try heritage("cluster", "--eps", "5km", "--min", "3", "--format", "json")
    #expect(run.status == 0)
    let rows = try run.objects
    #expect(
      rows.map { $0["code"] as? String }
        == ["LX-0001", "LX-0002", "LX-0008", "LX-0019", "LX-0020"])
    #expect(rows.allSatisfy { $0["cluster"] as? Int == 1 })
    #expect(rows.map { $0["neighbours"] as? Int } == [3, 1, 2, 1, 1])
    #expect(rows.allSatisfy { $0["coord_method"] as? String != "township_seat" })
    #expect(
      run.errors == """
        1 cluster with 5 relics, 3 in none: at least 3 within 5000 m
        22 were left out: their positions are township seats, not the relics'
        8 were left out: they have no position

        """)
  }

  @Test("Eight relics share the county town's point: they are no cluster")
  func countyTown() throws {
    for eps in ["1m", "1km", "3km", "30km"] {
      let run = try heritage("cluster", "--eps", eps, "--min", "2", "--format", "json")
      #expect(try run.objects.allSatisfy { $0["lon"] as? Double != 111.75024 })
      #expect(run.errors.contains("22 were left out: their positions are township seats"))
    }
    let none = try heritage(
      "cluster", "--eps", "1km", "--bbox", "111.75,29.64,111.76,29.65", "--fail-empty")
    #expect(none.status == 1)
    #expect(
      none.errors == """
        0 clusters with 0 relics, 0 in none: at least 4 within 1000 m
        8 were left out: their positions are township seats, not the relics'
        nothing found

        """)
  }

  @Test("Positions less accurate than the distance are left out and counted")
  func inaccurate() throws {
    let run = try heritage("cluster", "--eps", "2000", "--min", "2")
    #expect(
      run.errors.contains("4 were left out: their positions are less accurate than 2000 m\n"))
  }

  @Test("Every format has the same members; GeoJSON begins with the hulls, a feature each")
  func formats() throws {
    func run(_ format: String) throws -> Program.Run {
      try heritage("cluster", "--eps", "3km", "--min", "2", "--format", format)
    }
    let codes = ["LX-0001", "LX-0002", "LX-0008", "LX-0019"]
    #expect(try run("json").objects.map { $0["cluster"] as? Int } == [1, 1, 2, 2])
    #expect(try run("jsonl").lines.count == 4)
    #expect(try run("tsv").lines[0].hasPrefix("cluster\tcode\tname_zh\t"))
    #expect(try run("tsv").lines[0].hasSuffix("\tsources\tneighbours"))
    #expect(
      try run("tsv").lines.dropFirst().map { $0.split(separator: "\t")[1] } == codes.map { $0[...] }
    )
    #expect(try run("csv").output.hasPrefix("cluster,code,"))
    #expect(
      try run("table").lines.dropFirst(2).map { $0.split(separator: " ")[1] }
        == codes.map { $0[...] })
    let features = try features(run("geojson"))
    #expect(features.map { $0["id"] as? String } == ["cluster-1", "cluster-2"] + codes)
    let hull = try #require(features[0]["properties"] as? [String: Any])
    #expect(hull["cluster"] as? Int == 1)
    #expect(hull["members"] as? [String] == ["LX-0001", "LX-0002"])
    #expect(hull["approximate_members"] as? [String] == [])
    #expect(hull["max_accuracy_m"] as? Int == 1000)
    #expect((features[0]["geometry"] as? [String: Any])?["type"] as? String == "LineString")
    let member = try #require(features[2]["properties"] as? [String: Any])
    #expect(member["cluster"] as? Int == 1)
    #expect(member["neighbours"] as? Int == 1)
  }

  @Test("The hull of a cluster is a polygon that runs counter-clockwise and holds the members")
  func hull() throws {
    let features = try features(
      heritage("cluster", "--eps", "5km", "--min", "3", "--format", "geojson"))
    let ring = try ring(features[0])
    #expect(ring.first == ring.last)
    let area = zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
    #expect(area > 0)
    for feature in features.dropFirst() {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let point = try #require(geometry["coordinates"] as? [Double])
      for (a, b) in zip(ring, ring.dropFirst()) {
        let turn = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
        #expect(turn > -1e-12)
      }
    }
  }

  @Test("A cluster can be written to a file, which is read again as an area")
  func exported() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("clusters.geojson")
    let run = try heritage(
      "cluster", "--eps", "5km", "--min", "3", "--format", "geojson", "-o", file)
    #expect(run.errors.hasSuffix("wrote \(file)\n"))
    let gdal = try Program.shell("command -v ogrinfo >/dev/null && ogrinfo -so '\(file)' clusters")
    if gdal.status == 0 { #expect(gdal.output.contains("Feature Count: 6")) }
  }

  @Test("Stand-ins are in no cluster unless asked for, and are said to be stand-ins")
  func standIns() throws {
    let without = try heritage("cluster", "--eps", "3km", "--min", "2", "--format", "json")
    #expect(try without.objects.allSatisfy { $0["provenance"] as? String != "stand_in" })
    let with = try heritage(
      "cluster", "--eps", "3km", "--include-stand-ins", "--format", "geojson")
    #expect(with.errors.contains(" members are stand-ins: a generator drew their positions\n"))
    let hull = try #require(try features(with)[0]["properties"] as? [String: Any])
    let generated = try #require(hull["generated_members"] as? [String])
    #expect(!generated.isEmpty)
    #expect(generated.allSatisfy { $0.hasPrefix("LX-X") })
  }

  @Test(
    "A wrong distance or number is refused",
    arguments: [
      ["--eps", "0"], ["--eps", "-3km"], ["--eps", "three"], ["--eps", "3km", "--min", "0"], [],
      ["--eps", "3km", "--category", "castle"],
    ])
  func refused(arguments: [String]) throws {
    let run = try Program.heritage.run(["cluster"] + arguments, in: Registers.lixian.get().url)
    #expect([64, 66].contains(run.status))
    #expect(run.output == "")
  }

  @Test("group shows each member's nearest neighbour with what the distance is worth")
  func group() throws {
    let run = try heritage("group", "liyang-plain", "--format", "json")
    let rows = try run.objects
    #expect(rows.count == 13)
    let first = try #require(rows.first)
    #expect(first["code"] as? String == "LX-0001")
    #expect(first["nearest_code"] as? String == "LX-0002")
    #expect(first["nearest_name_zh"] as? String == "彭头山遗址")
    #expect(first["nearest_distance_m"] as? Double == 1889.792)
    #expect(first["nearest_accuracy_m"] as? Double == 1300)
    let last = try #require(rows.last)
    #expect(last["code"] as? String == "LX-0026")
    #expect(last["nearest_code"] is NSNull)
    #expect(
      run.errors.hasSuffix(
        """
        extent 21.3 km × 12.7 km; positions are up to 6000 m off; 5 are township seats
        1 member has no position

        """))
    // A page shows some of the members; their neighbours are among all.
    let page = try heritage("group", "liyang-plain", "--limit", "1", "--format", "json").objects
    #expect(page.map { $0["nearest_code"] as? String } == ["LX-0002"])
  }

  @Test("The GeoJSON of a group begins with its hull, which says what it is worth")
  func groupHull() throws {
    let run = try heritage("group", "liyang-plain", "--format", "geojson")
    let features = try features(run)
    #expect(features.count == 13)
    #expect(features[0]["id"] as? String == "liyang-plain")
    #expect(
      try ring(features[0]) == [
        [111.6259, 29.6655], [111.63324, 29.64974], [111.8221, 29.64286], [111.84643, 29.75752],
        [111.63333, 29.75], [111.6259, 29.6655],
      ])
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(properties["max_accuracy_m"] as? Int == 6000)
    #expect((properties["members"] as? [String])?.count == 12)
    let approximate = try #require(properties["approximate_members"] as? [String])
    #expect(approximate.count == 9)
    #expect(!approximate.contains("LX-0001"))
    #expect((properties["township_seat_members"] as? [String])?.count == 5)
    #expect(run.errors.hasSuffix("1 relic has no position and was left out\n"))
    #expect(!run.errors.contains("member has no position"))
  }
}
