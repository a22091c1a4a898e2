import Foundation
import HeritageRegistry
import Testing

@testable import HeritageFormats

@Suite("Plans as text")
struct TourTextTests {
  @Test("The same sheet gives the same bytes, and every format names every approximate stop")
  func everyFormat() throws {
    for format in TourFormat.allCases {
      for language in Language.allCases {
        let text = try SampleTour.sheet().text(in: format, language: language)
        #expect(try text == SampleTour.sheet().text(in: format, language: language))
        guard format != .csv else { continue }
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains(language == .zh ? "≈ ±5 公里：请当地询问" : "≈ ±5 km: ask locally"))
        #expect(unfolded.contains(language == .zh ? "≈ 误差不详" : "≈ accuracy unknown"))
        if format != .json, format != .geojson { #expect(!text.contains("\u{1}")) }
      }
    }
  }

  @Test("The table stands in columns, Han characters taking two, and gives its reasons in Chinese")
  func table() throws {
    let text = try SampleTour.sheet().text(in: .table, language: .zh)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines[0...4] == [
        "澧县文物点行程", "2 天，3 处，路程 41.3 公里", "", "第 1 天 · 2026-12-05 星期六",
        "      到达   等候(分)  参观         离开   行程(分)  行程(公里)  编号     名称        说明",
      ])
    #expect(
      lines[7] == """
        1.1   08:50        10  09:00–12:00  12:45        20          13  LX-0001  城头山遗址
        """)
    #expect(lines[8] == "午餐                   12:00–12:45")
    #expect(text.contains("LX-0016 名称待考：没有位置。\n"))
    #expect(text.contains("LX-0020 塔：第 2 天晚回 21 分钟即可排入。\n"))
    let english = try SampleTour.sheet().text(in: .table, language: .en)
    #expect(english.contains("LX-0020 Pagoda: fits with 21 min more on day 2: a later return\n"))
    #expect(english.contains("Day 1 · 2026-12-05, Saturday\n"))
  }

  @Test("A row of CSV for each visit, with CRLF")
  func csv() throws {
    let text = try SampleTour.sheet().text(in: .csv, language: .en)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count == 5)
    #expect(
      lines[1] == "1,2026-12-05,1,LX-0001,城头山遗址,Chengtoushan site,08:50,10,09:00,12:00,12:45,"
        + "20,13,111.65556,29.69167,50,false,false")
    #expect(lines[2].hasSuffix("10,4.2,111.68,29.68,5000,true,true"))
  }

  @Test("The JSON holds times, legs, lunch and reasons")
  func json() throws {
    let text = try SampleTour.sheet().text(in: .json, language: .en)
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let days = try #require(plan["days"] as? [[String: Any]])
    #expect(days.map { $0["date"] as? String } == ["2026-12-05", "2026-12-06"])
    #expect(days[0]["slack_s"] as? Int == 11_400)
    #expect(
      (days[0]["legs"] as? [[String: Any]])?.map { $0["travel_s"] as? Int } == [1200, 600, 1500])
    let lunch = days[0]["lunch"] as? [String: Any]
    #expect(lunch?["start"] as? String == "12:00")
    #expect(lunch?["end_s"] as? Int == 45_900)
    #expect(lunch?["place"] as? String == "after_visit")
    let visits = try #require(days[0]["visits"] as? [[String: Any]])
    #expect(visits.map { $0["code"] as? String } == ["LX-0001", "LX-0002"])
    #expect(visits.map { $0["is_approximate"] as? Bool } == [false, true])
    #expect(visits[1]["coord_method"] as? String == "township_seat")
    let leftOut = try #require(plan["left_out"] as? [[String: Any]])
    #expect(leftOut.map { $0["reason"] as? String } == ["no_position", "needs_more_time"])
    #expect((leftOut[1]["fields"] as? [String: Any])?["limit"] as? String == "latest_return")
    #expect(days[1]["end"] is NSNull)
  }

  @Test("The GeoJSON has a line a day and a point a visit")
  func geoJSON() throws {
    let text = try SampleTour.sheet().text(in: .geojson, language: .en)
    let collection = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(
      features.map { ($0["geometry"] as? [String: Any])?["type"] as? String }
        == ["LineString", "Point", "Point", "LineString", "Point"])
    let properties = features[0]["properties"] as? [String: Any]
    #expect(properties?["line"] as? String == "straight, not the road")
    #expect(properties?["km"] as? Double == 32.25)
  }
}
