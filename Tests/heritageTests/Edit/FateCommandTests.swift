import Foundation
import HeritageTestSupport
import Testing

@Suite("What becomes of relics, and their codes, from the command line")
struct FateCommandTests {
  private static func run(
    _ arguments: [String], in folder: TemporaryFolder, who: String? = "王芳"
  ) throws -> Program.Run {
    var environment = ["HERITAGE_AUDIENCE": "staff"]
    environment["HERITAGE_WHO"] = who
    return try Program.heritage.run(arguments, in: folder.url, environment: environment)
  }

  @Test(
    "A code that is none is refused by add, dry or not",
    arguments: [
      ("../../x", "\"/\""), ("a/b", "\"/\""), (" LX-1", "\"U+0020\""), ("LX-1 ", "\"U+0020\""),
      ("LX\t1", "\"U+0009\""), ("a\\b", "does not belong"), ("..", "neither a letter"),
      ("-1", "neither a letter"), ("", "it is empty"), ("a\u{202E}b", "\"U+202E\""),
      (String(repeating: "9", count: 65), "longer than 64"),
    ])
  func badCode(code: String, sentence: String) throws {
    let folder = try Registers.lixianCopy()
    for dry in [[], ["--dry-run"]] {
      let run = try Self.run(
        ["add", "code=\(code)", "name_zh=新亭", "township=城头山镇"] + dry, in: folder)
      #expect(run.status == 65, "\(run.errors)")
      #expect(run.errors.contains("is no code: "))
      #expect(run.errors.contains(sentence), "\(run.errors)")
      #expect(run.errors.contains("430723-0011"))
    }
    #expect(try Self.run(["history", "--format", "json"], in: folder).objects.isEmpty)
  }

  @Test(
    "Codes of real registers are taken",
    arguments: ["430723-0011", "84-27", "430124—1245", "LX-9011", "4-3-27", "湘文保－3", "第7批_3.1"])
  func goodCode(code: String) throws {
    let run = try Self.run(
      ["add", "code=\(code)", "name_zh=新亭", "township=城头山镇"],
      in: try Registers.lixianCopy())
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.hasPrefix("\(code) 新亭 is new\n"), "\(run.errors)")
  }

  @Test("Today is the day that HERITAGE_TODAY names")
  func today() throws {
    let folder = try Registers.lixianCopy()
    for (date, status) in [("2024-05-21", 64), ("2024-06", 64), ("2024-05-20", 0)]
      as [(String, Int32)]
    {
      let run = try Program.heritage.run(
        ["destroy", "LX-0011", "--document", "x", "--date", date, "--dry-run"], in: folder.url,
        environment: ["HERITAGE_WHO": "王芳", "HERITAGE_TODAY": "2024-05-20"])
      #expect(run.status == status, "\(run.errors)")
      #expect(status == 0 || run.errors.contains("today is 2024-05-20"))
    }
  }

  @Test("A rehearsal says what would become of each relic, and writes nothing")
  func rehearsed() throws {
    let folder = try Registers.lixianCopy()
    let paper = ["--document", "复核意见", "--date", "2025-03", "--dry-run"]
    func said(_ arguments: [String]) throws -> [String] {
      try Self.run(arguments + paper, in: folder).errors.split(separator: "\n").map(String.init)
    }
    let merge = try said(["merge", "LX-0011", "LX-0014", "--into", "LX-0012"])
    #expect(merge.count == 5)
    #expect(merge[0].hasPrefix("LX-0011 ") && merge[0].hasSuffix(": existing → merged"))
    #expect(merge[1] == "LX-0011: from now on see LX-0012")
    #expect(merge[2].hasPrefix("LX-0014 ") && merge[4] == "nothing was written")
    let split = try said(["split", "LX-0011", "--into", "LX-0012", "LX-0013"])
    #expect(split[1] == "LX-0011: from now on see LX-0012, LX-0013")
    for (command, state) in [("destroy", "destroyed"), ("retire", "revoked"), ("move", "moved")] {
      let lines = try said([command, "LX-0011"])
      #expect(lines.count == 2)
      #expect(lines[0].hasSuffix(": existing → \(state)"), "\(lines)")
    }
    #expect(try said(["retire", "LX-0011", "--proposed"])[0].hasSuffix("→ revocation proposed"))
    #expect(try Self.run(["history", "--format", "json"], in: folder).objects.isEmpty)
  }

  @Test("Nothing becomes part of what is gone, and nothing becomes of what is revoked")
  func gone() throws {
    let folder = try Registers.lixianCopy()
    let paper = ["--document", "复核意见", "--date", "2025-03"]
    #expect(try Self.run(["destroy", "LX-0013"] + paper, in: folder).status == 0)
    #expect(try Self.run(["retire", "LX-0014"] + paper, in: folder).status == 0)
    for (arguments, sentence) in [
      (["merge", "LX-0011", "--into", "LX-0013"], "LX-0013 stays as it is: it is destroyed"),
      (["merge", "LX-0011", "--into", "LX-0014"], "LX-0014 stays as it is: it is registered no"),
      (["destroy", "LX-0014"], "LX-0014 stays as it is: it is revoked"),
      (["move", "LX-0014"], "LX-0014 stays as it is: it is revoked"),
    ] {
      let run = try Self.run(arguments + paper, in: folder)
      #expect(run.status == 65)
      #expect(run.errors.contains(sentence), "\(run.errors)")
    }
    #expect(try Self.run(["reinstate", "LX-0014"] + paper, in: folder).status == 0)
    // Words, not columns.
    let last = try Self.run(["undo", "3", "--dry-run"], in: folder)
    #expect(last.errors.contains("LX-0014 State: (nothing) → revoked"), "\(last.errors)")
    #expect(last.errors.contains("change of state: document: 复核意见 → (nothing)"))
    #expect(!last.errors.contains("site_id"))
  }

  @Test("What is merged or revoked leaves the answers, keeps its code and says what it became")
  func fates() throws {
    let folder = try Registers.lixianCopy()
    let paper = ["--document", "复核意见", "--date", "2025-03"]
    #expect(
      try Self.run(["merge", "LX-0011", "--into", "LX-0012"] + paper, in: folder).status == 0)
    #expect(try Self.run(["destroy", "LX-0013"] + paper, in: folder).status == 0)
    func codes(_ options: [String]) throws -> [String] {
      try Self.run(["list", "--format", "json"] + options, in: folder).objects
        .compactMap { $0["code"] as? String }
    }
    #expect(try !codes([]).contains("LX-0011"))
    #expect(try codes([]).contains("LX-0013"))
    #expect(try codes(["--include-former"]).contains("LX-0011"))
    let show = try Self.run(["show", "LX-0011", "--format", "table"], in: folder)
    #expect(show.output.contains("Now see"))
    #expect(show.output.contains("LX-0012"))
    #expect(show.output.contains("merged, 2025-03, 复核意见"))
    let again = try Self.run(["retire", "LX-0011"] + paper, in: folder)
    #expect(again.status == 65)
    #expect(again.errors.contains("its successors stand for it"))
    #expect(try Self.run(["undo", "1"], in: folder).status == 0)
    #expect(try codes([]).contains("LX-0011"))
  }
}
