import Foundation
import HeritageTestSupport
import Testing

@Suite("The public copy and the template on the command line")
struct PublishTests {
  @Test("Staff who read the public copy see what the public sees, in every format")
  func publish() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("public.sqlite")
    let source = try Registers.sensitive.get().url
    let run = try Program.heritage.run(["publish", "-o", copy], in: source)
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(
      run.errors == "wrote \(copy): 3 rows\nleft behind: 2 exact positions, 0 outlines of zones\n")
    for format in ["jsonl", "csv", "geojson", "kml", "gpx"] {
      let staff = try Program.heritage.run(
        ["export", "--format", format, "--audience", "staff", "--db", copy, "-q"])
      let open = try Program.heritage.run(["export", "--format", format, "-q"], in: source)
      #expect(staff.output == open.output)
    }
    #expect(try Program.heritage.run(["doctor", "--db", copy]).status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
    for secret in SensitivePack.secrets { #expect(bytes.range(of: Data(secret.utf8)) == nil) }
  }

  @Test(
    "No export prints a hidden position to the public", arguments: ExportTests.formats + ["json"])
  func formats(format: String) throws {
    let folder = try TemporaryFolder()
    _ = try Program.heritage.run(
      ["export", "--format", format, "-o", folder.path("x"), "--audience", "public"],
      in: try Registers.sensitive.get().url)
    let text = try Program.shell(
      "file=x; case \(format) in xlsx) unzip -p x;; gpkg) sqlite3 x .dump;; *) cat x;; esac",
      in: folder.url)
    #expect(text.output.contains("T-3"))
    for secret in SensitivePack.secrets { #expect(!text.output.contains(secret)) }
  }

  @Test("It replaces nothing unasked, and never the register")
  func places() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "p.sqlite")
    let source = try Registers.sensitive.get().url
    let refused = try Program.heritage.run(["publish", "-o", folder.path("p.sqlite")], in: source)
    #expect(refused.status == 1)
    #expect(folder.names == ["p.sqlite"])
    let forced = try Program.heritage.run(
      ["publish", "-o", folder.path("p.sqlite"), "--force"], in: source)
    #expect(forced.status == 0)
    #expect(folder.names == ["p.sqlite", "p.sqlite.old-1"])
    let own = try Program.heritage.run(["publish", "-o", "heritage.sqlite", "--force"], in: source)
    #expect(own.status == 74)
  }

  @Test("The template has Chinese headers, no rows, lists of words, and explanations")
  func template() throws {
    let folder = try TemporaryFolder()
    let run = try Program.heritage.run(["template", "-o", "t.xlsx"], in: folder.url)
    #expect(run.errors == "wrote t.xlsx\n")
    let sheet = try Program.shell("unzip -p t.xlsx xl/worksheets/sheet1.xml", in: folder.url).output
    let cells = sheet.matches(of: /<is><t>([^<]*)<\/t><\/is>/).map { String($0.output.1) }
    #expect(
      cells.prefix(9).joined(separator: " ") == "编号 名称 文物级别 类别 细分类别 批次 公布年 公布编号 年代")
    #expect(cells.contains("经度"))
    #expect(sheet.firstMatch(of: /<row r="2"/) == nil)
    #expect(sheet.contains("<formula1>'词表'!$B$2:$B$6</formula1>"))
    let words = try Program.shell("unzip -p t.xlsx xl/worksheets/sheet3.xml", in: folder.url).output
    #expect(words.contains("全国重点文物保护单位"))
    #expect(words.contains("近现代重要史迹及代表性建筑"))
    let again = try Program.heritage.run(["template", "-o", "u.xlsx", "-q"], in: folder.url)
    #expect(again.errors == "")
    #expect(try Program.shell("cmp t.xlsx u.xlsx", in: folder.url).status == 0)
  }
}
