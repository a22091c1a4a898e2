import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage report")
struct ReportTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  @Test(
    "openpyxl adds every table up by row and by column",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func workbook() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("tables.xlsx")
    let run = try heritage("report", "--year", "2026", "--lang", "zh", "-q", "-o", path)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    let script = Program.package.appendingPathComponent("Scripts/judges/tables.py").path
    let judged = try Program(try #require(Self.python)).run([script, path])
    #expect(
      judged.output == """
        汇总 7
        文物级别×类别 6 9 38
        乡镇×文物级别 21 7 38
        类别×统计年代 8 13 38
        乡镇×类别 21 9 38
        说明 5

        """, "\(judged.errors)")
  }

  @Test("The data have the same numbers, and stand-ins are counted apart")
  func data() throws {
    let report = try #require(
      try heritage("report", "--year", "2026", "--format", "json").json as? [String: Any])
    #expect(report["year"] as? Int == 2026)
    #expect(report["relics"] as? Int == 38)
    #expect(report["stand_ins"] as? Int == 592)
    #expect(report["official"] as? Int == 630)
    #expect(report["unidentified"] as? Int == 1)
    for key in ["known_before", "found", "gone", "changes"] { #expect(report[key] is NSNull) }
    let tables = try #require(report["tables"] as? [String: [String: Any]])
    #expect(
      tables.keys.sorted() == [
        "category_era", "level_category", "township_category", "township_level",
      ])
    for table in tables.values {
      #expect((table["total"] as? [String: Int])?["total"] == 38)
    }
    let text = try heritage("report", "--year", "2026", "--format", "csv").output
    let cells = text.split(separator: "\r\n").dropFirst()
    for key in tables.keys {
      let counts = cells.filter { $0.hasPrefix(key + ",") }.compactMap {
        $0.split(separator: ",").last.flatMap { Int($0) }
      }
      #expect(counts.reduce(0, +) == 38)
    }
  }

  @Test("Staff and the public get the same numbers of a county with sensitive relics")
  func audiences() throws {
    // What happened in the year is told to staff alone.
    let tables = try ["public", "staff"].map { audience in
      let run = try Program.heritage.run(
        ["report", "--year", "2026", "--format", "json", "--audience", audience],
        in: try Registers.sensitive.get().url)
      return try #require((try run.json as? [String: Any])?["tables"] as? NSDictionary)
    }
    #expect(tables[0].count > 0)
    #expect(tables[0] == tables[1])
  }

  @Test("The text says what cannot be said without a history")
  func text() throws {
    let run = try heritage("report", "--year", "2026", "--lang", "en", "--format", "table")
    #expect(run.status == 0)
    for text in [
      "Known before", "cannot be said", "Stand-ins (apart)", "592",
      "The history is for staff", "no totals of the county",
    ] { #expect(run.output.contains(text), "\(text)") }
  }

  @Test(
    "A wrong year, format or ending is refused",
    arguments: [
      ["--year", "26"], ["--year", "x"], ["--format", "pdf"], ["-o", "tables.docx"],
      ["--format", "json", "-o", "tables.xlsx"],
    ])
  func refused(options: [String]) throws {
    let run = try Program.heritage.run(["report"] + options, in: try Registers.lixian.get().url)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }
}
