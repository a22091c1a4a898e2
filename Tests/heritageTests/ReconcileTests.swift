import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage reconcile")
struct ReconcileTests {
  private static let header =
    "code,name_zh,category,protection_level,township,lon,lat,coord_accuracy_m\n"
  /// Three relics of Lixian's register, and one that is new.
  private static let survey =
    header + """
      430723-0001,城头山遗址,ancient_site,national,城头山镇,111.65556,29.69167,300
      430723-0002,鸡叫城遗址,ancient_site,national,,,,
      430723-0003,花瓦寺塔,ancient_building,national,,,,
      430723-0900,李家老屋,ancient_building,registered,官垸镇,111.9,29.75,20

      """

  private static func run(
    _ survey: String, _ arguments: String..., in folder: TemporaryFolder
  ) throws -> Program.Run {
    try run(survey, arguments, in: folder)
  }

  private static func run(
    _ survey: String, _ arguments: [String], in folder: TemporaryFolder
  ) throws -> Program.Run {
    try survey.write(toFile: folder.path("four.csv"), atomically: true, encoding: .utf8)
    return try Program.heritage.run(
      ["reconcile", "four.csv", "--name", "四普", "--datum", "wgs84", "--lang", "en"] + arguments,
      in: folder.url, environment: ["HERITAGE_WHO": "王芳"])
  }

  private static func rows(_ folder: TemporaryFolder, _ file: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path(file)))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return object?["rows"] as? [[String: Any]] ?? []
  }

  @Test("A dry run writes a review of every relic and nothing else")
  func dryRun() throws {
    let folder = try Registers.lixianCopy()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("heritage.sqlite")))
    let run = try Self.run(Self.survey, "--dry-run", "-o", "review.json", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("newly found 1 = 4; gone, registered apart: 35\n"))
    let rows = try Self.rows(folder, "review.json")
    let pair = try #require(rows.first { $0["old_code"] as? String == "LX-0001" })
    #expect(pair["new_code"] as? String == "430723-0001")
    #expect((pair["evidence"] as? String)?.contains("same name 城头山遗址 (+") == true)
    #expect(
      rows.contains { $0["verdict"] as? [String] == ["new"] && $0["new_name"] as? String == "李家老屋" }
    )
    let after = try Data(contentsOf: URL(fileURLWithPath: folder.path("heritage.sqlite")))
    #expect(before == after)
  }

  @Test("What is decided is written with history, under the register's code, and once")
  func adopted() throws {
    let folder = try Registers.lixianCopy()
    let survey = Self.survey.replacingOccurrences(of: "城头山遗址", with: "城头山古城遗址")
    try "decision,old_code,file,sheet,row\n是同一处,LX-0001,four.csv,,2\n".write(
      toFile: folder.path("decisions.csv"), atomically: true, encoding: .utf8)
    let run = try Self.run(
      survey, "--decisions", "decisions.csv", "-o", "review.csv", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let shown = try Program.heritage.run(
      ["show", "LX-0001", "--audience", "staff", "--format", "json"], in: folder.url)
    let relic = try #require(try shown.json as? [String: Any])
    #expect(relic["name_zh"] as? String == "城头山古城遗址")
    #expect(relic["code_survey4"] as? String == "430723-0001")
    #expect(shown.output.contains("\"城头山遗址\""))
    let again = try Self.run(
      survey, "--decisions", "decisions.csv", "-o", "review2.csv", in: folder)
    #expect(again.errors.contains("changed 0, "), "\(again.errors)")
    let history = try Program.heritage.run(
      ["history", "LX-0001", "--audience", "staff", "--format", "json"], in: folder.url)
    #expect(history.output.contains("王芳"))
  }

  @Test("A survey in GCJ-02 is said to be shifted, and nothing of it is written")
  func shifted() throws {
    let folder = try Registers.lixianCopy()
    let export = try Program.heritage.run(
      ["export", "--audience", "staff", "--format", "csv", "--datum", "gcj02"], in: folder.url)
    let lines = export.output.split(separator: "\r\n").map(String.init)
    let columns = try #require(lines.first).split(separator: ",").map(String.init)
    let kept = ["code", "name_zh", "lon_gcj02", "lat_gcj02"].map { columns.firstIndex(of: $0) ?? 0 }
    let table = lines.map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return kept.map { String(cells[$0]).replacingOccurrences(of: "_gcj02", with: "") }
        .joined(separator: ",")
    }
    let survey = table.map { $0 + ($0.hasPrefix("code") ? ",protection_level" : ",registered") }
      .joined(separator: "\n")
    let run = try Self.run(survey + "\n", "-o", "review.json", in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("as gcj02 does: no relic has moved"), "\(run.errors)")
    #expect(run.errors.contains("--datum gcj02"))
  }

  @Test(
    "What cannot be read is named, and nothing is written",
    arguments: [
      (
        "decision,old_code,file,row\nperhaps,LX-0001,four.csv,2\n",
        "row 2 of decisions.csv has the decision \"perhaps\""
      ),
      ("decision,old_code,file,row\nsame,,four.csv,2\n", "does not name the relic and the row"),
      ("decision,old_code,file,row\ngone,,,\n", "does not name the relic and the row"),
      ("decision,old_code,file,row\ngone,LX-0021,,\n", "nobody says why LX-0021 is gone"),
      (
        "decision,reason,date,old_code,file,row\ngone,拆除,,LX-0021,,\n",
        "nobody says when it was that LX-0021 was gone"
      ),
      (
        "decision,date,old_code,file,row\nsplit,2024,LX-0030,four.csv,5\n",
        "LX-0030 is decided to be split into row 5 of four.csv alone"
      ),
      (
        "decision,date,old_code,file,row\nmerged,2024,LX-0030,four.csv,5\n",
        "row 5 of four.csv is decided to be merged from LX-0030 alone"
      ),
      (
        "decision,old_code,file,row\nsame,LX-0021,four.csv,5\nnew,,four.csv,5\n",
        "decided to be two"
      ),
      ("decision,old_code,file,row\nnew,LX-0002,four.csv,5\n", "LX-0002"),
      (
        "decision,old_code,file,row\nsame,LX-0001,four.csv,2\ndifferent,LX-0001,four.csv,2\n",
        "decides otherwise"
      ),
      (
        "decision,old_code,file,row\nsame,LX-0001,four.csv,2\nsame,LX-0001,four.csv,3\n",
        "decided to be two"
      ),
      ("code,name_zh\nLX-0001,城头山遗址\n", "decisions.csv is no review"),
    ])
  func badDecisions(_ decisions: String, _ sentence: String) throws {
    let folder = try Registers.lixianCopy()
    try decisions.write(
      toFile: folder.path("decisions.csv"), atomically: true, encoding: .utf8)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("heritage.sqlite")))
    for rehearsal in [["--dry-run"], []] {
      let run = try Self.run(
        Self.survey, ["--decisions", "decisions.csv", "-o", "review.csv"] + rehearsal, in: folder)
      #expect(run.status == 65)
      #expect(run.errors.contains(sentence), "\(run.errors)")
    }
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path("heritage.sqlite"))) == before)
  }

  @Test("A map and a sheet choose what is read, as an import does")
  func map() throws {
    let folder = try Registers.lixianCopy()
    let survey = "编号,代码,名称\n1,430723-0001,城头山遗址\n"
    let refused = try Self.run(survey, "--dry-run", "-o", "review.json", in: folder)
    #expect(refused.status == 65 && refused.errors.contains("--map code=编号"), "\(refused.errors)")
    let run = try Self.run(
      survey, "--map", "code=代码", "--dry-run", "-o", "review.json", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let codes = try Self.rows(folder, "review.json").compactMap { $0["new_code"] as? String }
    #expect(codes == ["430723-0001"])
    let sheet = try Self.run(survey, "--sheet", "二", "--dry-run", "-o", "review.json", in: folder)
    #expect(sheet.status != 0 && sheet.errors.contains("二"), "\(sheet.errors)")
  }

  @Test("What nobody has decided fails where that is asked for")
  func undecided() throws {
    let folder = try Registers.lixianCopy()
    let survey = Self.header + "430723-0001,城头山城址,ancient_site,national,,,,\n"
    let run = try Self.run(
      survey, "--dry-run", "--fail-undecided", "-q", "-o", "review.xlsx", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("1 are not decided"), "\(run.errors)")
  }

  @Test("The same file under two names is refused")
  func sameFile() throws {
    let folder = try Registers.lixianCopy()
    for name in ["a.csv", "b.csv"] {
      try Self.survey.write(toFile: folder.path(name), atomically: true, encoding: .utf8)
    }
    let run = try Program.heritage.run(
      ["reconcile", "a.csv", "b.csv", "--name", "四普", "--dry-run", "-o", "r.csv", "--lang", "en"],
      in: folder.url)
    #expect(run.status == 65 && run.errors.contains("a.csv and b.csv are the same file"))
  }
}
