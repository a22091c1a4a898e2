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
