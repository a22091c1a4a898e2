import GRDB
import HeritageRegistry

/// Files that come and go.
extension SQLiteState {
  func codes(withAttachment sha256: String) throws -> [String] {
    try Attachment.fetch(db, where: "a.sha256 = ?", [sha256]).map(\.site)
      .sorted(by: CodeOrder.isBefore)
  }

  func attach(_ content: [UInt8], as attachment: Attachment, to id: RowID) throws -> Int {
    if attachment.isInside {
      try db.execute(
        sql: """
          INSERT INTO attachment_content (sha256, data) VALUES (?, ?)
          ON CONFLICT (sha256) DO UPDATE SET data = excluded.data
          """,
        arguments: [attachment.sha256, content.databaseBytes])
    } else {
      // Before the row that names it: a file that no row names does no harm.
      try AttachmentFolder(ofRegister: name).write(content, named: attachment.storedName)
    }
    let facts = attachment.facts
    try db.insert(
      "attachment",
      [
        "site_id": id, "part": facts.part.rawValue, "title": facts.title, "label": facts.label,
        "file_name": facts.fileName, "author": facts.author, "taken_on": facts.takenOn,
        "direction": facts.direction, "scale": facts.scale, "mime": attachment.kind.rawValue,
        "sha256": attachment.sha256, "bytes": attachment.byteCount,
      ])
    return Int(db.lastInsertedRowID)
  }

  func detach(_ number: Int) throws {
    try db.execute(sql: "DELETE FROM attachment WHERE id = ?", arguments: [number])
  }
}
