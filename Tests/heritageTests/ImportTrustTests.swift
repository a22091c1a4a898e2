import Foundation
import HeritageTestSupport
import Testing

@Suite("What an import vouches for")
struct ImportTrustTests {
  /// The register of Lixian in a folder of its own, and an export of it.
  private func exported(_ arguments: String...) throws -> (folder: TemporaryFolder, csv: String) {
    let folder = try Registers.lixianCopy()
    let run = try Program.heritage.run(
      ["export", "--format", "csv", "-q"] + arguments, in: folder.url)
    return (folder, run.output)
  }

  private func importing(
    _ text: String, into folder: TemporaryFolder, _ arguments: String...
  ) throws -> Program.Run {
    try folder.write(text, to: "t.csv")
    return try Program.heritage.run(["import", "t.csv"] + arguments, in: folder.url)
  }

  @Test("An untouched export brings neither a change nor a warning")
  func untouched() throws {
    let (folder, csv) = try exported()
    let run = try importing(csv, into: folder)
    #expect(run.status == 0)
    #expect(!run.errors.contains("warning"), "\(run.errors)")
    #expect(run.errors.contains("0 new, 0 changed"))
  }

  @Test("One swapped row is reported at its own row, with its own values exchanged")
  func swapped() throws {
    let (folder, csv) = try exported()
    let lines = csv.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    let row = try #require(lines.firstIndex { $0.hasPrefix("LX-0018,") })
    let cells = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let header = lines[0].split(separator: ",").map(String.init)
    let lon = try #require(header.firstIndex(of: "lon"))
    // No cell before the position holds a comma.
    var changed = cells
    changed.swapAt(lon, lon + 1)
    var table = lines
    table[row] = changed.joined(separator: ",")
    let run = try importing(table.joined(separator: "\r\n"), into: folder, "--dry-run")
    #expect(run.status == 65)
    let problems = run.output.split(separator: "\n").filter {
      $0.hasPrefix("error") || $0.hasPrefix("warning")
    }
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.first?.contains("row \(row + 1)") == true)
    #expect(problems.first?.contains("write \(cells[lon]) and \(cells[lon + 1])") == true)
    #expect(!run.output.contains("LX-0018 "), "a row that is left out is in the file")
    #expect(!run.output.contains("is not in the file"))
  }

  @Test("A level raised with one cell is only stated, and the summary counts no empty cells")
  func raised() throws {
    let (folder, csv) = try exported("--code", "LX-0017")
    let run = try importing(csv.replacing(",provincial,", with: ",national,"), into: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("the file names no announcement"))
    #expect(!run.errors.contains("were emptied"))
    let shown = try Program.heritage.run(
      ["show", "LX-0017", "--lang", "zh", "--format", "table"], in: folder.url)
    #expect(shown.output.contains("资料所述") && !shown.output.contains("见于公布名录"))
    #expect(shown.output.contains("省级文物保护单位"))
  }

  @Test("A new row of an export gets the years of its words")
  func years() throws {
    let (folder, csv) = try exported("--code", "LX-0017")
    let header = try #require(csv.split(separator: "\r\n").first).split(separator: ",")
    let row = header.map { key in
      switch key {
      case "code": "LX-0900"
      case "name_zh": "新桥"
      case "protection_level": "registered"
      case "period_zh": "清代"
      default: ""
      }
    }
    let table = csv + row.joined(separator: ",") + "\r\n"
    #expect(try importing(table, into: folder).status == 0)
    let found = try Program.heritage.run(
      ["list", "--period", "1700..1800", "--code", "LX-0900", "--format", "csv"], in: folder.url)
    #expect(found.output.contains("1644") && found.output.contains("1911"))
  }

  @Test("The wrong code is an error, and nothing is renamed")
  func wrongCode() throws {
    let folder = try Registers.lixianCopy()
    let run = try importing("编号,名称,面积\nLX-0005,余家牌坊,300\n", into: folder)
    #expect(run.status == 65)
    #expect(
      run.errors.contains("the register has LX-0005 as 鸡公垱遗址, and this name is that of LX-0004"))
  }

  @Test("A position given alone says what goes with the old one")
  func position() throws {
    let folder = try Registers.lixianCopy()
    let run = try importing("编号,名称,lon,lat\nLX-0001,城头山遗址,111.66,29.69\n", into: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("so what was said of the old one goes: "))
    #expect(!run.errors.contains("emptied"))
  }

  @Test("doctor names a relic that another program moved away from its township's seat")
  func movedSeat() throws {
    let folder = try Registers.lixianCopy()
    let sound = try Program.heritage.run(["doctor"], in: folder.url)
    #expect(sound.output.contains("township seats"))
    let moved = try Program.shell(
      """
      sqlite3 heritage.sqlite "DROP TRIGGER IF EXISTS ggu_site_geom; DROP TRIGGER IF EXISTS tmu_site_geom;
      DROP TRIGGER IF EXISTS giu_site_geom; DROP TRIGGER IF EXISTS site_range_update;
      UPDATE site SET geom = (SELECT geom FROM site WHERE code = 'LX-0001') WHERE code = 'LX-0017'"
      """, in: folder.url)
    #expect(moved.status == 0, "\(moved.errors)")
    let found = try Program.heritage.run(["doctor"], in: folder.url)
    #expect(found.output.contains("said to stand at a township seat, and do not: LX-0017"))
  }

  @Test("publish names what is shown more finely than the rule would show it")
  func published() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Program.heritage.run(["init", "--empty", "--name", "澧县"], in: folder.url).status == 0)
    let table = """
      编号,名称,类别,lon,lat,位置公开
      P-1,王家墓群,其他,111.7,29.7,公开
      P-2,样点,,111.71,29.7,公开
      P-3,石桥,古建筑,111.72,29.7,
      P-4,张家坡汉墓,,111.73,29.7,
      """
    let run = try importing(table, into: folder)
    #expect(run.status == 0)
    let copy = try Program.heritage.run(["publish", "-o", "p.sqlite"], in: folder.url)
    #expect(
      copy.errors == """
        wrote p.sqlite: 4 rows
        left behind: 1 exact position, 0 outlines of zones
        2 positions are shown more finely than the rule would show them; somebody has said so, or nobody has looked:
        P-1 王家墓群: 王家墓群 says a tomb
        P-2 样点: no class is known
        what the public may see is said in the column disclosure (位置公开) of a table that is imported

        """)
  }
}
