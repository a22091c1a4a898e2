import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage import")
struct ImportTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  /// The register of a county with Lixian's townships, outlines and official numbers, and no relics.
  private static let countyWithoutRelics = Result {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    let pack = folder.url.appendingPathComponent("pack")
    let lixian = Program.package.appendingPathComponent("data/lixian")
    try files.createDirectory(at: pack, withIntermediateDirectories: true)
    for file in [
      "pack.csv", "townships.csv", "former_townships.csv", "official_counts.csv",
      "boundary.geojson",
    ] {
      try files.copyItem(
        at: lixian.appendingPathComponent(file), to: pack.appendingPathComponent(file))
    }
    let sites = try String(
      contentsOf: lixian.appendingPathComponent("sites.csv"), encoding: .utf8)
    try String(sites.prefix { $0 != "\n" && $0 != "\r\n" }).appending("\n")
      .write(to: pack.appendingPathComponent("sites.csv"), atomically: true, encoding: .utf8)
    let run = try Program.heritage.run(["init", "-q", "--pack", pack.path], in: folder.url)
    guard run.status == 0 else { throw Registers.CreationFailure(errors: run.errors) }
    return folder
  }

  private static func jsonLines(_ register: String, in folder: TemporaryFolder) throws -> String {
    try Program.heritage.run(
      ["export", "--db", register, "--audience", "staff", "--format", "jsonl"], in: folder.url
    ).output.replacing(/,"revision":"[^"]*"/, with: "")
  }

  private static let good = """
    编号,名称,类别,文物级别,批次,年代,乡镇,经度,纬度
    LX-0101,某桥,古建筑,县级文物保护单位,第三批,清道光八年,梦溪镇,111°39′20″E,29°48′N
    """

  @Test("A table of points is loaded into an empty register, and again changes nothing")
  func load() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id,name_zh,category,level,lon,lat\nP1,甲桥,ancient_building,county,111.5,29.5\n", to: "p.csv")
    _ = try Program.heritage.run(["init", "--empty", "--name", "试县"], in: folder.url)
    let run = try Program.heritage.run(["import", "p.csv"], in: folder.url)
    #expect(run.status == 0)
    #expect(
      run.errors == "p.csv: lon and lat are read as WGS 84\nloaded 1 relic into heritage.sqlite\n")
    let near = try Program.heritage.run(
      ["near", "111.5,29.5", "--radius", "1km", "--format", "jsonl"], in: folder.url)
    #expect(near.lines.count == 1)
    #expect(near.output.contains("\"certainty\":\"unknown\""))
    let again = try Program.heritage.run(["import", "p.csv"], in: folder.url)
    #expect(again.status == 0)
    #expect(again.errors == "0 new, 0 changed, 1 unchanged\n")
    #expect(folder.names == ["heritage.sqlite", "p.csv"])
    let log = try Program.heritage.run(["imports", "--format", "tsv"], in: folder.url)
    #expect(log.lines.count == 3)
    #expect(log.lines.last?.hasPrefix("2\t") == true)
  }

  @Test("A bad row of a table of points is named with its column, and exits with 65")
  func badRow() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id,name_zh,category,level,lon,lat\nP1,甲桥,ancient_building,county,29.5,111.5\n", to: "p.csv")
    _ = try Program.heritage.run(["init", "--empty", "--name", "试县"], in: folder.url)
    let run = try Program.heritage.run(["import", "p.csv"], in: folder.url)
    #expect(run.status == 65)
    #expect(
      run.errors.contains(
        "error: p.csv, row 2, column lat: \"111.5\": must be a latitude in degrees, -90 to 90\n"))
    #expect(try Program.heritage.run(["import", "nowhere.csv"], in: folder.url).status == 66)
  }

  @Test(
    "What is exported and imported again is the same",
    arguments: [
      ("csv", []), ("csv", ["--excel"]), ("tsv", []), ("xlsx", []),
      ("geojson", ["--with-unlocated"]),
    ])
  func roundTrip(format: String, options: [String]) throws {
    let folder = try Registers.lixianCopy()
    let export = try Program.heritage.run(
      ["export", "--audience", "staff", "--format", format, "-o", "all.\(format)"] + options,
      in: folder.url)
    #expect(export.status == 0, "\(export.errors)")
    try FileManager.default.copyItem(
      atPath: Self.countyWithoutRelics.get().path("heritage.sqlite"),
      toPath: folder.path("other.sqlite"))
    let run = try Program.heritage.run(
      ["import", "all.\(format)", "--db", "other.sqlite"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains("38 new, 0 changed, 0 unchanged\n38 stand-ins left as relics came\n"))
    let lines = try Self.jsonLines("other.sqlite", in: folder)
    #expect(lines == (try Self.jsonLines("heritage.sqlite", in: folder)))
    #expect(lines.split(separator: "\n").count == 38)
    let again = try Program.heritage.run(
      ["import", "all.\(format)", "--db", "heritage.sqlite"], in: folder.url)
    #expect(again.errors.contains("0 new, 0 changed, 38 unchanged\n"))
    let totals = try Program.heritage.run(
      ["doctor", "--db", "other.sqlite", "--format", "tsv"], in: folder.url)
    #expect(totals.status == 0)
    #expect(totals.output.contains("official 630, here 630"))
  }

  @Test("A dry run names every problem and every change, and writes nothing")
  func dryRun() throws {
    let folder = try Registers.lixianCopy()
    let before = try Data(contentsOf: folder.url.appendingPathComponent("heritage.sqlite"))
    try folder.write(
      """
      \(Self.good)
      LX-0001,城头山遗址,古遗址,全国重点文物保护单位,,,车溪乡,,
      LX-0102,某碑,碑刻,特级,,,梦溪镇,111.6,29.8
      """, to: "survey.csv")
    let run = try Program.heritage.run(
      ["import", "survey.csv", "--datum", "cgcs2000", "--dry-run"], in: folder.url)
    #expect(run.status == 65)
    #expect(run.output.contains("error: survey.csv, row 4, column 文物级别: \"特级\": "))
    #expect(run.output.contains("warning: survey.csv, row 3, column 乡镇: \"车溪乡\": "))
    #expect(run.output.contains("new      LX-0101  某桥"))
    #expect(run.output.contains("1 would be new, 1 would be changed, 0 unchanged\n"))
    #expect(run.errors.hasPrefix("heritage: 1 error would stop the import; nothing was written\n"))
    let json = try Program.heritage.run(
      ["import", "survey.csv", "--datum", "cgcs2000", "--dry-run", "--format", "json"],
      in: folder.url)
    let object = try #require(try json.json as? [String: Any])
    #expect(object["errors"] as? Int == 1)
    #expect((object["new"] as? [[String: Any]])?.map { $0["code"] as? String } == ["LX-0101"])
    #expect((object["missing"] as? [String])?.count == 37)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("heritage.sqlite")) == before)
    #expect(folder.names == ["heritage.sqlite", "survey.csv"])
  }

  @Test("Coordinates whose datum nobody declares are refused, with what to do")
  func datum() throws {
    let folder = try Registers.lixianCopy()
    try folder.write(Self.good, to: "survey.csv")
    let run = try Program.heritage.run(["import", "survey.csv"], in: folder.url)
    #expect(run.status == 65)
    #expect(
      run.errors.contains("does not say what datum its coordinates are in; declare it with --datum")
    )
    let old = try Program.heritage.run(
      ["import", "survey.csv", "--datum", "xian80"], in: folder.url)
    #expect(old.status == 64)
    #expect(old.errors.contains("1980 Xi'an (西安80) cannot be converted"))
  }

  @Test("A position in a shifted datum lies where the unshifted one does")
  func shifted() throws {
    let folder = try Registers.lixianCopy()
    let convert = try Program.heritage.run(
      ["convert", "--from", "wgs84", "--to", "gcj02", "111.6555556,29.8", "--format", "tsv"],
      in: folder.url)
    let shifted = try #require(convert.lines.last?.split(separator: "\t")[1...2])
    try folder.write(
      "编号,名称,经度,纬度\nLX-0101,某桥,\(shifted.joined(separator: ","))\n", to: "survey.csv")
    let run = try Program.heritage.run(
      ["import", "survey.csv", "--datum", "gcj02", "-q"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let show = try Program.heritage.run(
      ["export", "--code", "LX-0101", "--format", "csv", "--audience", "staff"], in: folder.url)
    #expect(show.output.contains(",111.6555556,29.8,"))
  }

  @Test("An import copies the register first; stand-ins make room for the relics")
  func backup() throws {
    let folder = try Registers.lixianCopy()
    let before = try Self.jsonLines("heritage.sqlite", in: folder)
    try folder.write(Self.good, to: "survey.csv")
    let run = try Program.heritage.run(
      ["import", "survey.csv", "--datum", "cgcs2000"], in: folder.url)
    #expect(run.status == 0)
    #expect(
      run.errors.hasPrefix("heritage.sqlite was copied to heritage.sqlite.backup-1 first\n"))
    #expect(run.errors.contains("1 new, 0 changed, 0 unchanged\n1 stand-in left as relics came\n"))
    #expect(try Self.jsonLines("heritage.sqlite.backup-1", in: folder) == before)
    let show = try Program.heritage.run(
      ["show", "LX-0101", "--format", "json", "--audience", "staff"], in: folder.url)
    #expect(show.output.contains("\"coord_verbatim\": \"111°39′20″E, 29°48′N\""))
    #expect(show.output.contains("\"period_start\": 1828"))
    #expect(show.output.contains("\"batch\": \"第三批\""))
  }

  @Test("--skip-bad writes the good rows; the others can be mended and imported")
  func skipBad() throws {
    let folder = try Registers.lixianCopy()
    try folder.write(Self.good + "\nLX-0102,某碑,碑刻,特级,,,梦溪镇,111.6,29.8\n", to: "survey.csv")
    let arguments = ["--datum", "cgcs2000", "--skip-bad"]
    let run = try Program.heritage.run(["import", "survey.csv"] + arguments, in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("1 row was left out: "))
    let rejects = try String(
      contentsOf: folder.url.appendingPathComponent("survey.rejects.csv"), encoding: .utf8)
    #expect(
      rejects == "编号,名称,类别,文物级别,批次,年代,乡镇,经度,纬度\r\n"
        + "LX-0102,某碑,碑刻,特级,,,梦溪镇,111.6,29.8\r\n")
    let refused = try Program.heritage.run(["import", "survey.csv"] + arguments, in: folder.url)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("survey.rejects.csv exists already and was not touched"))
    let forced = try Program.heritage.run(
      ["import", "survey.csv", "--force"] + arguments, in: folder.url)
    #expect(forced.status == 0, "\(forced.errors)")
    try folder.write(rejects.replacing("特级", with: "省级"), to: "mended.csv")
    let mended = try Program.heritage.run(
      ["import", "mended.csv", "--datum", "cgcs2000"], in: folder.url)
    #expect(mended.status == 0, "\(mended.errors)")
    #expect(mended.errors.contains("1 new"))
  }

  @Test("Several files are one import, and a problem of one stops all")
  func several() throws {
    let folder = try Registers.lixianCopy()
    try folder.write("编号,名称\nLX-0101,某桥\n", to: "a.csv")
    try folder.write("编号,名称\nlx-0101,某井\n", to: "b.csv")
    let clash = try Program.heritage.run(["import", "a.csv", "b.csv"], in: folder.url)
    #expect(clash.status == 65)
    #expect(clash.errors.contains("error: a.csv, row 2, column 编号: \"LX-0101\": "))
    #expect(clash.errors.contains("error: b.csv, row 2, column 编号: \"lx-0101\": "))
    try folder.write("编号,名称\nLX-0102,某井\n", to: "b.csv")
    #expect(try Program.heritage.run(["import", "a.csv", "b.csv"], in: folder.url).status == 0)
    let log = try Program.heritage.run(["imports", "--format", "tsv"], in: folder.url)
    #expect(log.lines.dropFirst().map { $0.split(separator: "\t")[2] } == ["a.csv", "b.csv"])
  }

  @Test(
    "The report marks the cells that have problems, as openpyxl reads it",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func report() throws {
    let folder = try Registers.lixianCopy()
    try folder.write(
      Self.good + "\nLX-0102,某碑,碑刻,特级,,,梦溪镇,29.8,111.6\n", to: "survey.csv")
    let run = try Program.heritage.run(
      ["import", "survey.csv", "--datum", "cgcs2000", "--report", "report.xlsx"], in: folder.url)
    #expect(run.status == 65)
    let marks = try Program(Self.python ?? "").run(
      [
        "-c",
        """
        import openpyxl
        book = openpyxl.load_workbook("report.xlsx")
        sheet = book.worksheets[1]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment:
                    print(cell.coordinate, cell.value, cell.fill.start_color.rgb,
                        cell.comment.text.split(":")[0])
        print([sheet.title for sheet in book.worksheets], book.worksheets[0].max_row)
        """,
      ], in: folder.url)
    #expect(
      marks.output == """
        D3 特级 FFF8B4B4 error
        H3 29.8 FFF8B4B4 error
        I3 111.6 FFF8B4B4 error
        ['问题 problems', 'survey.csv'] 3

        """, "\(marks.errors)")
  }

  @Test("A period that changes brings its years, and a seat is left with its township")
  func inferred() throws {
    let folder = try Registers.lixianCopy()
    func lines(_ table: String) throws -> [String] {
      try folder.write(table, to: "survey.csv")
      let run = try Program.heritage.run(
        ["import", "survey.csv", "--place-by-township", "--no-backup"], in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      let show = try Program.heritage.run(
        ["show", "LX-0101", "--format", "json", "--audience", "staff"], in: folder.url)
      return show.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let header = "编号,名称,乡镇,年代,起始年,终止年\n"
    let first = try lines(header + "LX-0101,某桥,梦溪镇,清道光八年,,\n")
    #expect(first.contains("\"period_start\": 1828,"))
    #expect(first.contains("\"coord_source\": \"seat of 梦溪镇\","))
    let second = try lines("编号,名称,乡镇,年代\nLX-0101,某桥,澧南镇,民国二十三年\n")
    #expect(second.contains("\"period_start\": 1934,") && second.contains("\"period_end\": 1934,"))
    #expect(second.contains("\"coord_source\": \"seat of 澧南镇\","))
  }

  @Test("Ctrl-C leaves the register as it was, and exits with 130")
  func interruption() throws {
    let folder = try TemporaryFolder()
    _ = try Program.heritage.run(["init", "--empty", "--name", "试县", "-q"], in: folder.url)
    var rows = "code,name_zh,lon,lat\n"
    for row in 1...30_000 { rows += "K\(row),击号\(row)亭,111.\(row % 1000),29.\(row % 997)\n" }
    try folder.write(rows, to: "many.csv")
    // It is stopped while it writes: from the first change on there is a journal.
    let run = try Program.shell(
      """
      '\(Program.heritage.path)' import many.csv -q &
      until [ -s heritage.sqlite-journal ] || ! kill -0 $!; do sleep 0.02; done
      kill -INT $!; wait $!; echo $?
      """, in: folder.url)
    #expect(run.output == "130\n")
    #expect(try Self.jsonLines("heritage.sqlite", in: folder).isEmpty)
    let doctor = try Program.heritage.run(["doctor", "-q"], in: folder.url)
    #expect(doctor.status == 0)
  }

  @Test(
    "A command line that cannot be meant exits with 64",
    arguments: [
      (["a.csv", "a.csv"], "a file is named twice"),
      (["a.csv", "--map", "name_zh"], "--map takes a field and a header"),
      (["a.csv", "--map", "code=甲", "--map", "code=乙"], "--map names code twice"),
      (["a.csv", "--skip-bad", "--dry-run"], "--dry-run writes nothing"),
      (["a.csv", "--rejects", "b.csv"], "--rejects goes with --skip-bad"),
      (["a.csv", "--datum", "mars"], "'mars' is no datum"),
    ])
  func usage(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.heritage.run(["import"] + arguments, in: folder.url)
    #expect(run.status == 64)
    #expect(run.errors.contains(message))
  }
}
