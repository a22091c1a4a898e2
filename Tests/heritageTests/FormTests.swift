import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage form")
struct FormTests {
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]
  private static let judge = ConditionTrait.enabled(
    if: python != nil, "make test names the judges in HERITAGE_JUDGES")

  /// What a document and a workbook hold, read by python-docx and openpyxl: a line a row.
  private static func judged(_ path: String) throws -> [String] {
    let script = Program.package.appendingPathComponent("Scripts/judges/forms.py").path
    let run = try Program(try #require(python)).run([script, path])
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  private static func form(
    _ kind: String, _ codes: String..., to file: String, audience: String = "staff"
  ) throws -> [String] {
    let folder = try Registers.lixianCopy()
    let run = try Program.heritage.run(
      ["form", kind] + codes + ["-o", file, "--audience", audience, "--lang", "en"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    return try judged(folder.path(file))
  }

  @Test(
    "A registration form has what the register knows, and empty cells for the rest", judge,
    arguments: ["form.docx", "form.xlsx"])
  func survey4(file: String) throws {
    let lines = try Self.form("survey4", "LX-0001", "LX-0021", to: file)
    let text = lines.joined(separator: "\n")
    #expect(text.contains("草稿，待核对"))
    #expect(text.contains("城头山遗址") && text.contains("八方楼"))
    #expect(text.contains("☑全国重点 □省级 □市级和县级 □尚未核定"))
    #expect(text.contains("□全国重点 □省级 ☑市级和县级 □尚未核定"))
    #expect(text.contains("□国家 □集体 □私人"))
    #expect(text.contains("29°41′30.0″|111°39′20.0″") || text.contains("29°41′3"))
    #expect(text.contains("所有权|□国家 □集体 □私人|产权单位（人）|"))
  }

  @Test("A public reader's form has no position that the public does not see", judge)
  func hidden() throws {
    let staff = try Self.form("survey4", "LX-0023", to: "form.docx")
    let seen = try Self.form("survey4", "LX-0023", to: "form.docx", audience: "public")
    #expect(staff.contains { $0.hasPrefix("R 1||") } || staff.contains { $0.contains("测点登记表") })
    #expect(!seen.contains { $0.hasPrefix("R 1|") })
  }

  @Test("The four haves name every unit, and nothing is said of signs and keepers", judge)
  func siyou() throws {
    let lines = try Self.form("siyou", to: "form.xlsx")
    let header = try #require(lines.first { $0.contains("标志说明") })
    let columns = header.dropFirst(2).split(separator: "|", omittingEmptySubsequences: false)
    let sign = try #require(columns.firstIndex(of: "标志说明"))
    let rows = lines.filter { $0.contains("|LX-") }
    #expect(rows.count == 22)
    for row in rows {
      let cells = row.dropFirst(2).split(separator: "|", omittingEmptySubsequences: false)
      #expect(cells[sign].isEmpty && cells[sign + 2].isEmpty, "\(row)")
    }
  }

  @Test("Zones stand with their documents, and a unit without one has empty cells", judge)
  func zones() throws {
    let lines = try Self.form("zones", to: "form.docx")
    #expect(lines.contains { $0.contains("|LX-0002|") && $0.contains("|保护范围|") })
    #expect(lines.contains { $0.contains("|LX-0001|") && $0.hasSuffix("|||||||") })
  }

  @Test("Each table of counts adds up by row and by column", judge)
  func counts() throws {
    let lines = try Self.form("counts", to: "form.xlsx")
    var tables: [[[Int]]] = []
    var isOpen = false
    for line in lines {
      guard line.hasPrefix("R ") else { continue }
      let cells = line.dropFirst(2).split(separator: "|", omittingEmptySubsequences: false)
      if cells.last == "合计" || cells.contains("合计") && cells.first != "合计" {
        tables.append([])
        isOpen = true
        continue
      }
      let numbers = cells.dropFirst().compactMap { Int($0) }
      if isOpen, !numbers.isEmpty {
        tables[tables.count - 1].append(numbers)
      } else {
        isOpen = false
      }
    }
    #expect(tables.count == 4)
    for table in tables {
      let sums = try #require(table.last)
      for row in table { #expect(row.dropLast().reduce(0, +) == row.last, "\(row)") }
      for column in sums.indices {
        #expect(table.dropLast().reduce(0) { $0 + $1[column] } == sums[column])
      }
    }
  }

  @Test(
    "What cannot be filled is refused in one sentence",
    arguments: [
      (["survey4", "-o", "f.docx"], 64, "name the relics"),
      (["counts", "LX-0001", "-o", "f.docx"], 64, "the whole register"),
      (["survey4", "LX-9999", "-o", "f.docx"], 66, "LX-9999"),
      (["survey5", "LX-0001", "-o", "f.docx"], 64, "survey5"),
      (["siyou", "-o", "f.pdf"], 64, ".docx"),
    ])
  func refused(arguments: [String], status: Int32, sentence: String) throws {
    let folder = try Registers.lixianCopy()
    let run = try Program.heritage.run(["form"] + arguments + ["--lang", "en"], in: folder.url)
    #expect(run.status == status)
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("f.docx")))
  }

  @Test(
    "Zones leave as the layer of spatial planning, and say that its fields are to be confirmed",
    judge)
  func protectionLines() throws {
    let folder = try Registers.lixianCopy()
    let square = """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry":
      {"type": "Polygon", "coordinates": [[[111.65, 29.69], [111.66, 29.69], [111.66, 29.70],
      [111.65, 29.70], [111.65, 29.69]]]}}]}
      """
    try folder.write(square, to: "zone.geojson")
    let zone = try Program.heritage.run(
      [
        "zone", "import", "zone.geojson", "--code", "LX-0001", "--kind", "protection",
        "--status", "surveyed", "--rule", "四至", "--instrument", "湘政发〔2020〕1号",
        "--class", "一类", "--announced", "2020-01-01",
        "--who", "王芳",
      ], in: folder.url)
    #expect(zone.status == 0, "\(zone.errors)")
    let run = try Program.heritage.run(
      ["export", "--profile", "lswhbhx", "-o", "z.gpkg", "--lang", "en"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("1 zones with a shape; the fields"), "\(run.errors)")
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      print(db.execute("SELECT BSM, YSDM, XZQDM, XZQMC, round(MJ) FROM LSWHBHX").fetchall())
      print(db.execute("SELECT srs_id, description FROM gpkg_contents").fetchall())
      """
    let judged = try Program(try #require(Self.python)).run(["-c", script, folder.path("z.gpkg")])
    #expect(judged.output.contains("('1', '2090020227', '430723', '澧县', "), "\(judged.output)")
    #expect(judged.output.contains("(4490, '字段待核对"), "\(judged.output)")
    let refused = try Program.heritage.run(
      ["export", "--profile", "lswhbhx", "-o", "z.csv", "--lang", "en"], in: folder.url)
    #expect(refused.status == 64 && refused.errors.contains("as a GeoPackage"))
  }
}
