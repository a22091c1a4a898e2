import Foundation
import Geodesy
import HeritageRegistry
import Testing

@testable import HeritageFormats

@Suite("Plans before other readers")
struct TourReaderTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  /// Writes the plan to a file, runs a program on it and gives back what it printed.
  private func read(
    _ format: TourFormat, _ language: Language = .zh, with arguments: [String]
  ) throws -> (output: String, status: Int32) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tour-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let name = "tour.\(format.rawValue)"
    let text = try SampleTour.sheet().text(in: format, language: language)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    let output = folder.appendingPathComponent("output")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments.map { $0 == "FILE" ? name : $0 }
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle(forWritingAtPath: output.path)
    try process.run()
    process.waitUntilExit()
    return (try String(contentsOf: output, encoding: .utf8), process.terminationStatus)
  }

  @Test(
    "xmllint finds GPX, KML and the page well-formed", arguments: [TourFormat.gpx, .kml, .html])
  func wellFormed(format: TourFormat) throws {
    for language in Language.allCases {
      #expect(
        try read(format, language, with: ["xmllint", "--noout", "--nonet", "FILE"]).status == 0)
    }
  }

  @Test("GDAL reads the routes, the folders and the features")
  func gdal() throws {
    let gpx = try read(.gpx, with: ["ogrinfo", "-ro", "-so", "FILE", "routes"])
    #expect(gpx.output.contains("Feature Count: 2\n"))
    #expect(gpx.output.contains("Extent: (111.655560, 29.633200) - (111.800000, 29.700000)"))
    let points = try read(.gpx, with: ["ogrinfo", "-ro", "FILE", "route_points"])
    #expect(points.output.contains("name (String) = 1.2 彭头山遗址\n"))
    let kml = try read(.kml, with: ["ogrinfo", "-ro", "-q", "FILE"])
    #expect(kml.output.contains("第 1 天 · 2026-12-05 星期六"))
    let json = try read(.geojson, with: ["ogrinfo", "-ro", "-al", "-so", "FILE"])
    #expect(json.output.contains("Feature Count: 5\n"))
  }

  @Test(
    "gpxpy, fastkml and icalendar read every visit",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"),
    arguments: [
      (TourFormat.gpx, "2 routes, 6 points: 1.1 城头山遗址 | 1.2 彭头山遗址\n"),
      (.kml, "2 folders, 8 placemarks: 1.1 城头山遗址 | 1.2 彭头山遗址\n"),
      (.ics, "4 events, 4 ids, +0800: 1.1 城头山遗址 | 午餐 | 2026-12-05T09:00:00+08:00\n"),
    ])
  func judges(format: TourFormat, expected: String) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Scripts/judges/tour.py").standardized.path
    let run = try read(
      format, with: [try #require(Self.python), script, format.rawValue, "FILE"])
    #expect(run.output == expected)
    #expect(run.status == 0)
  }

  @Test("The page asks the network for nothing and runs no script")
  func alone() throws {
    let page = try SampleTour.sheet().text(in: .html, language: .zh)
      .replacing("http://www.w3.org/2000/svg", with: "")
      .replacing("http://www.w3.org/1999/xhtml", with: "")
      // Links are followed by a reader's finger alone, and a shape within the page is none outside.
      .replacing(/<a href="[^"]*"/, with: "").replacing("url(#", with: "")
    for word in ["http", "<script", "src=", "@import", "url("] {
      #expect(!page.contains(word))
    }
    #expect(page.contains("<html lang=\"zh-Hans\""))
    #expect(page.contains("A &amp; &lt;B&gt; &quot;C&quot;, D;&#10;E 🏯\\"))
  }

  @Test("The page has a map for a telephone, and below each day what its stops are")
  func stops() throws {
    var sheet = try SampleTour.sheet()
    sheet.ground = SampleScenes.county([]).ground
    sheet.tickets = ["LX-0001": 55, "LX-0002": 0]
    let page = try sheet.text(in: .html, language: .en)
    #expect(page.components(separatedBy: "<svg ").count - 1 == 2)
    #expect(page.contains("class=\"phone\"") && page.contains("class=\"desk\""))
    #expect(page.contains("@media screen and (max-width: 640px)"))
    // Identifiers are those of one element.
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let stops = page.components(separatedBy: "<div class=\"stop\">").dropFirst()
    #expect(stops.count == 3)
    for (stop, ticket) in zip(stops, ["Ticket: 55 yuan", "Ticket: free", "Ticket: not known"]) {
      #expect(stop.contains("<p>\(ticket)</p>"))
    }
    let first = try #require(stops.first)
    #expect(first.contains("href=\"geo:29.69167,111.65556\""))
    // Amap has a datum of its own, some 500 m away.
    let amap = try #require(first.firstMatch(of: /position=([0-9.]+),([0-9.]+)/))
    let shifted = try Coordinate(
      longitude: #require(Double(amap.1)), latitude: #require(Double(amap.2)))
    let truth = Coordinate(uncheckedLongitude: 111.65556, latitude: 29.69167)
    #expect((400...800).contains(Geodesic.distance(shifted, truth).metres))
    #expect(ChineseDatum.gcj02.restored(shifted) != shifted)
    #expect(stops.dropFirst().first?.contains("≈ ±5 km: ask locally <a") == true)
    #expect(page.contains("class=\"county\""))
  }
}
