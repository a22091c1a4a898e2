import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage import, used oddly")
struct ImportOddUseTests {
  /// A folder with the register of Lixian and a table.
  private static func folder(_ table: String, _ name: String = "a.csv") throws -> TemporaryFolder {
    let folder = try Registers.lixianCopy()
    try folder.write(table, to: name)
    return folder
  }

  private static func run(
    _ folder: TemporaryFolder, _ arguments: String...
  ) throws -> Program.Run {
    try Program.heritage.run(["import"] + arguments, in: folder.url)
  }

  /// A workbook of one sheet, with a formula that was never computed and one that failed.
  private static func formulas() -> [UInt8] {
    func text(_ cell: String, _ text: String) -> String {
      #"<c r="\#(cell)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
    }
    return WorkbookParts(
      rows: #"<row r="1">"# + text("A1", "编号") + text("B1", "名称") + "</row>"
        + #"<row r="2">"# + text("A2", "0001") + #"<c r="B2"><f>C2</f></c></row>"#
        + #"<row r="3">"# + text("A3", "0002") + #"<c r="B3" t="e"><f>C9</f><v>#REF!</v></c></row>"#
    ).bytes
  }

  @Test("A failed formula stays refused when the rows left out, or the report, are imported again")
  func faultsStayRefused() throws {
    let folder = try Self.folder("")
    try folder.write(bytes: Self.formulas(), to: "b.xlsx")
    let first = try Self.run(
      folder, "b.xlsx", "--skip-bad", "--report", "report.xlsx", "--no-backup", "-q")
    #expect(first.status == 0)
    for (file, values) in [
      ("b.rejects.xlsx", ["#VALUE!", "#REF!"]), ("report.xlsx", ["#VALUE!", "#REF!"]),
    ] {
      let again = try Self.run(folder, file, "--no-backup")
      #expect(again.status == 65, "\(file)")
      for value in values {
        #expect(
          again.errors.contains(
            "column 名称: \"\(value)\": the formula of the cell has failed; "
              + "mend the formula, or write the value"), "\(file)")
      }
    }
    // Saved as text, a fault is still none of the relic's words.
    try folder.write("编号,名称,简介\n0001,甲桥,#N/A\n", to: "c.csv")
    let text = try Self.run(folder, "c.csv", "--no-backup")
    #expect(text.status == 65)
    #expect(text.errors.contains("row 2, column 简介: \"#N/A\": the formula of the cell has failed"))
  }

  @Test("A long description is left out whole, not cut")
  func longTexts() throws {
    let folder = try Self.folder("")
    let long = String(repeating: "澧", count: 32_000)
    func row(_ number: Int, _ texts: [String]) -> String {
      let cells = zip("ABCDE", texts).map {
        #"<c r="\#($0)\#(number)" t="inlineStr"><is><t>\#($1)</t></is></c>"#
      }
      return "<row r=\"\(number)\">\(cells.joined())</row>"
    }
    try folder.write(
      bytes: WorkbookParts(
        rows: row(1, ["编号", "名称", "简介", "文物级别", "改正"])
          + row(2, ["0001", "甲桥", long, "特级", "县级"])
      ).bytes, to: "b.xlsx")
    #expect(try Self.run(folder, "b.xlsx", "--skip-bad", "--no-backup", "-q").status == 0)
    let mended = try Self.run(
      folder, "b.rejects.xlsx", "--map", "protection_level=改正", "--no-backup", "-q")
    #expect(mended.status == 0, "\(mended.errors)")
    let run = try Program.heritage.run(
      ["export", "--code", "0001", "--format", "jsonl"], in: folder.url)
    #expect(run.output.contains("\"summary_zh\":\"\(long)\""))
  }

  @Test("Rows left out never stand where the report or another file's rows stand")
  func rejectsCollide() throws {
    let folder = try Self.folder("编号,名称,文物级别\n0001,甲桥,特级\n0002,乙桥,县级\n")
    try folder.write("编号\t名称\t文物级别\n0003\t丙桥\t特级\n", to: "a.tsv")
    let names = folder.names
    let two = try Self.run(folder, "a.csv", "a.tsv", "--skip-bad")
    #expect(two.status == 64)
    #expect(two.errors.hasPrefix("heritage: the rows left out of a.csv and of a.tsv would both"))
    let one = try Self.run(folder, "a.csv", "--skip-bad", "--rejects", "x", "--report", "./x")
    #expect(one.status == 64)
    #expect(one.errors.hasPrefix("heritage: x is named for the report, and the rows left out"))
    #expect(folder.names == names)
  }

  @Test("A file that no memory holds is refused before it is read")
  func tooLarge() throws {
    let folder = try Self.folder("")
    // Sparse: it takes no room.
    truncate(folder.path("a.csv"), (1 << 30) + 1)
    let run = try Self.run(folder, "a.csv")
    #expect(run.status == 65)
    #expect(
      run.errors == "heritage: the file a.csv has more than 1073741824 bytes, as no table does\n"
        + "hint: cut it into several files\n")
  }

  @Test("Fields that a table empties are counted beside the rows")
  func emptied() throws {
    let folder = try Self.folder("编号,名称,英文名称,地址\nLX-0001,城头山遗址,,\n")
    let run = try Self.run(folder, "a.csv", "--dry-run")
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        "\n2 fields of 1 relic would be emptied: the file has their columns with nothing in them\n")
    )
  }

  @Test("One column is no two fields, and a table without sheets has none to name")
  func options() throws {
    let folder = try Self.folder("编号,名称\n0001,甲桥\n")
    let twice = try Self.run(folder, "a.csv", "--map", "name_zh=名称", "--map", "code=名称")
    #expect(twice.status == 64)
    #expect(
      twice.errors.hasPrefix(
        "heritage: --map takes both name_zh and code from 名称: a column is one field\n"))
    let sheet = try Self.run(folder, "a.csv", "--sheet", "表1")
    #expect(sheet.status == 65)
    #expect(
      sheet.errors.contains(
        "there is no sheet of this name; the file is no workbook and has no sheets: "
          + "leave --sheet out\n"))
  }

  @Test("Who writes Chinese is offered the words of the template's lists")
  func words() throws {
    let folder = try Self.folder("编号,名称,位置公开\n0001,甲桥,秘密\n0002,乙桥,secret\n")
    let run = try Self.run(folder, "a.csv")
    #expect(run.status == 65)
    #expect(run.errors.contains("\"秘密\": is no disclosure; write one of 公开, "))
    #expect(run.errors.contains("\"secret\": is no disclosure; write one of open, "))
  }

  @Test("A copy that the disk has no room for is said to lack room")
  func fullDisk() throws {
    let folder = try Self.folder("编号,名称\n0001,甲桥\n")
    let before = try Data(contentsOf: folder.url.appendingPathComponent("heritage.sqlite"))
    // No file may grow beyond 100 KiB; without the signal a write fails as on a full disk.
    for command in ["backup", "import a.csv"] {
      let run = try Program.shell(
        "trap '' XFSZ; ulimit -f 200; exec '\(Program.heritage.path)' \(command)", in: folder.url)
      #expect(run.status == 74, "\(command)")
      #expect(run.errors.hasPrefix("heritage: heritage.sqlite.backup-1: "), "\(run.errors)")
      #expect(!run.errors.contains("not an error"), "\(run.errors)")
    }
    #expect(folder.names == ["a.csv", "heritage.sqlite"])
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("heritage.sqlite")) == before)
  }

  @Test("A backup replaces no file, and offers no option that it does not have")
  func backupHint() throws {
    let folder = try Self.folder("")
    try folder.write("", to: "a.bak")
    let run = try Program.heritage.run(["backup", "-o", "a.bak"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.errors == "heritage: a.bak exists already and was not touched\n"
        + "hint: choose another name, or leave -o out\n")
  }

  @Test(
    "A code that only looks like another is refused",
    arguments: [("\u{200B}", "200B"), ("\u{202E}", "202E"), ("\u{FEFF}", "FEFF")])
  func invisible(character: String, number: String) throws {
    let folder = try Self.folder("编号,名称\n0001,甲桥\n0001\(character),乙桥\n")
    let run = try Self.run(folder, "a.csv")
    #expect(run.status == 65)
    #expect(
      run.errors.contains(
        "row 3, column 编号: \"0001\(character)\": must be plain text, and holds the control character "
          + "U+\(number); delete that character"), "\(run.errors)")
  }

  @Test("A file that stands at --report or --rejects is not overwritten without --force")
  func standingFiles() throws {
    let folder = try Self.folder("编号,名称,文物级别\n0001,甲桥,特级\n0002,乙桥,县级\n")
    try folder.write("mine", to: "mine.csv")
    try folder.write("mine", to: "mine.xlsx")
    for arguments in [
      ["--skip-bad", "--rejects", "mine.csv"], ["--report", "mine.xlsx"],
      ["--report", "mine.xlsx", "--dry-run"],
    ] {
      let run = try Program.heritage.run(["import", "a.csv"] + arguments, in: folder.url)
      #expect(run.status == 1, "\(arguments)")
      #expect(run.errors.contains(" exists already and was not touched; nothing was imported"))
      #expect(run.errors.contains("--force"))
    }
    #expect(try folder.text("mine.csv") == "mine" && folder.text("mine.xlsx") == "mine")
    let forced = try Self.run(
      folder, "a.csv", "--skip-bad", "--rejects", "mine.csv", "--report", "mine.xlsx", "--force",
      "-q")
    #expect(forced.status == 0, "\(forced.errors)")
    #expect(try folder.text("mine.csv").hasSuffix("0001,甲桥,特级\r\n"))
  }

  @Test("Features that are left out keep their geometry, in a file that can be imported again")
  func rejectedFeatures() throws {
    func feature(_ code: Int, _ level: String, _ geometry: String) -> String {
      #"{"type":"Feature","properties":{"编号":"M-\#(code)","名称":"样点","级别":"\#(level)"},"geometry":\#(geometry)}"#
    }
    let area =
      #"{"type":"Polygon","coordinates":[[[111.65,29.69],[111.66,29.69],[111.66,29.7],[111.65,29.69]]]}"#
    let point = #"{"type":"Point","coordinates":[111.655,29.695]}"#
    let features = [
      feature(1, "县级", point), feature(2, "特级", point), feature(3, "县级", area),
      feature(4, "县级", "5"),
    ]
    let folder = try Self.folder("")
    try folder.write(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#,
      to: "m.geojson")
    let wrong = try Self.run(folder, "m.geojson", "--skip-bad", "--rejects", "r.csv")
    #expect(wrong.status == 64)
    #expect(
      wrong.errors.contains(
        "r.csv cannot hold the rows left out of m.geojson, which are written as .geojson, .json"))
    let run = try Self.run(folder, "m.geojson", "--skip-bad", "--no-backup")
    #expect(run.status == 0 && run.errors.contains("3 rows were left out"), "\(run.errors)")
    let rejects = try folder.text("m.rejects.geojson")
    #expect(features.dropFirst().allSatisfy(rejects.contains) && !rejects.contains(features[0]))
    try folder.write(
      rejects.replacing("特级", with: "省级").replacing(#""geometry":5"#, with: #""geometry":null"#),
      to: "mended.geojson")
    let mended = try Self.run(folder, "mended.geojson", "--shape-centres", "--no-backup")
    #expect(mended.status == 0 && mended.errors.contains("3 new"), "\(mended.errors)")
    let report = try Self.run(folder, "m.geojson", "--report", "r.csv")
    #expect(report.status == 64 && report.errors.contains("--report r.csv"))
  }

  @Test("A batch that is none is refused on the command line")
  func batches() throws {
    let folder = try Self.folder("编号,名称\n0001,甲桥\n")
    let refused = try Self.run(folder, "a.csv", "--level", "county", "--batch", "abc")
    #expect(refused.status == 64 && refused.errors.contains("--batch abc is no batch"))
    let read = try Self.run(
      folder, "a.csv", "--level", "county", "--batch", "第七批（增补）", "--dry-run")
    #expect(read.status == 0, "\(read.errors)")
  }
}
