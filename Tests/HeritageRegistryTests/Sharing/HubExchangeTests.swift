import Foundation
import HeritageTestSupport
import Testing

@testable import HeritagePostgres
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Working copies and their hub", .enabled(if: TestHub.isThere))
struct HubExchangeTests {
  /// A hub with the county of Lixian, and working copies of it.
  struct County {
    let database: String
    let hub: Hub
    let folder: TemporaryFolder
    let copies: [WorkingCopy]

    init(copies count: Int) throws {
      let (database, address) = try TestHub.make()
      (self.database, hub) = (database, Hub(address))
      folder = try TemporaryFolder()
      let first = folder.path("0.sqlite")
      try FileManager.default.copyItem(
        atPath: try TestRegister.lixian.get().path, toPath: first)
      _ = try WorkingCopy(first).join(hub)
      var copies = [WorkingCopy(first)]
      for number in 1..<max(2, count) {
        let copy = WorkingCopy(folder.path("\(number).sqlite"))
        _ = try copy.clone("430723", of: hub)
        copies.append(copy)
      }
      self.copies = copies
    }

    func exchange(_ number: Int) -> HubExchange { HubExchange(copies[number], hub) }

    func set(
      _ number: Int, _ code: String, _ field: String, _ value: String?, by who: String
    ) throws {
      let copy = copies[number]
      let records = try copy.records()
      guard var record = records.relics.first(where: { $0.value.code == code }) else {
        throw RegistryError.siteNotFound(code: code, nearest: [])
      }
      record.value.fields[field] = .plain(value)
      try copy.writing(EditNote(who: who, why: "踏查")) { db in
        _ = try FileRecordWriter(db).write(record.value, fields: [field], to: record.key)
      }
    }

    func value(_ number: Int, _ code: String, _ field: String) throws -> String? {
      try copies[number].records().relics.first { $0.value.code == code }?.value[field].text
    }

    func sql(_ text: String) throws -> String {
      try PrivateCluster.shared?.sql(text, in: database)
        .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }
  }

  @Test("A clone says of every relic what the register said that was brought in")
  func clone() throws {
    let county = try County(copies: 2)
    func byCode(_ number: Int) throws -> [String: SharedRecord] {
      let relics = try county.copies[number].records().relics.values
      return Dictionary(uniqueKeysWithValues: relics.map { ($0.code, $0) })
    }
    let (before, after) = (try byCode(0), try byCode(1))
    #expect(before.count == 630)
    for (code, record) in before {
      let changes = after[code].map { record.changes(since: $0) }
      #expect(changes?.isEmpty == true, "\(code) \(changes ?? [:])")
    }
    let lists = try county.copies.map { try $0.records().county }
    #expect(lists[0].changes(since: lists[1]).isEmpty)
    let versions = try county.copies.map {
      try Registry(opening: $0.name, audience: .staff).version()
    }
    #expect(versions[0] == versions[1])
    #expect(try county.exchange(1).push().stored == [])
    #expect(try county.exchange(1).pull() == PullReport())
  }

  @Test(
    "A change that is pushed is pulled elsewhere, with who made it, and noted in the audit once")
  func roundTrip() throws {
    let county = try County(copies: 2)
    try county.set(0, "LX-0011", "site.condition", "poor", by: "王芳")
    let rehearsed = try county.exchange(0).push(isRehearsal: true)
    #expect(rehearsed.stored == ["LX-0011"] && rehearsed.fields == 1)
    #expect(try county.sql("SELECT count(*) FROM staff.audit") == "0")
    #expect(try county.exchange(0).push().stored == ["LX-0011"])
    #expect(try county.exchange(0).push().stored == [])
    let audit = """
      SELECT e.who, e.why, a.field, a.old_value, a.new_value, a.rev FROM staff.audit a
      JOIN staff.edit e ON e.id = a.edit
      """
    #expect(try county.sql(audit) == "王芳|踏查|condition||poor|2")
    #expect(try county.exchange(1).pull().changed == ["LX-0011"])
    #expect(try county.value(1, "LX-0011", "site.condition") == "poor")
    let summary = try Registry(opening: county.copies[1].name, audience: .staff).edits(limit: 1)
    #expect(summary.first?.edit.note.who == "王芳")
  }

  @Test("Different fields merge, the same field waits for somebody, and nothing is pushed before")
  func conflicts() throws {
    let county = try County(copies: 2)
    try county.set(0, "LX-0011", "site.condition", "poor", by: "王芳")
    try county.set(0, "LX-0011", "site.excavated", "1984", by: "王芳")
    #expect(try county.exchange(0).push().stored == ["LX-0011"])
    try county.set(1, "LX-0011", "site.condition", "good", by: "李明")
    try county.set(1, "LX-0011", "site.found_year", "1979", by: "李明")
    let refused = try county.exchange(1).push()
    #expect(refused.stored == [] && refused.stale == ["LX-0011"])
    #expect(refused.conflicts.map(\.field) == ["site.condition"])
    let report = try county.exchange(1).pull()
    let conflict = try #require(report.conflicts.first)
    #expect(report.conflicts.count == 1 && report.merged == ["LX-0011"])
    #expect(conflict.code == "LX-0011" && conflict.field == "site.condition")
    #expect(conflict.base == nil && conflict.mine == "good" && conflict.theirs == "poor")
    #expect(conflict.who == "王芳")
    #expect(try county.value(1, "LX-0011", "site.excavated") == "1984")
    #expect(throws: HubError.self) { try county.exchange(1).push() }
    _ = try county.copies[1].decisions.resolve("LX-0011", for: .mine, note: EditNote(who: "李明"))
    #expect(try county.exchange(1).push().stored == ["LX-0011"])
    _ = try county.exchange(0).pull()
    #expect(try county.value(0, "LX-0011", "site.condition") == "good")
    #expect(try county.value(0, "LX-0011", "site.found_year") == "1979")
  }

  @Test("The numbers that surveys gave a relic travel like its other fields")
  func surveyCodes() throws {
    let county = try County(copies: 2)
    let codes = [
      "code_survey2": "II-0011", "code_survey3": "430723-0011", "code_survey4": "4307230011",
    ]
    for (field, code) in codes.sorted(by: { $0.key < $1.key }) {
      try county.set(0, "LX-0011", "site.\(field)", code, by: "王芳")
    }
    #expect(try county.exchange(0).push().fields == 3)
    #expect(try county.exchange(1).pull().changed == ["LX-0011"])
    for (field, code) in codes {
      #expect(try county.value(1, "LX-0011", "site.\(field)") == code)
    }
    let address = try #require(
      PrivateCluster.shared.flatMap { HubAddress($0.address(of: county.database)) })
    for registry in [
      try Registry(opening: address), try Registry(opening: county.copies[1].name),
    ] {
      let dossier = try registry.dossier("LX-0011")
      #expect(
        [SiteField.codeSurvey2, .codeSurvey3, .codeSurvey4].map {
          $0.definition.text(of: dossier)
        } == ["II-0011", "430723-0011", "4307230011"])
    }
    try county.set(1, "LX-0011", "site.code_survey3", nil, by: "李明")
    #expect(try county.exchange(1).push().stored == ["LX-0011"])
    #expect(try county.exchange(0).pull().changed == ["LX-0011"])
    #expect(try county.value(0, "LX-0011", "site.code_survey3") == nil)
    let audit = """
      SELECT op, field, old_value, new_value FROM staff.audit WHERE field = 'code_survey3' ORDER BY seq
      """
    #expect(
      try county.sql(audit)
        == "update|code_survey3||430723-0011\nupdate|code_survey3|430723-0011|")
  }

  @Test("A push whose answer was lost is not written twice")
  func lostAnswer() throws {
    let county = try County(copies: 2)
    try county.set(0, "LX-0011", "site.condition", "poor", by: "王芳")
    let losing = LosingHub(hub: county.hub)
    #expect(throws: HubError.self) { try HubExchange(county.copies[0], losing).push() }
    // What is changed before the answer is asked for is sent by itself.
    try county.set(0, "LX-0011", "site.found_year", "1979", by: "王芳")
    #expect(try county.exchange(0).push().fields == 1)
    #expect(try county.sql("SELECT count(*) FROM staff.audit WHERE field = 'condition'") == "1")
    #expect(try county.sql("SELECT count(*) FROM staff.push") == "2")
  }

  /// A hub whose answers to pushes do not arrive.
  struct LosingHub: SharedHub {
    let hub: Hub
    var name: String { hub.name }
    func identity() throws -> String { try hub.identity() }
    func changes(of county: String, behind seq: Int) throws -> HubChanges {
      try hub.changes(of: county, behind: seq)
    }
    func answer(to push: String, of county: String) throws -> HubAnswer? {
      try hub.answer(to: push, of: county)
    }
    func push(_ push: HubPush) throws -> HubAnswer {
      _ = try hub.push(push)
      throw HubError.unreachable(hub: name, reason: "the line is cut")
    }
    func load(
      _ county: String, _ list: SharedRecord, _ relics: [(uid: String, record: SharedRecord)]
    ) throws -> Int { try hub.load(county, list, relics) }
  }

  @Test(
    "What the public's role may read holds nothing that is hidden, and an office writes its county alone"
  )
  func roles() throws {
    let county = try County(copies: 1)
    let cluster = try #require(PrivateCluster.shared)
    _ = try county.sql(
      """
      DROP ROLE IF EXISTS reader; DROP ROLE IF EXISTS other; CREATE ROLE reader LOGIN IN ROLE heritage_public;
      CREATE ROLE other LOGIN IN ROLE heritage_office
      """)
    let address = try #require(HubAddress(cluster.address(of: county.database, as: "reader")))
    let reader = try HubConnection(address)
    let tables = try reader.query(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'staff' ORDER BY 1"
    ).map { $0.requiredText(0) }
    #expect(tables.count == 9)
    for table in tables {
      #expect(throws: HubFault.self) { try reader.query("SELECT 1 FROM staff.\(table)") }
      #expect(throws: HubFault.self) {
        try reader.query("SELECT ST_EstimatedExtent('staff', '\(table)', 'geom')")
      }
      #expect(throws: HubFault.self) { try reader.query("EXPLAIN SELECT 1 FROM staff.\(table)") }
      // By its number a table can be named without entering its schema.
      let number = try county.sql("SELECT 'staff.\(table)'::regclass::oid")
      for ask in ["_postgis_stats", "_postgis_index_extent"] {
        #expect(throws: HubFault.self) {
          try reader.query("SELECT \(ask)(\(number)::oid::regclass, 'geom')")
        }
      }
      #expect(
        try reader.query("SELECT 1 FROM pg_stats WHERE schemaname = 'staff'").count == 0)
    }
    let open = try Registry(opening: address)
    #expect(try open.version() == TestRegister.lixian.get().openFile(.public).version())
    // Who asks as staff is never answered as the public.
    let notStaff = HubError.notStaff(hub: address.name)
    #expect(throws: notStaff) { try Registry(opening: address, audience: .staff) }
    #expect(throws: notStaff) { try open.seen(by: .staff).version() }
    let office = try #require(HubAddress(cluster.address(of: county.database, as: "other")))
    try county.set(0, "LX-0011", "site.condition", "poor", by: "王芳")
    let refused = #expect(throws: HubError.self) {
      try HubExchange(county.copies[0], Hub(office)).push()
    }
    if case .notGranted = refused {} else { Issue.record("\(String(describing: refused))") }
    _ = try county.sql("INSERT INTO staff.office_county VALUES ('other', '430723')")
    #expect(try HubExchange(county.copies[0], Hub(office)).push().stored == ["LX-0011"])
  }
}
