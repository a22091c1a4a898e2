import CSpatiaLite
import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Edits taken back")
struct UndoTests {
  private static let me = EditNote(who: "王芳", why: "试验")

  /// Changes a register at random: fields, names, announcements, visits, disclosure, positions, new relics
  /// and stand-ins that leave, by the program and by plain SQL.
  private static func changeAtRandom(
    _ register: TestRegister, _ random: inout SplitMix64
  ) throws {
    let registry = try register.openFile(.staff)
    let codes = ["LX-0001", "LX-0002", "LX-0005", "LX-0009", "LX-0012", "LX-0013", "LX-0020"]
    let code = codes.randomElement(using: &random) ?? "LX-0001"
    let site = try registry.site(code)
    let number = Int.random(in: 1...1_000_000, using: &random)
    func edit(_ site: Site, _ given: Set<SiteField>, names: [OtherName] = []) throws {
      var dossier = Dossier(site)
      dossier.otherNames = names
      let record = SiteRecord(
        place: .init(file: "t.csv", sheet: nil, row: 2), dossier: dossier,
        given: given.union([.code]))
      try Registrar(opening: register.path).apply([record], note: me, skippingRefused: true)
    }
    func sql(_ statement: String) throws {
      try DatabaseQueue(path: register.path).writeWithoutTransaction { db in
        try SpatialConnection.requireSpatiaLite(db)
        try db.execute(sql: statement)
      }
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: try edit(site.with(notes: .some("说明\(number)")), [.notes])
    case 1:
      var site = site
      site.disclosure = Disclosure.allCases.randomElement(using: &random) ?? .open
      try edit(site, [.disclosure])
    case 2:
      var site = site
      site.position = Position(
        coordinate: try Coordinate(
          longitude: 111.5 + Double(number) / 1e7, latitude: 29.6 + Double(number) / 1e7),
        accuracy: .metres(10), method: .handheld, source: nil, verbatim: nil, declaredSystem: nil)
      try edit(site, [.position, .accuracy, .method])
    case 3:
      try edit(
        site, [.formerNames],
        names: (0..<number % 3).map { OtherName(name: "旧名\(number)-\($0)", kind: .former) })
    case 4:
      let site = Site(
        code: "N-\(number)", nameZH: "新亭\(number)", level: .registered, levelBasis: .stated,
        township: "城头山镇", provenance: .survey)
      try edit(site, Set(SiteField.allCases).subtracting([.disclosure, .formerNames, .aliases]))
    case 5: try sql("UPDATE site SET period_zh = '明\(number)' WHERE code = '\(code)'")
    case 6:
      try sql(
        "UPDATE zone SET rule = rule || '\(number)' WHERE id = (SELECT min(id) FROM zone)")
    case 7:
      try sql(
        """
        UPDATE site SET geom = MakePoint(111.7, 29.6 + \(number) / 1e8, 4326)
        WHERE code = '\(code)' AND disclosure = 'open' AND geom IS NOT NULL
        """)
    case 8:
      try sql(
        """
        DELETE FROM site WHERE id = (SELECT max(id) FROM site WHERE provenance = 'stand_in')
        """)
    default:
      try sql(
        "INSERT OR IGNORE INTO site_name VALUES ((SELECT max(id) FROM site), '又名\(number)', 'alias')"
      )
    }
  }

  private static func isSound(_ register: TestRegister) throws -> Bool {
    for finding in try RegisterFile(register.path).diagnose()
    where !finding.isSound && finding.check.key != "doctor.officialCount"
      && finding.check.key != "doctor.seats"
    {
      Issue.record("\(finding)")
      return false
    }
    return true
  }

  @Test("All edits taken back, the newest first, leave the register as it was", arguments: 1...2)
  func backwards(seed: UInt64) throws {
    let register = try TestRegister(copying: TestRegister.lixian.get())
    let first = try TableDump(register.path)
    var random = SplitMix64(seed: seed)
    for _ in 0..<Cases.count(20) { try Self.changeAtRandom(register, &random) }
    let registrar = try Registrar(opening: register.path)
    // What other programs changed last belongs to an edit of its own first.
    let registry = try register.openFile(.staff)
    let last = try registry.site("LX-0001").with(notes: .some("末"))
    try registrar.edit(SiteRecord(last, given: [.code, .notes]), note: Self.me)
    for summary in try registry.edits(limit: 10_000) {
      let plan = try registrar.undo(summary.edit.number, note: Self.me)
      #expect(plan.hindrances.isEmpty, "\(summary.edit.number): \(plan.hindrances)")
    }
    let end = try TableDump(register.path)
    #expect(end - first == [])
    #expect(first - end == [])
    #expect(try Self.isSound(register))
  }

  @Test("The newest edit taken back, and that taken back, is as before", arguments: 11...12)
  func backAndForth(seed: UInt64) throws {
    let register = try TestRegister(copying: TestRegister.lixian.get())
    var random = SplitMix64(seed: seed)
    let registrar = try Registrar(opening: register.path)
    for _ in 0..<Cases.count(12) {
      try Self.changeAtRandom(register, &random)
      let registry = try register.openFile(.staff)
      if try !registry.changes(of: nil).isEmpty { continue }
      guard let newest = try registry.edits(limit: 1).first?.edit.number else { continue }
      let before = try TableDump(register.path)
      let there = try registrar.undo(newest, note: Self.me)
      #expect(there.hindrances.isEmpty)
      let back = try registry.edits(limit: 1)[0].edit
      guard back.number > newest else { continue }
      #expect(back.kind == .undo && back.about == newest)
      #expect(try registrar.undo(back.number, note: Self.me).hindrances.isEmpty)
      let after = try TableDump(register.path)
      #expect(after - before == [])
      #expect(before - after == [])
    }
    #expect(try Self.isSound(register))
  }

  @Test("What was changed once more stands in the way, and nothing is taken back")
  func changedOnceMore() throws {
    let register = try TestRegister(copying: TestRegister.lixian.get())
    let registry = try register.openFile(.staff)
    let registrar = try Registrar(opening: register.path)
    for text in ["一", "二"] {
      let site = try registry.site("LX-0001").with(notes: .some(text))
      try registrar.edit(SiteRecord(site, given: [.code, .notes]), note: Self.me)
    }
    let plan = try registrar.undo(1, note: Self.me)
    #expect(plan.hindrances.map(\.field) == ["notes"])
    #expect(plan.hindrances.map(\.expected) == [.text("一")])
    #expect(plan.hindrances.map(\.kind) == [.changed(now: .text("二"))])
    #expect(try registry.site("LX-0001").notes == "二")
    #expect(try registry.edits().count == 2)
  }

  /// The names of all triggers, oldest first: the order in which they run, backwards.
  private static func triggers(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT tbl_name || ' ' || name FROM sqlite_master WHERE type = 'trigger'
          ORDER BY tbl_name, rowid
          """)
    }
  }

  @Test("The triggers of each table run in the same order after an edit was taken back")
  func order() throws {
    let register = try TestRegister(copying: TestRegister.lixian.get())
    let before = try Self.triggers(register.path)
    let registrar = try Registrar(opening: register.path)
    let site = try register.openFile(.staff).site("LX-0001").with(notes: .some("一"))
    try registrar.edit(SiteRecord(site, given: [.code, .notes]), note: Self.me)
    try registrar.undo(1, note: Self.me)
    #expect(try Self.triggers(register.path) == before)
  }
}
