import Foundation
import Geodesy
import HeritageRegistry
import Testing
import TourPlanner

@testable import HeritageFormats

@Suite("Plans whose ways have lines")
struct TourPathTests {
  private static let corner = Coordinate(uncheckedLongitude: 111.7, latitude: 29.61)
  private static let straight = "Lines between stops are straight, not the road."
  private static let partly = "Some lines between stops are straight, not the road."

  /// The sample with a way over a corner: from the town to the first stop, or between all places.
  private static func sheet(all: Bool) throws -> TourSheet {
    var sheet = try SampleTour.sheet()
    for (day, view) in sheet.views.enumerated() {
      let places =
        [view.day.start?.position] + view.steps.map(\.coordinate) + [view.day.end?.position]
      for (leg, ends) in zip(places, places.dropFirst()).enumerated() {
        guard let from = ends.0, let to = ends.1, all || (day, leg) == (0, 0) else { continue }
        sheet.itinerary.days[day].legs[leg].path = try LineString([from, corner, to])
      }
    }
    return sheet
  }

  private static func features(_ sheet: TourSheet) throws -> [[String: Any]] {
    let text = sheet.text(in: .geojson, language: .en)
    let collection = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(collection?["features"] as? [[String: Any]])
  }

  @Test("GeoJSON draws the way and does not say straight, day by day")
  func geoJSON() throws {
    let features = try Self.features(Self.sheet(all: false))
    let line = try #require(
      (features[0]["geometry"] as? [String: Any])?["coordinates"] as? [[Double]])
    #expect(
      line == [
        [111.7587, 29.6332], [111.7, 29.61], [111.65556, 29.69167], [111.68, 29.68],
        [111.7587, 29.6332],
      ])
    #expect((features[0]["properties"] as? [String: Any])?["line"] as? String == Self.partly)
    #expect((features[3]["properties"] as? [String: Any])?["line"] as? String == Self.straight)
    for feature in try Self.features(Self.sheet(all: true))
    where feature["id"] as? String == "day-1" {
      #expect((feature["properties"] as? [String: Any])?["line"] is NSNull)
    }
  }

  @Test(
    "No format says straight where every way has its line, and the others say how many",
    arguments: [TourFormat.gpx, .kml, .html, .geojson])
  func words(format: TourFormat) throws {
    for (language, word) in [(Language.en, "straight"), (.zh, "直线")] {
      var sheet = try Self.sheet(all: true)
      sheet.assumptions = []
      #expect(!sheet.text(in: format, language: language).contains(word))
    }
    let some = try Self.sheet(all: false).text(in: format, language: .en)
    #expect(some.contains(Self.partly))
    #expect(try SampleTour.sheet().text(in: format, language: .en).contains(Self.straight))
    #expect(
      try Self.sheet(all: false).text(in: format, language: .zh).contains("部分站点间连线为直线"))
  }

  @Test("GPX has a track beside the route of a day whose ways have lines")
  func gpx() throws {
    let text = try Self.sheet(all: false).text(in: .gpx, language: .en)
    #expect(text.components(separatedBy: "<trk>").count == 2)
    #expect(text.components(separatedBy: "<rte>").count == 3)
    #expect(text.contains("<trkpt lat=\"29.61\" lon=\"111.7\"/>"))
    #expect(text.contains("minlat=\"29.61\""))
    #expect(try !SampleTour.sheet().text(in: .gpx, language: .en).contains("<trk>"))
  }

  @Test("KML and the map draw the corner")
  func drawn() throws {
    let kml = try Self.sheet(all: true).text(in: .kml, language: .en)
    #expect(kml.contains("111.7587,29.6332 111.7,29.61 111.65556,29.69167"))
    func corners(_ sheet: TourSheet) throws -> [Int] {
      let svg = try #require(
        TourMap(sheet: sheet, words: TourWords(language: .en), width: 720, prefix: "desk").svg)
      return svg.components(separatedBy: "class=\"day\" d=\"").dropFirst().map {
        $0.prefix { $0 != "\"" }.count { "ML".contains($0) }
      }
    }
    #expect(try corners(SampleTour.sheet()) == [4, 2])
    #expect(try corners(Self.sheet(all: true)) == [7, 3])
  }

  /// The sample with a way on a road that begins 300 m from the town and ends 150 m from the first stop.
  private static func walked() throws -> TourSheet {
    var sheet = try SampleTour.sheet()
    let line = [(111.7587, 29.6332), (111.76, 29.634), (111.66, 29.69), (111.65556, 29.69167)]
    sheet.itinerary.days[0].legs[0].path = try LineString(
      line.map { Coordinate(uncheckedLongitude: $0.0, latitude: $0.1) })
    sheet.itinerary.days[0].legs[0].walks = RoadWalks(from: .metres(300), to: .metres(150.4))
    sheet.roadCredits = "© road makers"
    return sheet
  }

  @Test("Walks between places and roads are features of their own, dotted, tracks and placemarks")
  func walks() throws {
    let sheet = try Self.walked()
    let features = try Self.features(sheet)
    let road = try #require(features[0]["geometry"] as? [String: Any])
    #expect(road["type"] as? String == "MultiLineString")
    #expect((road["coordinates"] as? [[[Double]]])?.first?.first == [111.76, 29.634])
    for (number, (name, metres, line)) in [
      (
        "on foot from County town to the road, 300 m straight", 300.0,
        [[111.7587, 29.6332], [111.76, 29.634]]
      ),
      (
        "on foot from the road to 1.1 Chengtoushan site, 150 m straight", 150,
        [[111.66, 29.69], [111.65556, 29.69167]]
      ),
    ].enumerated() {
      let walk = features[1 + number]
      let known = try #require(walk["properties"] as? [String: Any])
      #expect(walk["id"] as? String == "walk-1.\(number + 1)")
      #expect(known["name"] as? String == name)
      #expect(known["walk_m"] as? Double == metres)
      #expect((walk["geometry"] as? [String: Any])?["coordinates"] as? [[Double]] == line)
    }
    let gpx = sheet.text(in: .gpx, language: .en)
    #expect(gpx.components(separatedBy: "<trk>").count == 4)
    #expect(gpx.contains("<name>on foot from County town to the road, 300 m straight</name>"))
    let kml = sheet.text(in: .kml, language: .zh)
    #expect(kml.contains("<name>步行：县城 → 道路，直线 300 米</name>"))
    #expect(kml.components(separatedBy: "<styleUrl>#walk</styleUrl>").count == 3)
    let page = sheet.text(in: .html, language: .en)
    #expect(page.components(separatedBy: "class=\"walk\"").count == 5)
    #expect(page.contains("Dotted line: on foot between a place and its road."))
    #expect(page.contains("© road makers</text>"))
    #expect(sheet.text(in: .table, language: .zh).contains("从道路步行，直线 150 米"))
    let json = sheet.text(in: .json, language: .zh)
    #expect(json.contains("\"walk_from_m\": 300,") && json.contains("\"walk_to_m\": 150"))
    let plain = try SampleTour.sheet()
    for format in TourFormat.allCases {
      #expect(!plain.text(in: format, language: .en).contains("walk"), "\(format)")
    }
  }

  @Test("A way that is walked as a whole is one walk; a road that is missed is joined by no walk")
  func whole() throws {
    var sheet = try SampleTour.sheet()
    let ends = try [
      #require(sheet.days[0].start?.position), #require(sheet.views[0].steps[0].coordinate),
    ]
    sheet.itinerary.days[0].legs[0].path = try LineString(ends)
    sheet.itinerary.days[0].legs[0].walks = RoadWalks(from: .metres(900), to: .metres(0))
    #expect(sheet.views[0].walks.map(\.line) == [ends])
    #expect(sheet.views[0].walks[0].walk?.to?.en.hasPrefix("1.1 ") == true)
    sheet.itinerary.days[0].legs[0].path = try LineString([Self.corner, ends[1]])
    #expect(sheet.views[0].walks.isEmpty)
  }

  @Test("A line that begins and ends beside the stops is joined to them")
  func joined() throws {
    var sheet = try SampleTour.sheet()
    let road = [(111.75, 29.634), (111.66, 29.69)]
      .map { Coordinate(uncheckedLongitude: $0.0, latitude: $0.1) }
    sheet.itinerary.days[0].legs[0].path = try LineString(road)
    let start = try #require(sheet.days[0].start?.position)
    let first = try #require(sheet.sites["LX-0001"]?.position?.coordinate)
    #expect(sheet.views[0].line.prefix(4) == [start, road[0], road[1], first])
  }

  @Test("Travel says what it takes for granted in both languages")
  func assumptions() {
    let drive = TravelAssumption.geodesics(mode: .drive, kilometresPerHour: 40, detour: 1.4)
    #expect(
      drive.sentence(in: .en)
        == "Travel times are assumed: geodesic distance × 1.4 at 40.0 km/h (drive); "
        + "no road network, no traffic, no parking.")
    #expect(
      drive.sentence(in: .zh) == "行程时间是假设：大地线距离 × 1.4，时速 40.0 公里（驾车）；不计路网、路况和停车。")
    #expect(
      TravelAssumption.table(name: "m.csv").sentence(in: .en)
        == "Travel times are those of the table m.csv.")
    #expect(
      TravelAssumption.server(address: "http://b", profile: "walking").sentence(in: .zh)
        == "行程时间取自 OSRM 服务器 http://b（所问方式 walking），不计路况。")
  }
}
