import Hours
import Testing

@Suite("Times of day")
struct ClockTimeTests {
  @Test(
    "Times as people write them, and as they are printed",
    arguments: [
      ("08:30", 30_600, "08:30"), ("8:05", 29_100, "08:05"), ("17:30:05", 63_005, "17:30:05"),
      ("00:00", 0, "00:00"), ("24:00", 86_400, "24:00"), ("09:00:00", 32_400, "09:00"),
    ])
  func times(text: String, seconds: Int, printed: String) {
    #expect(ClockTime(text)?.seconds == seconds)
    #expect(ClockTime(text)?.description == printed)
  }

  @Test(
    "What is no time of day",
    arguments: [
      "", "8", "25:00", "24:01", "08:60", "08:00:60", "-8:00", "8:+5", "08:00 ", "08:00:00:00",
      "08:", ":30", "八:30", "０８:30", "008:00",
    ])
  func none(text: String) { #expect(ClockTime(text) == nil) }

  @Test("A time after midnight of a day that goes on is printed past 24")
  func afterMidnight() { #expect(ClockTime(25 * 3600 + 60).description == "25:01") }
}
