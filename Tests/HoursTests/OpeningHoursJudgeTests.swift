import Foundation
import HeritageTestSupport
import Hours
import Testing

@Suite("Opening hours beside another program")
struct OpeningHoursJudgeTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]
  private static let script =
    Program.package.appendingPathComponent("Scripts/judges/hours.py").path

  @Test(
    "opening-hours-py opens and closes at the same minutes",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"),
    arguments: Cases.seeds(1...4))
  func minutes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<100).map { _ in Self.text(&random) }
    // Days around the turn of the year, a leap day, and holidays.
    let days = ["2026-01-01", "2026-03-30", "2026-09-28", "2026-12-21", "2028-02-26"]
      .compactMap { CivilDate($0) }.flatMap { first in (0..<10).map { first.adding(days: $0) } }
    let folder = try TemporaryFolder()
    let lines = [days.map(\.description).joined(separator: " "), "PH 00:00-24:00"] + texts
    let input = try folder.write(lines.joined(separator: "\n") + "\n", to: "hours.txt")
    let run = try Program(try #require(Self.python)).run([Self.script, input])
    try #require(run.status == 0, "\(run.errors)")
    // The judge has its own holidays; whichever they are, the rules hold for them.
    let judged = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    try #require(judged.count == texts.count + 1)
    let holidays = PublicHolidays(
      Dictionary(
        zip(days, judged[0]).filter { $1 == "00:00-24:00" }.map { ($0.0, "holiday") },
        uniquingKeysWith: { first, _ in first }))
    for (text, openings) in zip(texts, judged.dropFirst()) {
      let hours = try OpeningHours(text: text)
      for (day, expected) in zip(days, openings) {
        let found = OpeningHoursTextTests.openings(hours.intervals(on: day, holidays: holidays))
        #expect((found.isEmpty ? "-" : found) == expected, "\(text) on \(day)")
      }
    }
  }

  /// Rules of the subset that the reader knows.
  private static func text(_ random: inout SeededGenerator) -> String {
    func draw<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }
    func time(_ hours: ClosedRange<Int>) -> String {
      let (hour, minute) = (Int.random(in: hours, using: &random), draw(["00", "30", "15"]))
      return (hour < 10 ? "0" : "") + "\(hour):\(minute)"
    }
    func months() -> String {
      draw([
        "", "", "Apr-Oct ", "Nov-Mar ", "Jan ", "Oct 16-Apr 15 ", "Dec 24-26 ", "Jan,Sep-Oct ",
        "Dec 24 ",
        "Feb-Mar: ",
      ])
    }
    func days() -> String {
      draw(["", "", "Mo-Fr ", "Tu-Su ", "Sa-Mo ", "Mo,We-Th ", "Sa,PH ", "PH ", "Su "])
    }
    func times() -> String {
      draw([
        "\(time(6...11))-\(time(12...23))",
        "\(time(6...8))-\(time(9...11)), \(time(12...13))-\(time(14...22))",
        "\(time(17...21))-\(time(0...4))", "\(time(17...21))-\(time(25...27))",
      ])
    }
    func rule() -> String {
      let selector = months() + days()
      let end = draw(["times", "times", "times", "off", "pause", "remark"])
      return switch end {
      case "off": selector.isEmpty ? times() : selector + "off"
      case "pause": selector + times() + " off"
      case "remark": selector + times() + " \"ask\""
      default: selector + times()
      }
    }
    var text = rule()
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      // A rule that is added begins with a day or a month.
      let next = rule()
      text += (next.first?.isLetter == true ? draw(["; ", ", "]) : "; ") + next
    }
    return text
  }
}
