import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// A writer that is killed leaves the file and its journal as they are at that moment: so a copy of the two
/// is what the next program finds.
@Suite("An import that is killed")
struct InterruptedImportTests {
  private static let total = 2500

  private static func records(_ count: Int) -> [SiteRecord] {
    var random = SplitMix64(seed: 3)
    return (1...count).map { index in
      let site = Site(
        code: "N-\(index)", nameZH: "新亭\(index)号", category: Category.allCases[index % 6],
        level: .registered, levelBasis: .stated, township: "东镇",
        position: .surveyed(111 + random.unit(), 29 + random.unit(), accuracy: 5),
        provenance: .survey, summaryZH: String(repeating: "述", count: 60))
      return SiteRecord(
        site, row: index + 1, sources: ["志\(index % 7)"],
        given: Set(SiteField.allCases).subtracting([.disclosure]))
    }
  }

  private static func register() throws -> TestRegister {
    let register = try TestRegister(
      TestPack().with("official_counts.csv", "what,count,source\nregistered,\(total),test\n"))
    try Registrar(opening: register.path, cacheKiB: 64).apply(records(400))
    return register
  }

  /// Every row of the tables that an import writes.
  private static func rows(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try ["site", "exact_position", "source", "site_source", "import_log", "name_change"]
        .flatMap { table in
          try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
        }
    }
  }

  /// 900 new relics are written with triggers, 1,900 without; a small cache writes into the file early.
  @Test(
    "At any moment, the register is all old before the end and all new after it",
    arguments: [(900, 1), (1900, 2)])
  func killed(newcomers: Int, seed: UInt64) throws {
    let register = try Self.register()
    let before = try Self.rows(register.path)
    var random = SplitMix64(seed: seed)
    // New relics, and the old ones with other names.
    let records = Self.records(400 + newcomers).map { record in
      SiteRecord(
        record.site.with(name: record.site.nameZH + "址"), row: record.place.row,
        sources: record.dossier.sources, given: record.given)
    }
    var (moments, hot) = (0, 0)
    func kill() throws {
      guard random.unit() < 0.7 else { return }
      moments += 1
      let folder = try TemporaryFolder()
      let copy = folder.path("copy.sqlite")
      try FileManager.default.copyItem(atPath: register.path, toPath: copy)
      let journal = register.path + "-journal"
      if FileManager.default.fileExists(atPath: journal) {
        try FileManager.default.copyItem(atPath: journal, toPath: copy + "-journal")
      }
      let found = try Data(contentsOf: URL(fileURLWithPath: copy))
      // A reader finds the old state, and the file is sound.
      let findings = try RegisterFile(copy).diagnose()
      #expect(findings.filter { !$0.isSound } == [])
      #expect(try Self.rows(copy) == before)
      if try Data(contentsOf: URL(fileURLWithPath: copy)) != found { hot += 1 }
      // And the import can be done again.
      guard moments % 4 == 0 else { return }
      try Registrar(opening: copy).apply(records)
      let rows = try Registry(opening: copy).totals().rows
      #expect(rows == Self.total)
    }
    _ = try Registrar(opening: register.path, cacheKiB: 64).apply(
      records,
      labels: [
        ImportLabel(file: "t.csv", sha256: SHA256.hex(of: []), time: "2026-11-23T08:00:00Z")
      ],
      skippingRefused: false, review: { _ in try kill() },
      progress: { step, _, _ in if step != .comparing { try kill() } })
    #expect(moments > 5)
    #expect(hot > 3, "the file had been written to at some of the moments")
    let after = try Self.rows(register.path)
    #expect(after != before)
    let findings = try RegisterFile(register.path).diagnose()
    #expect(findings.filter { !$0.isSound } == [])
    #expect(try register.open().totals().rows == Self.total)
    #expect(try register.open().imports().map(\.newRows) == [newcomers])
  }
}
