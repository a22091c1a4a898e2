import Foundation
import HeritageTestSupport
import Testing

@Suite("The state of preservation, from a bureau's table to every format")
struct ConditionTests {
  /// A copy of Lixian's register into which a table has brought the state of three relics.
  private static func surveyed(_ header: String = "保存状况") throws -> TemporaryFolder {
    let folder = try Registers.lixianCopy()
    try folder.write(
      "编号,名称,\(header)\nLX-0001,城头山遗址,较好\nLX-0004,余家牌坊,保存较差\nLX-0012,澧州文庙,good\n",
      to: "states.csv")
    let run = try Program.heritage.run(["import", "states.csv"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("0 new, 3 changed, 0 unchanged\n"))
    return folder
  }

  /// Runs Python, whose library opens workbooks and GeoPackages without our help.
  private func python(_ script: String, _ path: String) throws -> Program.Run {
    try Program("/usr/bin/python3").run(["-c", script, path])
  }

  @Test(
    "A table's words are read under every header, and an answer says them",
    arguments: ["保存状况", "保存状态", "现状", "condition", "Condition", "State of preservation"])
  func headers(header: String) throws {
    let folder = try Self.surveyed(header)
    let lines = try Program.heritage.run(
      ["list", "--code", "LX-0001", "--code", "LX-0002", "--code", "LX-0004", "--format", "jsonl"],
      in: folder.url
    ).lines
    #expect(lines[0].contains(#""excavated":"1991-2011","condition":"fairly_good","#))
    #expect(lines[1].contains(#","condition":null,"#))
    #expect(lines[2].contains(#","condition":"poor","#))
    for (language, line) in [("zh", "  保存状况  较好\n"), ("en", "  Condition    fairly good\n")] {
      let show = try Program.heritage.run(
        ["show", "LX-0001", "--format", "table", "--lang", language], in: folder.url)
      #expect(show.output.contains(line))
    }
  }

  @Test("A comparison says what was and what will be; another word is refused with those that are")
  func difference() throws {
    let folder = try Self.surveyed()
    try folder.write(
      "编号,名称,保存状况\nLX-0001,城头山遗址,差\nLX-0004,余家牌坊,\nLX-0012,澧州文庙,残破\n", to: "later.csv")
    let run = try Program.heritage.run(
      ["import", "later.csv", "--dry-run", "--format", "json"], in: folder.url)
    #expect(run.status == 65)
    let report = try #require(try run.json as? [String: Any])
    let changed = try #require(report["changed"] as? [[String: Any]])
    let fields = changed.flatMap { $0["fields"] as? [[String: Any]] ?? [] }
    #expect(fields.map { $0["field"] as? String } == ["condition", "condition"])
    #expect(fields.map { $0["old"] as? String } == ["fairly_good", "poor"])
    #expect(fields.map { $0["new"] as? String } == ["bad", nil])
    let problems = try #require(report["problems"] as? [[String: Any]])
    #expect(problems.map { $0["rule"] as? String } == ["is no state of preservation"])
    #expect(problems.map { $0["suggestion"] as? String } == ["write one of 好, 较好, 一般, 较差, 差"])
  }

  @Test(
    "What is exported and imported again is the same", arguments: ["csv", "tsv", "xlsx", "geojson"])
  func roundTrip(format: String) throws {
    let folder = try Self.surveyed()
    let (file, copy) = ("all.\(format)", try Registers.lixianCopy())
    let export = try Program.heritage.run(
      ["export", "--audience", "staff", "--format", format, "-o", copy.path(file)], in: folder.url)
    #expect(export.status == 0, "\(export.errors)")
    let run = try Program.heritage.run(["import", file], in: copy.url)
    #expect(run.errors.contains("0 new, 3 changed, "), "\(run.errors)")
    let lists = try [folder, copy].map {
      try Program.heritage.run(["list", "--format", "jsonl"], in: $0.url).output
    }
    #expect(lists[0] == lists[1])
  }

  @Test("Maps carry it: KML as data, GeoPackage as a column with its words")
  func maps() throws {
    let folder = try Self.surveyed()
    func export(_ format: String) throws -> String {
      let run = try Program.heritage.run(
        ["export", "--format", format, "--lang", "zh", "-o", "all.\(format)"], in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      return folder.path("all.\(format)")
    }
    let kml = try String(contentsOfFile: export("kml"), encoding: .utf8)
    #expect(
      kml.contains(
        "<Data name=\"condition\"><displayName>保存状况</displayName><value>fairly_good</value></Data>")
    )
    let package = try python(
      """
      import sqlite3, sys
      file = sqlite3.connect(sys.argv[1])
      for sql in ("SELECT code, condition FROM relic WHERE condition IS NOT NULL ORDER BY code",
        "SELECT title FROM gpkg_data_columns WHERE column_name = 'condition'",
        "SELECT value, description FROM gpkg_data_column_constraints WHERE constraint_name = 'condition' ORDER BY value"):
        print(file.execute(sql).fetchall())
      """, export("gpkg"))
    #expect(
      package.output == """
        [('LX-0001', 'fairly_good'), ('LX-0004', 'poor'), ('LX-0012', 'good')]
        [('保存状况',)]
        [('bad', '差'), ('fair', '一般'), ('fairly_good', '较好'), ('good', '好'), ('poor', '较差')]

        """)
  }

  @Test("The template asks for it with a list of the words")
  func template() throws {
    let folder = try TemporaryFolder()
    let run = try Program.heritage.run(["template", "-o", "form.xlsx"], in: folder.url)
    #expect(run.status == 0)
    let parts = try python(
      """
      import sys, zipfile
      book = zipfile.ZipFile(sys.argv[1])
      for name in sorted(book.namelist()):
        if name.endswith(".xml"): print(book.read(name).decode())
      """, folder.path("form.xlsx")
    ).output
    #expect(parts.contains("保存状况"))
    for word in ["较好", "较差", "fairly_good"] { #expect(parts.contains(word)) }
  }

  @Test("The schema refuses another word, whatever program writes it")
  func schema() throws {
    let folder = try Registers.lixianCopy()
    let run = try python(
      """
      import sqlite3, sys
      file = sqlite3.connect(sys.argv[1])
      for word in ("fair", "ok", ""):
        try:
          print(file.execute("UPDATE site SET condition = ? WHERE code = 'LX-0001'", (word,)).rowcount)
        except sqlite3.IntegrityError as error: print("refused")
      """, folder.path("heritage.sqlite"))
    #expect(run.output == "1\nrefused\nrefused\n")
  }
}
