import Foundation
import HeritageRegistry
import Testing
import TourPlanner

@testable import HeritageFormats

@Suite("Plans as text")
struct TourTextTests {
  @Test("The same sheet gives the same bytes, and every format names every approximate stop")
  func everyFormat() throws {
    for format in TourFormat.allCases {
      for language in Language.allCases {
        let text = try SampleTour.sheet().text(in: format, language: language)
        #expect(try text == SampleTour.sheet().text(in: format, language: language))
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains(language == .zh ? "≈ ±5 公里：请当地询问" : "≈ ±5 km: ask locally"))
        #expect(unfolded.contains(language == .zh ? "≈ 误差不详" : "≈ accuracy unknown"))
        if ![.json, .geojson, .csv].contains(format) { #expect(!text.contains("\u{1}")) }
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
    #expect(lines[8].hasPrefix("午餐                   12:00–12:45   "))
    #expect(lines[8].hasSuffix("   在 1.1 参观后"))
    #expect(text.contains("LX-0016 名称待考：没有位置。\n"))
    #expect(text.contains("LX-0020 塔：第 2 天晚回 21 分钟即可排入。\n"))
    var dated = try SampleTour.sheet()
    dated.itinerary.leftOut[1].reason = .needsPlaceOf(
      stops: ["LX-0001", "LX-0002"], day: "2026-12-05", scoreChange: -4)
    #expect(
      dated.text(in: .table, language: .zh)
        .contains("塔：只有去掉LX-0001 城头山遗址、LX-0002 彭头山遗址，才能排入2026年12月5日，得分减少 4。\n"))
    let english = try SampleTour.sheet().text(in: .table, language: .en)
    #expect(english.contains("LX-0020 Pagoda: fits with 21 min more on day 2: a later return\n"))
    #expect(english.contains("Day 1 · 2026-12-05, Saturday\n"))
  }

  @Test("Rows of CSV for starts, visits, breaks and ends, with CRLF")
  func csv() throws {
    let text = try SampleTour.sheet().text(in: .csv, language: .en)
    let lines = text.components(separatedBy: "\r\n")
    #expect(
      lines[0...5] == [
        "day,date,kind,number,code,name_zh,name_en,arrival,wait_min,start,end,leave,"
          + "travel_min_before,travel_km_before,lon,lat,accuracy_m,is_approximate,hours_assumed,"
          + "remarks,credits",
        "1,2026-12-05,start,,,县城,County town,,,,,08:30,,,111.7587,29.6332,50,false,,,Sources: a & b",
        "1,2026-12-05,visit,1,LX-0001,城头山遗址,Chengtoushan site,08:50,10,09:00,12:00,12:45,"
          + "20,13,111.65556,29.69167,50,false,false,,",
        "1,2026-12-05,lunch,,,,,,,12:00,12:45,,,,,,,,,\"at 1.1, after the visit\",",
        "1,2026-12-05,visit,2,LX-0002,彭头山遗址,,12:55,0,12:55,13:55,13:55,10,4.2,111.68,29.68,"
          + "5000,true,true,≈ ±5 km: ask locally; hours assumed,",
        "1,2026-12-05,end,,,县城,County town,14:20,,,,,25,15.05,111.7587,29.6332,50,false,,,",
      ])
    #expect(lines[8] == "2,2026-12-06,end,,,,,08:45,,,,,,,,,,,,free end,")
    #expect(lines.count == 10)
  }

  @Test("Every format has the break, in its language", arguments: TourFormat.allCases)
  func lunch(format: TourFormat) throws {
    guard format != .json else { return }
    for (language, place) in [(Language.en, "at 1.1, after the visit"), (.zh, "在 1.1 参观后")] {
      let text = try SampleTour.sheet().text(in: format, language: language)
      #expect(text.replacing("\\,", with: ",").contains(place))
    }
  }

  @Test(
    "A break is said where it is taken",
    arguments: [
      (LunchPlace.atStart, false, "before the departure", "出发前"),
      (.beforeVisit(0), false, "at 1.1, before the visit", "在 1.1 参观前"),
      (.afterVisit(1), false, "at 1.2, after the visit", "在 1.2 参观后"),
      (.atEnd, false, "after the return", "返回后"),
      (.atEnd, true, "after the last visit", "行程结束后"),
    ])
  func lunchPlaces(place: LunchPlace, isFree: Bool, en: String, zh: String) throws {
    var sheet = try SampleTour.sheet()
    sheet.itinerary.days[0].lunch?.place = place
    if isFree { sheet.days[0].end = nil }
    for (language, words) in [(Language.en, en), (.zh, zh)] {
      let lines = sheet.text(in: .table, language: language).components(separatedBy: "\n")
      #expect(lines.contains { $0.contains("12:00–12:45") && $0.hasSuffix("  " + words) })
    }
  }

  @Test("Every row adds up as it is read: arrival, wait and visit, and the way to the next")
  func minutes() throws {
    // Seconds that would be rounded in different directions: 8:30:40, 8:41:20, 9:12:10, 9:23:30.
    var sheet = try SampleTour.sheet()
    sheet.days.removeLast()
    sheet.itinerary.days = [
      DayPlan(
        name: "1", departure: 30_640,
        legs: [
          Leg(from: 0, to: 1, seconds: 640, metres: 7000),
          Leg(from: 1, to: 0, seconds: 680, metres: 7000),
        ],
        visits: [
          TourPlanner.Visit(
            stop: "LX-0001", score: 1, arrival: 31_280, wait: 50, start: 31_330, departure: 33_130,
            slack: 0)
        ], arrival: 33_810, slack: 0)
    ]
    let lines = sheet.text(in: .csv, language: .en).components(separatedBy: "\r\n")
    #expect(lines[1].contains(",,08:30,,"))
    #expect(lines[2].contains(",08:41,1,08:42,09:12,09:12,11,7,"))
    #expect(lines[3].contains(",09:23,,,,,11,7,"))
    #expect(
      sheet.text(in: .table, language: .en)
        .contains("Total: travel 14 km, 22 min; visits 30 min; waiting 1 min; slack 0 min\n"))
  }

  @Test("A length that nobody gave is not 0", arguments: TourFormat.allCases)
  func noLengths(format: TourFormat) throws {
    var sheet = try SampleTour.sheet()
    for day in sheet.itinerary.days.indices {
      for leg in sheet.itinerary.days[day].legs.indices {
        sheet.itinerary.days[day].legs[leg].metres = nil
      }
    }
    let text = sheet.text(in: format, language: .en)
    #expect(!text.contains("0 km"))
    switch format {
    case .table: #expect(text.contains("2 days, 3 visits, distance not given\n"))
    case .json: #expect(text.contains("\"travel_m\": null"))
    case .geojson: #expect(text.contains("\"km\":null"))
    default: break
    }
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
    #expect(properties?["line"] as? String == "Lines between stops are straight, not the road.")
    #expect(properties?["km"] as? Double == 32.25)
  }
}
