import Foundation
import GRDB
import Geodesy
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// Swift Testing has attachments too.
typealias Attachment = HeritageRegistry.Attachment

@Suite("Files of relics")
struct AttachmentTests {
  /// A tomb that is withheld, and an open building.
  private static func register() throws -> TestRegister {
    try TestRegister(
      TestPack().sites([
        "T-1,秘墓,ancient_tomb,county,东镇,111.512345,29.587654,20,rtk,,-221,-206,东镇秘村三组,,",
        "T-2,明楼,ancient_building,county,西镇,111.534567,29.565432,20,rtk,open,1400,1500,西镇街上,,",
      ]))
  }

  private static func facts(_ part: AttachmentPart = .photo, _ name: String = "a.jpg")
    -> AttachmentFacts
  { AttachmentFacts(part: part, fileName: name) }

  @Test("A file is kept as it came, inside the register or beside it, with what was said of it")
  func roundTrip() throws {
    let register = try Self.register()
    let registrar = try Registrar(opening: register.path)
    let large = Pictures.document(of: Attachment.inlineLimit + 1)
    var facts = AttachmentFacts(
      part: .photo, title: "正面", label: "照-1", fileName: "IMG_0001.JPG", author: "某人",
      direction: "由南向北")
    let small = try registrar.attach(Pictures.located, to: "t-2", facts)
    #expect(small.isCameraDate && small.saysWhere && small.others == [])
    let metres = try #require(small.distance).metres
    #expect(abs(metres - 3267) < 5)
    facts.takenOn = "2026-11-20"
    let first = small.attachment
    #expect(
      first
        == Attachment(
          number: 1, site: "T-2", facts: facts, kind: .jpeg,
          sha256: SHA256.hex(of: Pictures.located),
          byteCount: Pictures.located.count))
    let second = try registrar.attach(large, to: "T-2", Self.facts(.drawing, "plan.pdf")).attachment
    #expect(!second.isInside && second.kind == .pdf)
    #expect(register.folder.names == ["heritage.sqlite", "heritage.sqlite.files"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: register.path + ".files")
        == [second.sha256 + ".pdf"])
    let staff = try register.openFile(.staff)
    // The drawing stands before the photograph in a record file.
    #expect(try staff.attachments(of: "T-2") == [second, first])
    #expect(try staff.content(ofAttachment: 1, from: "T-2").bytes == Pictures.located)
    #expect(try staff.content(ofAttachment: 2, from: "T-2").bytes == large)
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))
    let check = try RegisterFile(register.path).verifyAttachments()
    #expect(check.attachments == 2 && check.files == 2 && check.findings == [])
    #expect(check.bytes == large.count + Pictures.located.count)
  }

  @Test("The public gets photographs of open relics, without what the pictures say")
  func publicly() throws {
    let register = try Self.register()
    let registrar = try Registrar(opening: register.path)
    for code in ["T-1", "T-2"] {
      try registrar.attach(Pictures.located, to: code, Self.facts())
      try registrar.attach(Pictures.document(of: 100), to: code, Self.facts(.photo, "scan.pdf"))
      try registrar.attach(Pictures.locatedPNG, to: code, Self.facts(.drawing, "plan.png"))
    }
    let open = try register.openFile(.public)
    #expect(try open.attachments(of: "T-1") == [])
    #expect(try open.attachments(of: "T-2").map(\.number) == [4])
    let picture = try open.content(ofAttachment: 4, from: "T-2").bytes
    #expect(picture == PublicPicture.stripped(Pictures.located, .jpeg))
    for (code, number) in [("T-1", 1), ("T-2", 5), ("T-2", 6), ("T-2", 1), ("T-2", 99)] {
      #expect(throws: AttachmentError.notFound(site: code, number: number)) {
        try open.content(ofAttachment: number, from: code)
      }
    }
    // A relic that is closed takes its photographs along.
    try DatabaseQueue(
      path: register.path, configuration: SpatialConnection.configuration(readonly: false)
    ).writeWithoutTransaction { db in
      try SpatialConnection.requireSpatiaLite(db)
      try db.execute(
        sql: """
          UPDATE site SET disclosure = 'withheld', geom = NULL, coord_method = 'none',
            coord_accuracy_m = NULL, address = NULL, village = NULL, coord_verbatim = NULL
          WHERE code = 'T-2'
          """)
    }
    #expect(try register.openFile(.public).attachments(of: "T-2") == [])
  }

  @Test("What cannot be attached is refused, and changes nothing")
  func refused() throws {
    let register = try Self.register()
    let registrar = try Registrar(opening: register.path)
    func refuses(_ error: AttachmentError, _ bytes: [UInt8], _ facts: AttachmentFacts) {
      #expect(throws: error) { try registrar.attach(bytes, to: "T-2", facts) }
    }
    var facts = Self.facts()
    refuses(.empty(name: "a.jpg"), [], facts)
    refuses(.unknownKind(name: "a.jpg"), Array("GIF89a".utf8), facts)
    for date in ["2026-02-30", "2026-13", "26", "2026-11-20T10:00", "", " "] {
      facts.takenOn = date
      #expect(throws: AttachmentError.self) {
        try registrar.attach(Pictures.plain, to: "T-2", facts)
      }
    }
    facts.takenOn = nil
    for text in ["", "  ", "a\nb", "a\u{7}", String(repeating: "字", count: 1000)] {
      facts.title = text
      refuses(.badText(noun: Labels(zh: "名称", en: "title"), text: text), Pictures.plain, facts)
    }
    facts.title = nil
    #expect(throws: RegistryError.self) { try registrar.attach(Pictures.plain, to: "T-9", facts) }
    try registrar.attach(Pictures.plain, to: "T-2", facts)
    refuses(.attachedAlready(site: "T-2", number: 1), Pictures.plain, facts)
    #expect(try register.openFile(.staff).attachments(of: "T-2").count == 1)
    #expect(register.folder.names == ["heritage.sqlite"])
    let copy = register.folder.path("public.sqlite")
    try RegisterFile(register.path).publish(to: copy)
    let published = try Registrar(opening: copy)
    #expect(throws: RegistryError.publicCopy(path: copy)) {
      try published.attach(Pictures.plain, to: "T-2", facts)
    }
    #expect(throws: RegistryError.publicCopy(path: copy)) { try published.detach(1, from: "T-2") }
  }

  @Test("A file of two relics is kept once, and stays while one has it")
  func shared() throws {
    let register = try Self.register()
    let (file, registrar) = (RegisterFile(register.path), try Registrar(opening: register.path))
    for bytes in [Pictures.plain, Pictures.document(of: Attachment.inlineLimit + 1)] {
      let one = try registrar.attach(bytes, to: "T-1", Self.facts()).attachment
      let other = try registrar.attach(bytes, to: "T-2", Self.facts())
      #expect(other.others == ["T-1"])
      #expect(try registrar.detach(one.number, from: "T-1") == one)
      #expect(throws: AttachmentError.notFound(site: "T-1", number: one.number)) {
        try registrar.detach(one.number, from: "T-1")
      }
      #expect(throws: AttachmentError.self) {
        try registrar.detach(other.attachment.number, from: "T-1")
      }
      #expect(try file.removeUnnamedFiles() == [])
      try registrar.detach(other.attachment.number, from: "T-2")
      let check = try file.verifyAttachments()
      #expect(check.findings.map(\.fault) == [.unnamed])
      #expect(check.losses.isEmpty)
      #expect(try file.removeUnnamedFiles() == check.findings.map(\.name))
      #expect(try file.verifyAttachments().findings == [])
    }
  }

  @Test("A backup has the files too, and a public copy nothing of them")
  func copies() throws {
    let register = try Self.register()
    let (file, registrar) = (RegisterFile(register.path), try Registrar(opening: register.path))
    let secret = "秘墓墓室照片.jpg"
    for code in ["T-1", "T-2"] {
      try registrar.attach(Pictures.located, to: code, Self.facts(.photo, secret))
      try registrar.attach(
        Pictures.document(of: Attachment.inlineLimit + 5), to: code, Self.facts(.drawing, "b.pdf"))
    }
    let copy = register.folder.path("copy.sqlite")
    let backup = try file.backup(to: copy)
    #expect(backup.files == 1 && backup.missingFiles == [])
    #expect(backup.folder == copy + ".files")
    #expect(try RegisterFile(copy).verifyAttachments() == file.verifyAttachments())
    #expect(throws: RegistryError.fileExists(path: copy)) { try file.backup(to: copy) }
    let published = register.folder.path("public.sqlite")
    try file.publish(to: published)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: published))
    for text in Pictures.secrets + [secret, SHA256.hex(of: Pictures.located)] {
      #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
    }
    #expect(try Registry(opening: published, audience: .staff).attachments(of: "T-2") == [])
    #expect(try RegisterFile(published).verifyAttachments().attachments == 0)
    #expect(!FileManager.default.fileExists(atPath: published + ".files"))
    // A name that a text of the register repeats is a trace.
    try DatabaseQueue(path: register.path).write { db in
      try db.execute(
        sql: "UPDATE site SET notes = ? WHERE code = 'T-1'", arguments: ["见 " + secret])
    }
    #expect(throws: RegistryError.self) {
      try file.publish(to: register.folder.path("other.sqlite"))
    }
    try FileManager.default.removeItem(atPath: register.path + ".files")
    #expect(try file.backup(to: register.folder.path("second.sqlite")).missingFiles.count == 1)
  }

  @Test("A register that takes another's place leaves it its files")
  func movedAside() throws {
    let register = try Self.register()
    let registrar = try Registrar(opening: register.path)
    try registrar.attach(
      Pictures.document(of: Attachment.inlineLimit + 1), to: "T-2", Self.facts())
    let aside = try RegisterFile.create(
      at: register.path, from: CountyPack(PackFiles(TestPack().files), allowsOutside: true),
      replacing: true)
    let old = try #require(aside)
    #expect(try RegisterFile(old).verifyAttachments().losses.isEmpty)
    #expect(try RegisterFile(old).verifyAttachments().files == 1)
    #expect(!FileManager.default.fileExists(atPath: register.path + ".files"))
  }
}
