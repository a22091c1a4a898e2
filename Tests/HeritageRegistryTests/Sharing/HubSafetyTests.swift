import Foundation
import GRDB
import HeritageTestSupport
import Testing

@testable import HeritagePostgres
@testable import HeritageRegistry
@testable import HeritageSQLite

/// What a hub and its working copies keep, whoever is stopped, restored or named alike.
@Suite("What is not lost between working copies and their hub", .enabled(if: TestHub.isThere))
struct HubSafetyTests {
  typealias County = HubExchangeTests.County

  @Test("A pull that is stopped between two edits has noted the conflicts of the first")
  func stoppedPull() throws {
    let county = try County(copies: 2)
    try county.set(0, "LX-0011", "site.condition", "poor", by: "王芳")
    try county.set(0, "LX-0012", "site.condition", "poor", by: "李明")
    #expect(try county.exchange(0).push().stored == ["LX-0011", "LX-0012"])
    try county.set(1, "LX-0011", "site.condition", "good", by: "赵一")
    let uid = try county.sql("SELECT uid FROM heritage.relic_key WHERE code = 'LX-0012'")
    try county.copies[1].writing(EditNote(who: nil)) { db in
      try db.execute(
        sql: """
          CREATE TRIGGER stop BEFORE INSERT ON hub_base WHEN NEW.uid = '\(uid)'
          BEGIN SELECT RAISE(ABORT, 'stopped'); END
          """)
    }
    #expect(throws: RegistryError.self) { try county.exchange(1).pull() }
    try county.copies[1].writing(EditNote(who: nil)) { try $0.execute(sql: "DROP TRIGGER stop") }
    let report = try county.exchange(1).pull()
    #expect(report.conflicts.map(\.code) == ["LX-0011"])
    #expect(report.conflicts.map(\.theirs) == ["poor"] && report.changed == ["LX-0012"])
    #expect(throws: HubError.self) { try county.exchange(1).push() }
    #expect(try county.sql("SELECT condition FROM heritage.site WHERE code = 'LX-0011'") == "poor")
  }

  @Test("An edit that is made while a pull is on its way is kept, and the pull is made again")
  func editMeanwhile() throws {
    let county = try County(copies: 2)
    try county.set(0, "LX-0011", "site.condition", "poor", by: "王芳")
    _ = try county.exchange(0).push()
    let racing = EditedMeanwhile(county: county)
    let copy = county.copies[1].name
    #expect(throws: RegistryError.busy(path: copy)) { try HubExchange(racing, county.hub).pull() }
    #expect(try county.value(1, "LX-0011", "site.condition") == "good")
    let conflicts = try county.exchange(1).pull().conflicts
    #expect(conflicts.map(\.mine) == ["good"] && conflicts.map(\.theirs) == ["poor"])
  }

  /// A working copy that somebody edits as soon as a pull has read it.
  private struct EditedMeanwhile: SharedCopy {
    let county: County
    var copy: WorkingCopy { county.copies[1] }
    var name: String { copy.name }
    func state() throws -> CopyState? { try copy.state() }
    func records() throws -> CopyRecords {
      let records = try copy.records()
      try county.set(1, "LX-0011", "site.condition", "good", by: "李明")
      return records
    }
    func receive(_ fetched: CopyChanges) throws { try copy.receive(fetched) }
    func note(push: String?) throws { try copy.note(push: push) }
    func note(
      stored: [(uid: String, relic: RowID?, isGone: Bool, record: SharedRecord, revision: Int)]
    ) throws { try copy.note(stored: stored) }
    func editNotes(_ records: [(relic: RowID?, fields: [String])]) throws -> [EditNote] {
      try copy.editNotes(records)
    }
    func conflicts() throws -> [HubConflict] { try copy.conflicts() }
    func decide(_ uid: String, fields: [String], takingTheirs: Bool, note: EditNote) throws {
      try copy.decide(uid, fields: fields, takingTheirs: takingTheirs, note: note)
    }
  }

  @Test("Codes and names that differ in their normal form alone are others, and all of them travel")
  func normalForms() throws {
    let county = try County(copies: 2)
    let forms = ["\u{E9}-1", "e\u{301}-1"].map { ($0, $0.unicodeScalars.count) }
    #expect(forms.map(\.1) == [3, 4] && forms[0].0 == forms[1].0)
    try county.copies[0].writing(EditNote(who: "王芳")) { db in
      try SpatialConnection.requireSpatiaLite(db)
      for (code, _) in forms {
        try db.execute(
          sql: """
            INSERT INTO site (code, name_zh, protection_level, level_basis, coord_method, disclosure, provenance)
            VALUES (?, '新', 'registered', 'listed', 'none', 'open', 'survey')
            """, arguments: [code])
      }
    }
    #expect(try county.exchange(0).push().stored.count == 2)
    #expect(try county.exchange(1).pull().new.count == 2)
    try county.set(0, "LX-0011", "site.name_en", forms[0].0, by: "王芳")
    #expect(try county.exchange(0).push().fields == 1)
    try county.set(0, "LX-0011", "site.name_en", forms[1].0, by: "王芳")
    #expect(try county.exchange(0).push().fields == 1)
    #expect(try county.exchange(1).pull().changed == ["LX-0011"])
    let name = try county.value(1, "LX-0011", "site.name_en")
    #expect(name?.unicodeScalars.count == 4)
    let bytes = "SELECT octet_length(name_en) FROM heritage.site WHERE code = 'LX-0011'"
    #expect(try county.sql(bytes) == "5")
  }

  @Test("A code that another county has given is said with that county, and nothing is sent")
  func codeOfAnotherCounty() throws {
    let county = try County(copies: 1)
    let records = try county.copies[1].records()
    var (list, relic) = (records.county, try #require(records.relics.values.first))
    list.fields["registry.name_zh"] = .plain("邻县")
    for (field, value) in relic.fields {
      if case .rows = value { relic.fields[field] = nil }
    }
    relic.fields["site.code"] = .plain("NX-0001")
    _ = try county.hub.load("430799", list, [(UniqueID.make(), relic)])
    let add = """
      INSERT INTO site (code, name_zh, protection_level, level_basis, coord_method, disclosure, provenance)
      VALUES ('nx-0001', '新', 'registered', 'listed', 'none', 'open', 'survey')
      """
    try county.copies[0].writing(EditNote(who: "王芳")) { db in
      try SpatialConnection.requireSpatiaLite(db)
      try db.execute(sql: add)
    }
    for isPartial in [false, true] {
      #expect(
        throws: HubError.codeTaken(hub: county.hub.name, code: "NX-0001", county: "430799")
      ) { try county.exchange(0).push(isPartial: isPartial) }
    }
    relic.fields["site.code"] = .plain("LX-0001")
    #expect(
      throws: HubError.codeTaken(hub: county.hub.name, code: "lx-0001", county: nil)
    ) { try county.hub.load("430798", list, [(UniqueID.make(), relic)]) }
    // Both counties list the same townships, each in its own words.
    #expect(
      try county.sql("SELECT county, count(*) FROM heritage.township GROUP BY 1 ORDER BY 1")
        .split(separator: "\n").map { $0.prefix(6) } == ["430723", "430799"])
    let orphans =
      "SELECT count(*) FROM heritage.site WHERE township_id IS NULL AND county = '430799'"
    #expect(try county.sql(orphans) == (relic["site.township_id"].isEmpty ? "1" : "0"))
  }

  @Test("A hub that knows less than a copy has fetched takes nothing from it")
  func olderHub() throws {
    let county = try County(copies: 2)
    try county.set(0, "LX-0011", "site.condition", "poor", by: "王芳")
    _ = try county.exchange(0).push()
    _ = try county.exchange(1).pull()
    // What was written last is lost, as where a backup was restored.
    _ = try county.sql(
      """
      SET session_replication_role = replica;
      UPDATE heritage.relic_key SET rev = 1, seq = (SELECT seq FROM heritage.county) WHERE code = 'LX-0011';
      UPDATE heritage.site SET condition = NULL WHERE code = 'LX-0011'
      """)
    try county.set(1, "LX-0012", "site.condition", "good", by: "李明")
    let older = HubError.olderHub(path: county.copies[1].name, hub: county.hub.name)
    #expect(throws: older) { try county.exchange(1).pull() }
    for isRehearsal in [true, false] {
      #expect(throws: older) { try county.exchange(1).push(isRehearsal: isRehearsal) }
    }
    #expect(try county.sql("SELECT rev FROM heritage.relic_key WHERE code = 'LX-0012'") == "1")
  }

  @Test("Where a hub was found last is where it is looked for")
  func moved() throws {
    let county = try County(copies: 1)
    let folder = try #require(PrivateCluster.shared).folder
    let other = "postgres:///\(county.database)?user=postgres&password=secret&host=\(folder)"
    let hub = Hub(try #require(HubAddress(other)))
    _ = try HubExchange(county.copies[0], hub).pull()
    #expect(
      try county.copies[0].state()?.address
        == "postgres:///\(county.database)?user=postgres&host=\(folder)")
  }
}
