import HeritageRegistry
import Testing
import TourPlanner

@testable import HeritageFormats

@Suite("Violations as sentences")
struct ItineraryViolationSentenceTests {
  @Test(
    "In Chinese and in English, lengths of time in hours and minutes",
    arguments: [
      (
        ItineraryViolation.visitTooShort(stop: "LX-0001", seconds: 7200, least: 9000),
        "LX-0001：参观只有 2 小时，需要 2 小时 30 分钟",
        "the visit of stop LX-0001 lasts 2 h, and takes 2 h 30 min"
      ),
      (
        .leavesTooEarly(day: "2026-12-05", by: 65), "2026-12-05：出发早了 1 分钟 5 秒",
        "day 2026-12-05 starts 1 min 5 s too early"
      ),
      (
        .startsElsewhere(day: "2026-12-06", place: "津市", lastEnd: "澧县县城"),
        "2026-12-06：从津市出发，而前一天止于澧县县城",
        "day 2026-12-06 starts at 津市, but the day before ends at 澧县县城"
      ),
      (.closedToVisitors(stop: "LX-0001"), "LX-0001：不对外开放", "stop LX-0001 is closed to visitors"),
    ])
  func sentences(violation: ItineraryViolation, zh: String, en: String) {
    #expect(violation.sentence(in: .zh) == zh)
    #expect(violation.sentence(in: .en) == en)
  }
}
