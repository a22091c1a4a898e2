import Foundation
import HeritageTestSupport
import Testing

@Suite("Tours that are pleasant to go")
struct PleasantTourTests {
  private struct Times: Decodable {
    struct Day: Decodable {
      var departure: String
      var arrival: String
    }
    var days: [Day]
  }

  private func times(_ run: Program.Run) throws -> [Times.Day] {
    try JSONDecoder().decode(Times.self, from: Data(run.output.utf8)).days
  }

  @Test("With a long break at noon the longest visit comes first, and nobody waits for two hours")
  func lunch() throws {
    let run = try tour([
      "--date", "2026-12-05", "--start", "county-town", "--sites", "LX-0001,LX-0012", "--lunch",
      "12:00-13:30/90m", "--format", "json",
    ])
    #expect(try PrintedPlan(run).codes == [["LX-0001", "LX-0012"]])
    #expect(try #require(times(run).first).arrival < "14:21")
  }

  @Test("Where the second relic opens late, the day begins later")
  func laterStart() throws {
    let run = try tour([
      "--date", "2026-12-05", "--start", "county-town", "--sites", "LX-0012,LX-0013", "--hours",
      "LX-0012=10:30-12:00", "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try #require(times(run).first).departure >= "09:35")
    #expect(try #require(times(run).first).arrival <= "11:21")
  }

  @Test("Two days from the county town are of like length")
  func likeDays() throws {
    let run = try tour([
      "--date", "2026-12-05", "--days", "2", "--start", "county-town", "--must", "LX-0001",
      "--format", "json",
    ])
    let days = try times(run)
    #expect(days.allSatisfy { $0.arrival > "12:00" && $0.arrival < "16:30" }, "\(days)")
  }

  @Test("A break that leaves no room for the visit is named, and without it there is a plan")
  func breakNamed() throws {
    let options = [
      "--date", "2026-12-02", "--start", "county-town", "--must", "LX-0012", "--sites", "LX-0012",
      "--hours", "LX-0012=12:00-12:50", "--lang", "en",
    ]
    let run = try tour(options + ["--lunch", "12:00-12:50/45m"])
    #expect(run.status == 65)
    #expect(run.errors.contains("together with the break"), "\(run.errors)")
    #expect(run.errors.contains("without --lunch"))
    #expect(try tour(options).status == 0)
  }

  @Test("A table with an empty cell gives the plan that needs no such way")
  func gap() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      ",county-town,LX-0001,LX-0012\ncounty-town,0,1200,1800\nLX-0001,1200,0,900\nLX-0012,,900,0\n",
      to: "gap.csv")
    let run = try tour([
      "--date", "2026-12-05", "--start", "county-town", "--sites", "LX-0001,LX-0012", "--matrix",
      path, "--format", "json",
    ])
    #expect(try PrintedPlan(run).codes == [["LX-0012", "LX-0001"]])
  }

  @Test("Relics that share a reason are left out in one line; a free start is said at once")
  func text() throws {
    let run = try tour(["--date", "2026-12-05", "--lang", "en", "--format", "table"])
    #expect(run.output.contains("relics: access not known"), "\(run.output)")
    let head = run.output.split(separator: "\n").prefix(2).joined(separator: "\n")
    #expect(head.contains("no start is given"), "\(head)")
    let started = try tour([
      "--date", "2026-12-05", "--start", "county-town", "--lang", "en", "--format", "table",
    ])
    #expect(!started.output.contains("no start is given"))
  }

  @Test("A calendar has whole minutes, and places that a map can look up")
  func calendar() throws {
    let run = try tour(["--date", "2026-12-05", "--start", "county-town", "--format", "ics"])
    let lines = run.output.split(whereSeparator: \.isNewline)
    let starts = lines.filter { $0.hasPrefix("DTSTART;") || $0.hasPrefix("DTEND;") }
    #expect(!starts.isEmpty)
    #expect(starts.allSatisfy { $0.hasSuffix("00") })
    #expect(lines.allSatisfy { !$0.hasPrefix("LOCATION") || !$0.contains("±") })
  }
}
