import CSpatiaLite
import GRDB
import Geodesy
import Testing

@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("What a register remembers of its changes")
struct HistoryTests {
  private static func register() throws -> TestRegister {
    try TestRegister(copying: TestRegister.lixian.get())
  }

  /// What a change says: table, field, old and new.
  private static func said(_ changes: [Registry.Remembered]) -> [String] {
    changes.map { remembered in
      let change = remembered.change
      return "\(change.table) \(change.action) \(change.field ?? "-") "
        + "\(text(change.old)) \(text(change.new))"
    }
  }

  private static func text(_ value: StoredValue) -> String {
    switch value {
    case .null: "-"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }

  private static func edit(
    _ register: TestRegister, _ site: Site, _ given: Set<SiteField>, by who: String = "王芳"
  ) throws {
    try Registrar(opening: register.path).edit(
      SiteRecord(site, given: given.union([.code])),
      note: EditNote(who: who, why: "碑记", source: "重修碑记"))
  }

  @Test("A register that was just made remembers nothing")
  func empty() throws {
    let registry = try Self.register().openFile(.staff)
    #expect(try registry.edits().isEmpty)
    #expect(try registry.history(of: "LX-0001").isEmpty)
    #expect(throws: EditError.noSuchEdit(1, newest: nil)) { try registry.changes(of: 1) }
  }

  @Test("An edit of one field is one row: who, when, why, on which source, old and new")
  func oneField() throws {
    let register = try Self.register()
    let registry = try register.openFile(.staff)
    try Self.edit(register, try registry.site("LX-0001").with(notes: .some("新的说明")), [.notes])
    let edit = try #require(try registry.edits().first)
    #expect((edit.edit.number, edit.changes, edit.relics) == (1, 1, 1))
    #expect(edit.edit.note.who == "王芳" && edit.edit.note.why == "碑记")
    #expect(edit.edit.note.source == "重修碑记")
    let changes = try registry.history(of: "lx-0001")
    #expect(changes.map(\.change.code) == ["LX-0001"])
    #expect(Self.said(changes).map { $0.suffix(4) } == ["新的说明"])
    #expect(changes.map(\.edit) == [edit.edit])
  }

  @Test("What the plain shell changed is another program's, until somebody adopts it")
  func outside() throws {
    let register = try Self.register()
    let registry = try register.openFile(.staff)
    try DatabaseQueue(path: register.path).write {
      try $0.execute(sql: "UPDATE site SET code = 'lx-0001' WHERE code = 'LX-0001'")
    }
    let pending = try registry.changes(of: nil)
    #expect(Self.said(pending) == ["site update code LX-0001 lx-0001"])
    #expect(pending[0].edit == nil)
    // The next edit of ours gathers them.
    try Self.edit(register, try registry.site("LX-0002").with(notes: .some("说明")), [.notes])
    #expect(try registry.edits().map(\.edit.kind) == [.edit, .outside])
    #expect(try registry.changes(of: nil).isEmpty)
    let registrar = try Registrar(opening: register.path)
    try registrar.adopt(1, note: EditNote(who: "李强", why: "在 QGIS 中改的"))
    #expect(try registry.edits(before: 2).first?.edit.adoptedBy == 3)
    #expect(throws: EditError.notOutside(1)) {
      try registrar.adopt(1, note: EditNote(who: "王芳"))
    }
    #expect(throws: EditError.notOutside(2)) {
      try registrar.adopt(2, note: EditNote(who: "王芳"))
    }
  }

  @Test("The public sees no history, and a public copy has none")
  func publicHistory() throws {
    let register = try Self.register()
    let error = EditError.noHistory(path: register.path)
    #expect(throws: error) { try register.openFile().edits() }
    #expect(throws: error) { try register.openFile().history(of: "LX-0001") }
  }

  @Test("A byte of a change that is altered breaks the digest of its edit, and of no other")
  func chain() throws {
    let register = try Self.register()
    let registry = try register.openFile(.staff)
    for text in ["一", "二", "三"] {
      try Self.edit(register, try registry.site("LX-0001").with(notes: .some(text)), [.notes])
    }
    let queue = try DatabaseQueue(path: register.path)
    #expect(try queue.read { try EditChain($0).broken() } == [])
    try queue.write {
      try $0.execute(sql: "UPDATE change SET new_value = '贰' WHERE edit_id = 2")
    }
    #expect(try queue.read { try EditChain($0).broken() } == [2])
    try queue.write {
      try $0.execute(sql: "UPDATE change SET new_value = '二' WHERE edit_id = 2")
      try $0.execute(sql: "UPDATE edit SET who = '李强' WHERE id = 1")
    }
    #expect(try queue.read { try EditChain($0).broken() } == [1])
  }
}
