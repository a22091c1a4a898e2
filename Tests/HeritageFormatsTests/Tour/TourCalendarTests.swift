import HeritageRegistry
import Testing

@testable import HeritageFormats

@Suite("Plans as calendars")
struct TourCalendarTests {
  @Test("Lines have at most 75 octets and unfold to what they were", arguments: Language.allCases)
  func folding(language: Language) throws {
    let text = try SampleTour.sheet().text(in: .ics, language: language)
    let bytes = Array(text.utf8)
    #expect(bytes.suffix(2) == [13, 10])
    var (line, longest): ([UInt8], Int) = ([], 0)
    for byte in bytes {
      if byte != 10 {
        line.append(byte)
      } else {
        #expect(line.last == 13)
        line.removeLast()
        #expect(String(validating: line, as: UTF8.self) != nil)
        longest = max(longest, line.count)
        line = []
      }
    }
    #expect((60...75).contains(longest))
  }

  @Test(
    "A fold never lies inside a character",
    arguments: [
      "a", String(repeating: "a", count: 75), String(repeating: "a", count: 76),
      String(repeating: "城", count: 60), String(repeating: "a🏯", count: 80), "",
    ])
  func fold(line: String) {
    let folded = TourCalendar.folded(line)
    #expect(folded.components("\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(folded.replacing("\r\n ", with: "") == line)
  }

  @Test("Marks are escaped, line breaks become \\n, other controls are left out")
  func escapes() {
    #expect(TourCalendar.escaped("a\\b;c,d\ne\r\nf\rg\u{1}\"") == "a\\\\b\\;c\\,d\\ne\\nf\\ng\"")
  }

  @Test("The hash is FNV-1a")
  func hash() {
    #expect(TourCalendar.hash("") == 0xCBF2_9CE4_8422_2325)
    #expect(TourCalendar.hash("foobar") == 0x8594_4171_F739_67E8)
  }

  @Test("An event has local times, a UID and a stamp from the plan")
  func event() throws {
    let text = try SampleTour.sheet().text(in: .ics, language: .en)
    #expect(text.contains("DTSTART;TZID=Asia/Shanghai:20261205T090000\r\n"))
    #expect(text.contains("DTEND;TZID=Asia/Shanghai:20261205T120000\r\n"))
    #expect(text.contains("DTSTAMP:20261205T000000Z\r\n"))
    #expect(text.contains("GEO:29.69167;111.65556\r\n"))
    #expect(text.contains("SUMMARY:1.1 Chengtoushan site\r\n"))
    let ids = text.components("\r\n").filter { $0.hasPrefix("UID:") }
    #expect(Set(ids).count == 4)
    #expect(text.contains("SUMMARY:lunch\r\nLOCATION:Chengtoushan site\r\n"))
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
