import Foundation
import HeritageTestSupport
import Testing

@Suite("What heritage reconcile writes")
struct ReconcileWritingTests {
  /// A tower that is kept, two bridges of which one is merged into another's entry, a house that is new, and two
  /// parts of a group of tombs.
  private static let survey = """
    编号,名称,类别,保护级别,乡镇,四普编号说明
    430723-0001,八方楼,古建筑,县级文物保护单位,澧阳街道,
    430723-0002,松竹石拱桥与花瓦石拱桥,古建筑,未定级不可移动文物,,
    430723-0003,李家老屋,古建筑,未定级不可移动文物,官垸镇,
    430723-0004,黄家山东墓群,古墓葬,未定级不可移动文物,,
    430723-0005,黄家山西墓群,古墓葬,未定级不可移动文物,,

    """
  private static let decisions = """
    decision,reason,document,date,old_code,file,sheet,row
    same,,,,LX-0021,four.csv,,2
    合并,两桥相连,澧文普〔2025〕3号,2025-03,LX-0030,four.csv,,3
    merged,两桥相连,澧文普〔2025〕3号,2025-03,LX-0033,four.csv,,3
    新发现,,,,,four.csv,,4
    拆分,,,,LX-0037,four.csv,,5
    split,,,,LX-0037,four.csv,,6
    消失,修路拆除,,2024,LX-0031,,,

    """

  private static func run(
    in folder: TemporaryFolder, _ arguments: String..., survey: String = survey,
    decisions: String = decisions
  ) throws -> Program.Run {
    try run(in: folder, arguments, survey: survey, decisions: decisions)
  }

  private static func run(
    in folder: TemporaryFolder, _ arguments: [String], survey: String = survey,
    decisions: String = decisions
  ) throws -> Program.Run {
    try folder.write(survey, to: "four.csv")
    try folder.write(decisions, to: "decisions.csv")
    return try Program.heritage.run(
      [
        "reconcile", "four.csv", "--name", "四普", "--decisions", "decisions.csv", "-o", "review.csv",
        "--date", "2025-06-30", "--lang", "en",
      ] + arguments, in: folder.url, environment: ["HERITAGE_WHO": "王芳"])
  }

  private static func show(_ code: String, in folder: TemporaryFolder) throws -> [String: Any] {
    let run = try Program.heritage.run(
      ["show", code, "--audience", "staff", "--format", "json"], in: folder.url)
    return try #require(try run.json as? [String: Any], "\(run.errors)")
  }

  private static func bytes(_ folder: TemporaryFolder) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder.path("heritage.sqlite")))
  }

  @Test("New, gone, split and merged are one edit, after a backup, and a rehearsal says the same")
  func everything() throws {
    let folder = try Registers.lixianCopy()
    let before = try Self.bytes(folder)
    let rehearsed = try Self.run(in: folder, "--dry-run")
    #expect(rehearsed.status == 0, "\(rehearsed.errors)")
    let counts = "new 4, changed 1, unchanged 0; gone 1, split 1, merged 2\n"
    #expect(rehearsed.errors.contains(counts), "\(rehearsed.errors)")
    #expect(try Self.bytes(folder) == before)
    let run = try Self.run(in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains(counts))
    #expect(run.errors.contains("newly found 1 = 5; gone, registered apart: 34\n"), "\(run.errors)")
    let backup = try Data(
      contentsOf: URL(fileURLWithPath: folder.path("heritage.sqlite.backup-1")))
    #expect(backup.count == before.count)
    let edits = try Program.heritage.run(
      ["history", "--audience", "staff", "--format", "json"], in: folder.url)
    let rows = try #require(try edits.json as? [[String: Any]], "\(edits.output)")
    let numbers = Set(rows.compactMap { $0["edit"] as? Int ?? $0["number"] as? Int })
    #expect(numbers.count == 1, "\(numbers)")
    #expect(edits.output.contains("四普, four.csv"))
  }

  @Test("Each relic shows what became of it, with its successors and the survey's codes")
  func shown() throws {
    let folder = try Registers.lixianCopy()
    #expect(try Self.run(in: folder).status == 0)
    let gone = try Self.show("LX-0031", in: folder)
    #expect(gone["state"] as? String == "destroyed")
    let fate = try #require(gone["lifecycle"] as? [String: Any])
    let event = try #require((fate["events"] as? [[String: Any]])?.first)
    #expect(event["cause"] as? String == "修路拆除")
    #expect(event["date"] as? String == "2024")
    #expect(event["document"] as? String == "四普")
    for code in ["LX-0030", "LX-0033"] {
      let merged = try Self.show(code, in: folder)
      #expect(merged["state"] as? String == "merged")
      let fate = try #require(merged["lifecycle"] as? [String: Any])
      #expect(fate["successors"] as? [String] == ["LX-0039"])
    }
    let split = try #require(try Self.show("LX-0037", in: folder)["lifecycle"] as? [String: Any])
    #expect(split["successors"] as? [String] == ["LX-0041", "LX-0042"])
    let event2 = try #require((split["events"] as? [[String: Any]])?.first)
    #expect(event2["date"] as? String == "2025-06-30")
    let new = try Self.show("LX-0040", in: folder)
    #expect(new["name_zh"] as? String == "李家老屋")
    #expect(new["code_survey4"] as? String == "430723-0003")
    #expect(new["township"] as? String == "官垸镇")
    #expect(try Self.show("LX-0021", in: folder)["code_survey4"] as? String == "430723-0001")
    let csv = try Program.heritage.run(["export", "--format", "csv"], in: folder.url).output
    #expect(csv.contains("code_survey4") && csv.contains("430723-0003"))
    #expect(
      try Program.heritage.run(["doctor"], in: folder.url).status == 0)
  }

  @Test("The same decisions once more change nothing, and the review keeps them")
  func again() throws {
    let folder = try Registers.lixianCopy()
    #expect(try Self.run(in: folder).status == 0)
    let review = try String(contentsOfFile: folder.path("review.csv"), encoding: .utf8)
    for word in ["merged,两桥相连,澧文普〔2025〕3号,2025-03", "gone,修路拆除,,2024", "\nnew,"] {
      #expect(review.contains(word), "\(word)\n\(review)")
    }
    let run = try Self.run(in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("newly found 1 = 5;"), "\(run.errors)")
    #expect(
      run.errors.contains("new 0, changed 0, unchanged 5; gone 0, split 0, merged 0\n"),
      "\(run.errors)")
  }

  @Test("Decisions that are replayed give the same bytes")
  func replayed() throws {
    let reviews = try (0..<2).map { _ in
      let folder = try Registers.lixianCopy()
      #expect(try Self.run(in: folder, "--dry-run").status == 0)
      return try Data(contentsOf: URL(fileURLWithPath: folder.path("review.csv")))
    }
    #expect(reviews[0] == reviews[1])
  }

  @Test("What is not decided is not written")
  func undecided() throws {
    let folder = try Registers.lixianCopy()
    let run = try Self.run(in: folder, decisions: "decision,old_code,file,row\n")
    #expect(run.errors.contains("new 0, changed 0, unchanged 0; gone 0, split 0, merged 0"))
    #expect(run.errors.contains("not written until somebody decides it"), "\(run.errors)")
  }

  @Test("Rows that cannot be read stop all, and are left out where that is asked for")
  func skipBad() throws {
    let folder = try Registers.lixianCopy()
    let survey = Self.survey + "430723-0009,坏行,古建筑,特级,官垸镇,\n430723-0001,重号,古建筑,未定级不可移动文物,,\n"
    let before = try Self.bytes(folder)
    let refused = try Self.run(in: folder, survey: survey)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("特级") && refused.errors.contains("430723-0001"))
    #expect(try Self.bytes(folder) == before)
    let decisions = "decision,old_code,file,sheet,row\n新发现,,four.csv,,4\n"
    let run = try Self.run(in: folder, "--skip-bad", survey: survey, decisions: decisions)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("3 rows cannot be read and are left out"), "\(run.errors)")
    #expect(run.errors.contains("new 1, changed 0"), "\(run.errors)")
  }

  @Test("A relic that is left alone of a merger is not proposed as one")
  func leftAlone() throws {
    let folder = try Registers.lixianCopy()
    let proposed = try Self.run(in: folder, "--dry-run", decisions: "decision,old_code,file,row\n")
    #expect(proposed.status == 0, "\(proposed.errors)")
    func merged() throws -> [Substring] {
      try String(contentsOfFile: folder.path("review.csv"), encoding: .utf8)
        .split(whereSeparator: \.isNewline).filter { $0.contains(",merged,") }
    }
    #expect(try merged().count == 2)
    // One part decided: the other is asked for still.
    let begun = try Self.run(
      in: folder, "--dry-run", decisions: "decision,old_code,file,row\nmerged,LX-0030,four.csv,3\n")
    #expect(begun.status == 65, "\(begun.errors)")
    #expect(try merged().map { $0.contains(",LX-0030,") } == [true, false])
    let run = try Self.run(
      in: folder, "--dry-run",
      decisions: "decision,old_code,file,row\ndifferent,LX-0030,four.csv,3\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try merged() == [])
    // Both are waiting now: the bridge as gone, the row as new.
    #expect(run.errors.contains("newly found 4 = 5"), "\(run.errors)")
  }

  @Test("What a row leaves empty stays, as do other names and sources, and a better point")
  func nothingLost() throws {
    let folder = try Registers.lixianCopy()
    let before = try Self.show("LX-0004", in: folder)
    let survey =
      "编号,名称,级别,乡镇,年代,别名,经度,纬度,位置精度,来源\n"
      + "430723-0004,余家石牌坊,,城头山镇,,,111.6,29.7,90000,四普实测\n"
    let run = try Self.run(
      in: folder, "--datum", "wgs84", survey: survey,
      decisions: "decision,old_code,new_name,file,row\nsame,LX-0004,余家石牌坊,four.csv,2\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("leaves empty or knows less well"), "\(run.errors)")
    let after = try Self.show("LX-0004", in: folder)
    for key in ["protection_level", "period_zh", "lon", "lat"] {
      #expect("\(after[key] ?? "")" == "\(before[key] ?? "")", "\(key)")
    }
    #expect(after["name_zh"] as? String == "余家石牌坊")
    let names = "\(after["other_names"] ?? "")"
    #expect(names.contains("余家牌坊") && names.contains("余家节孝坊"), "\(names)")
    let sources = after["sources"] as? [String] ?? []
    #expect(sources.last == "四普实测")
    #expect(sources.dropLast() == (before["sources"] as? [String] ?? [])[...])
  }

  @Test("A decision of a row that is another by now is refused, and nothing is written")
  func otherRow() throws {
    let folder = try Registers.lixianCopy()
    let before = try Self.bytes(folder)
    let run = try Self.run(
      in: folder,
      decisions: "decision,old_code,new_name,file,row\nsame,LX-0021,八方楼,four.csv,4\n")
    #expect(run.status == 65)
    #expect(run.errors.contains("row 4 of four.csv is 李家老屋, and 八方楼 was decided"), "\(run.errors)")
    #expect(try Self.bytes(folder) == before)
  }

  @Test("A row of a review that is new after all gets the next code, not that of its neighbour")
  func newAfterAll() throws {
    let folder = try Registers.lixianCopy()
    let run = try Self.run(
      in: folder, "--dry-run",
      decisions: "decision,old_code,old_name,file,row\nnew,LX-0021,八方楼,four.csv,2\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("new 1, changed 0"), "\(run.errors)")
  }

  @Test("A row with a relic's own code that is decided new is new, and the relic stays as it is")
  func newUnderOwnCode() throws {
    let folder = try Registers.lixianCopy()
    let before = try Self.show("LX-0021", in: folder)
    let run = try Self.run(
      in: folder, survey: "编号,名称,乡镇\nLX-0021,八方楼,澧阳街道\n",
      decisions: "decision,old_code,file,row\nnew,,four.csv,2\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("new 1, changed 0, unchanged 0"), "\(run.errors)")
    let after = try Self.show("LX-0021", in: folder)
    #expect("\(after["code_survey4"] ?? "")" == "\(before["code_survey4"] ?? "")")
    #expect(try Self.show("LX-0039", in: folder)["name_zh"] as? String == "八方楼")
  }

  @Test("A date that has not come is refused, and nothing is written")
  func dateToCome() throws {
    let folder = try Registers.lixianCopy()
    let before = try Self.bytes(folder)
    for rehearsal in [["--dry-run"], []] {
      let run = try Self.run(
        in: folder, rehearsal,
        decisions: "decision,reason,date,old_code,file,row\ngone,拆除,2999,LX-0031,,\n")
      #expect(run.status != 0)
      #expect(run.errors.contains("2999 has not come yet"), "\(run.errors)")
    }
    #expect(try Self.bytes(folder) == before)
  }

  @Test("A public copy and a hub are refused in one sentence")
  func otherRegisters() throws {
    let folder = try Registers.lixianCopy()
    let copy = try Program.heritage.run(["publish", "-o", "public.sqlite"], in: folder.url)
    try #require(copy.status == 0, "\(copy.errors)")
    let run = try Self.run(in: folder, "--db", "public.sqlite")
    #expect(run.status == 65 && run.errors.contains("public.sqlite"), "\(run.errors)")
    let hub = try Self.run(in: folder, "--db", "postgres://localhost/heritage")
    #expect(hub.status == 64)
    #expect(hub.errors.contains("a register in a file, not with a hub"), "\(hub.errors)")
  }

  @Test("A survey without a known name is cited among the sources")
  func otherSurvey() throws {
    let folder = try Registers.lixianCopy()
    let run = try Self.run(in: folder, "--name", "县里复核")
    #expect(run.status == 0, "\(run.errors)")
    let relic = try Self.show("LX-0040", in: folder)
    #expect(relic["sources"] as? [String] == ["县里复核 430723-0003"], "\(relic)")
    #expect(relic["code_survey4"] is NSNull)
  }
}
