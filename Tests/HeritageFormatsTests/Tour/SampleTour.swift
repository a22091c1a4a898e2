import Geodesy
import HeritageFormats
import HeritageRegistry
import Hours
import TourPlanner

/// A plan of two days with a lunch, approximate stops and stops that are left out.
enum SampleTour {
  /// Marks, a comma, a line break, a character beyond the BMP and what XML forbids.
  static let hardName = "A & <B> \"C\", D;\nE 🏯\u{1}\\"

  static func sheet() throws -> TourSheet {
    TourSheet(
      county: Labels(zh: "澧县", en: "Lixian"),
      itinerary: Itinerary(
        days: [first, second],
        leftOut: [
          LeftOutStop(stop: "LX-0016", score: 8, reason: .noPosition),
          LeftOutStop(
            stop: "LX-0020", score: 4,
            reason: .needsMoreTime(seconds: 1250, day: "2", limit: .latestReturn)),
        ]),
      days: [
        TourSheet.Day(date: try date("2026-12-05"), start: town, end: town),
        TourSheet.Day(date: try date("2026-12-06"), start: town, end: nil),
      ],
      sites: Dictionary(uniqueKeysWithValues: sites.map { ($0.code, $0) }),
      assumedHours: ["LX-0002"], assumptions: ["直线距离 × 1.3，每小时 40 公里", "<daylight> & hours"],
      credits: "Sources: a & b")
  }

  static let town = TourSheet.Place(
    name: Labels(zh: "县城", en: "County town"),
    position: Coordinate(uncheckedLongitude: 111.7587, latitude: 29.6332), accuracy: .metres(50))

  static let first = DayPlan(
    name: "1", departure: 30600,
    legs: [
      Leg(from: 0, to: 1, seconds: 1200, metres: 13_000),
      Leg(from: 1, to: 2, seconds: 600, metres: 4_200),
      Leg(from: 2, to: 0, seconds: 1500, metres: 15_050),
    ],
    visits: [
      Visit(
        stop: "LX-0001", score: 10, arrival: 31800, wait: 600, start: 32400, departure: 43200,
        slack: 900),
      Visit(
        stop: "LX-0002", score: 6, arrival: 46500, wait: 0, start: 46500, departure: 50100,
        slack: 900),
    ], lunch: LunchPlan(start: 43200, end: 45900, place: .afterVisit(0)), arrival: 51600,
    slack: 11_400)

  static let second = DayPlan(
    name: "2", departure: 28800,
    legs: [
      Leg(from: 0, to: 3, seconds: 900, metres: 9_000),
      Leg(from: 3, to: nil, seconds: 0, metres: 0),
    ],
    visits: [
      Visit(
        stop: "LX-0003", score: 2, arrival: 29700, wait: 0, start: 29700, departure: 31500,
        slack: 60)
    ], arrival: 31500, slack: 60)

  static let sites = [
    site("LX-0001", "城头山遗址", "Chengtoushan site", 111.65556, 29.69167, 50, .publishedFix),
    site("LX-0002", "彭头山遗址", nil, 111.68, 29.68, 5000, .townshipSeat),
    site("LX-0003", hardName, hardName, 111.8, 29.7, nil, .map),
    Site(
      code: "LX-0016", nameZH: "名称待考", level: .national, levelBasis: .unidentified,
      provenance: .published),
    site("LX-0020", "塔", "Pagoda", 111.9, 29.5, 20, .rtk),
  ]

  private static func site(
    _ code: String, _ zh: String, _ en: String?, _ longitude: Double, _ latitude: Double,
    _ accuracy: Double?, _ method: PositionMethod
  ) -> Site {
    Site(
      code: code, nameZH: zh, nameEN: en, level: .national, levelBasis: .listed,
      township: "城头山镇",
      position: Position(
        coordinate: Coordinate(uncheckedLongitude: longitude, latitude: latitude),
        accuracy: accuracy.map(Length.metres), method: method, source: nil, verbatim: nil,
        declaredSystem: nil),
      provenance: .published)
  }

  private static func date(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(text) else { throw NoSuchDate() }
    return date
  }

  private struct NoSuchDate: Error {}
}
