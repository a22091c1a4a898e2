import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("The tables of a year", .everyStore)
struct RegisterReportTests {
  /// Relics of random levels, categories, townships and years.
  private static func register(seed: UInt64) throws -> TestRegister {
    var random = SeededGenerator(seed: seed)
    func any(_ values: [String]) -> String { values.randomElement(using: &random) ?? "" }
    let sites = (1...60).map { number -> String in
      let first = Int.random(in: -6000...1990, using: &random)
      let last = first + Int.random(in: 0...1200, using: &random)
      let years = any([
        "\(first == 0 ? 1 : first),\(last == 0 ? 1 : last)", "\(first == 0 ? 1 : first),", ",",
      ])
      let category = any(["ancient_site", "ancient_building", "modern_site", "other"])
      return "T-\(number),点\(number),\(category),\(any(["national", "county", "registered"])),"
        + "\(any(["东镇", "西镇"])),111.5,29.5,2500,township_seat,,\(years),,,"
    }
    return try TestRegister(TestPack().sites(sites))
  }

  @Test(
    "Every table adds up, by row and by column, to the relics",
    arguments: Cases.seeds(1...4) as Range<UInt64>)
  func sums(seed: UInt64) throws {
    let registry = try Self.register(seed: seed).open()
    let report = try registry.report(of: 2026)
    #expect(report.relics == 60)
    #expect(
      report.tables.map(\.key) == [
        "level_category", "township_level", "category_era", "township_category",
      ])
    for table in report.tables {
      #expect(table.sum == 60)
      #expect(table.rowSums.reduce(0, +) == 60 && table.columnSums.reduce(0, +) == 60)
      #expect(table.cells.count == table.rows.count)
      #expect(table.cells.allSatisfy { $0.count == table.columns.count })
    }
    // Each relic by itself.
    let sites = try registry.sites(matching: SiteQuery()).items
    let eras = report.tables[2]
    for (column, heading) in eras.columns.enumerated() {
      #expect(eras.columnSums[column] == sites.count { Era($0.period)?.rawValue == heading.key })
    }
  }

  @Test("What was known before and what was found make the total; what is gone stands apart")
  func changes() throws {
    let registry = try Self.register(seed: 9).open()
    func change(_ kind: YearChanges.Kind, _ code: String, _ date: String) -> YearChanges.Change {
      YearChanges.Change(kind: kind, code: code, name: "点", date: date)
    }
    let changes = YearChanges([
      change(.destroyed, "T-9", "2026-03-01"), change(.found, "T-10", "2026-05-01"),
      change(.found, "T-2", "2026-05-01"), change(.found, "T-2", "2026-06-01"),
      change(.revoked, "T-9", "2026-09-01"),
    ])
    #expect(changes.changes.map(\.code) == ["T-10", "T-2", "T-2", "T-9", "T-9"])
    let report = try registry.report(of: 2026, changes: changes)
    #expect([report.known, report.found, report.gone] == [58, 2, 1])
    #expect(try registry.report(of: 2026).found == nil)
  }

  @Test(
    "A relic is of the era that has all its years, or of its words",
    arguments: [
      (-4500, -2000, nil, .prehistory), (-2600, -1800, nil, .prehistory),
      (-1600, -1046, nil, .earlyDynasties), (-770, -221, "东周", .several),
      (-475, -221, "战国", .warringStatesToHan), (-206, 220, nil, .warringStatesToHan),
      (581, 618, nil, .suiToFiveDynasties), (960, 1279, "宋", .songToYuan),
      (1368, 1644, nil, .ming), (1644, 1911, nil, .qing), (1368, 1911, "明至清", .several),
      (1984, 1985, nil, .modern), (nil, nil, "清代", .qing), (nil, nil, "新石器时代", .prehistory),
      (1819, nil, "清", .qing), (1819, nil, nil, nil), (nil, nil, "明至清", nil), (nil, nil, nil, nil),
      (-3400, nil, "新石器时代至商周", nil),
    ] as [(Int?, Int?, String?, Era?)])
  func eras(first: Int?, last: Int?, words: String?, era: Era?) {
    #expect(Era(Period(words: words, start: first, end: last)) == era)
  }
}
