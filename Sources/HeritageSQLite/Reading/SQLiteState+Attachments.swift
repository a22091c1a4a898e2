import Foundation
import GRDB
import HeritageRegistry

/// The files that belong to relics.
extension SQLiteState {
  /// The files of a relic.
  ///
  /// The public's statement reads no row of a relic that is not open.
  func attachments(of id: RowID) throws -> [Attachment] {
    guard try db.hasTable("attachment") else { return [] }
    return try Attachment.fetch(
      db, where: siteRow.isForStaff ? "a.site_id = ?" : "a.site_id = ? AND \(Self.isPublic)", [id])
  }

  private static let isPublic =
    "s.disclosure = 'open' AND a.part = 'photo' AND a.mime IN ('image/jpeg', 'image/png')"

  func content(of attachment: Attachment) throws -> [UInt8] {
    let folder = AttachmentFolder(ofRegister: name)
    let place = attachment.isInside ? name : folder.path(of: attachment.storedName)
    let bytes =
      attachment.isInside
      ? try Data.fetchOne(
        db, sql: "SELECT data FROM attachment_content WHERE sha256 = ?",
        arguments: [attachment.sha256]
      ).map { [UInt8]($0) }
      : try folder.read(attachment.storedName)
    guard let bytes else { throw AttachmentError.missing(attachment, file: place) }
    guard bytes.count == attachment.byteCount, SHA256.hex(of: bytes) == attachment.sha256 else {
      throw AttachmentError.changed(attachment, file: place)
    }
    return bytes
  }
}

extension SiteRow {
  /// Whether staff read: where a file has no exact positions, nobody reads as staff.
  fileprivate var isForStaff: Bool {
    if case .merged = columns { true } else { false }
  }
}

extension Attachment {
  /// The attachments that meet a condition, by number.
  static func fetch(
    _ db: Database, where condition: String, _ arguments: StatementArguments = []
  ) throws -> [Attachment] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, s.code, a.part, a.title, a.label, a.file_name, a.author, a.taken_on,
          a.direction, a.scale, a.mime, a.sha256, a.bytes
        FROM attachment a JOIN site s ON s.id = a.site_id WHERE \(condition) ORDER BY a.id
        """, arguments: arguments
    ).map { row in
      Attachment(
        number: row[0], site: row[1],
        facts: AttachmentFacts(
          part: try required(row[2]), title: row[3], label: row[4], fileName: row[5],
          author: row[6], takenOn: row[7], direction: row[8], scale: row[9]),
        kind: try required(row[10]), sha256: row[11], byteCount: row[12])
    }
  }
}
