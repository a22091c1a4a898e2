import Foundation
import GRDB
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Files of relics, checked")
struct AttachmentCheckTests {
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

  @Test("A file that is missing, changed, a link or unnamed is found and named")
  func verified() throws {
    let register = try Self.register()
    let registrar = try Registrar(opening: register.path)
    let files = try (0..<4).map {
      try registrar.attach(
        Pictures.document(of: Attachment.inlineLimit + 1, number: $0), to: "T-2", Self.facts()
      ).attachment
    }
    let inside = try registrar.attach(Pictures.plain, to: "T-2", Self.facts()).attachment
    let folder = URL(fileURLWithPath: register.path + ".files")
    func place(_ index: Int) -> URL {
      folder.appendingPathComponent(files[index].sha256 + ".pdf")
    }
    try FileManager.default.removeItem(at: place(0))
    var bytes = try Data(contentsOf: place(1))
    bytes[500_000] ^= 1
    try bytes.write(to: place(1))
    try FileManager.default.removeItem(at: place(2))
    try FileManager.default.createSymbolicLink(at: place(2), withDestinationURL: place(3))
    try register.folder.write("x", to: "heritage.sqlite.files/\(files[0].sha256).pdf.partial-1")
    try DatabaseQueue(path: register.path).write { db in
      try db.execute(sql: "UPDATE attachment_content SET data = zeroblob(length(data))")
    }
    let check = try RegisterFile(register.path).verifyAttachments()
    let found = check.findings.map { "\($0.fault) \($0.name.prefix(8)) \($0.attachments.count)" }
    func name(_ attachment: Attachment) -> Substring { attachment.sha256.prefix(8) }
    let changed = ["changed \(name(files[1])) 1", "changed \(name(inside)) 1"]
    let expected =
      ["missing \(name(files[0])) 1"] + changed.sorted() + [
        "notPlain \(name(files[2])) 1", "unnamed \(name(files[0])) 0",
      ]
    #expect(found == expected)
    #expect(check.losses.count == 4)
    let staff = try register.openFile(.staff)
    #expect(throws: AttachmentError.missing(files[0], file: place(0).path)) {
      try staff.content(ofAttachment: files[0].number, from: "T-2")
    }
    #expect(throws: AttachmentError.changed(files[1], file: place(1).path)) {
      try staff.content(ofAttachment: files[1].number, from: "T-2")
    }
    #expect(throws: AttachmentError.notPlain(path: place(2).path)) {
      try staff.content(ofAttachment: files[2].number, from: "T-2")
    }
    let doctor = try RegisterFile(register.path).diagnose().first {
      $0.check.key == "doctor.attachments"
    }
    #expect(doctor?.isSound == false)
    // The same file attached anew to another relic mends what is damaged.
    try registrar.attach(
      Pictures.document(of: Attachment.inlineLimit + 1, number: 1), to: "T-1", Self.facts())
    #expect(try staff.content(ofAttachment: files[1].number, from: "T-2").bytes.count > 0)
  }

  @Test("A folder that is a link is neither read nor written")
  func linkedFolder() throws {
    let register = try Self.register()
    let other = register.folder.path("elsewhere")
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: register.path + ".files", withDestinationPath: other)
    let registrar = try Registrar(opening: register.path)
    #expect(throws: AttachmentError.notPlain(path: register.path + ".files")) {
      try registrar.attach(
        Pictures.document(of: Attachment.inlineLimit + 1), to: "T-2", Self.facts())
    }
    #expect(try register.openFile(.staff).attachments(of: "T-2") == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == [])
  }

  @Test(
    "The schema refuses what the program would not write",
    arguments: [
      ("part", "'album'"), ("mime", "'image/gif'"), ("sha256", "'abc'"), ("bytes", "0"),
      ("bytes", "'x'"), ("taken_on", "'2026-02-30'"), ("taken_on", "'20261120'"),
      ("file_name", "''"), ("title", "''"), ("site_id", "99"),
    ])
  func schema(column: String, value: String) throws {
    let register = try Self.register()
    let queue = try DatabaseQueue(path: register.path)
    var values = [
      "site_id": "1", "part": "'photo'", "file_name": "'a'", "mime": "'image/png'",
      "sha256": "'\(SHA256.hex(of: []))'", "bytes": "1",
    ]
    func insert() throws {
      let pairs = values.sorted { $0.key < $1.key }
      try queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO attachment (\(pairs.map(\.key).joined(separator: ", ")))
            VALUES (\(pairs.map(\.value).joined(separator: ", ")))
            """)
      }
    }
    try insert()
    (values["sha256"], values[column]) = ("'\(SHA256.hex(of: [1]))'", value)
    #expect(throws: DatabaseError.self) { try insert() }
  }
}
