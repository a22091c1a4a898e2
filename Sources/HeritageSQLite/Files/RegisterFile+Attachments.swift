import Foundation
import GRDB
public import HeritageRegistry

/// Whether the files of relics are what was attached.
public struct AttachmentCheck: Hashable, Sendable {
  /// What is wrong with a file.
  public enum Fault: String, Hashable, Sendable {
    /// The register names it, and it is not there.
    case missing
    /// Its bytes are not those that were attached.
    case changed
    /// It is a link, or no plain file.
    case notPlain = "not_plain"
    /// It is there, and no relic has it: taken from its relic, or left by a program that was ended.
    case unnamed
  }

  /// A file with a fault.
  public struct Finding: Hashable, Sendable {
    /// What is wrong.
    public let fault: Fault
    /// The name of the file in the folder, or its digest where it stands inside the register.
    public let name: String
    /// The attachments that it belongs to, with the codes of their relics.
    public let attachments: [Attachment]
  }

  /// How many attachments there are.
  public let attachments: Int
  /// How many files they have; relics may share one.
  public let files: Int
  /// How many bytes the files have.
  public let bytes: Int
  /// The faults, missing and changed files first, each by name.
  public let findings: [Finding]

  /// The faults by which something is lost; a file that no relic has is not lost.
  public var losses: [Finding] { findings.filter { $0.fault != .unnamed } }
}

extension RegisterFile {
  /// The folder beside the register with the files that are too large to stand inside it.
  public var attachmentFolder: String { AttachmentFolder(ofRegister: path).path }

  /// Reads every file of every relic and compares it with the digest that the register names.
  ///
  /// - Parameter progress: Called before each file with how many have been read, and how many there are; what
  ///   it throws stops the check.
  /// - Throws: `RegistryError`; `AttachmentError.notPlain(path:)` where the folder is a link.
  /// - Complexity: O(bytes of all files).
  public func verifyAttachments(
    progress: (_ done: Int, _ count: Int) throws -> Void = { _, _ in }
  ) throws -> AttachmentCheck {
    let store = try SQLiteStore(opening: path, readers: 1)
    return try store.readingOneState { db in
      guard try db.hasTable("attachment") else {
        return AttachmentCheck(attachments: 0, files: 0, bytes: 0, findings: [])
      }
      let state = SQLiteState(db, name: path, as: store.siteRow(for: .staff))
      let all = try Attachment.fetch(db, where: "true")
      let files = Dictionary(grouping: all, by: \.storedName).sorted { $0.key < $1.key }
      var findings: [AttachmentCheck.Finding] = []
      for (index, file) in files.enumerated() {
        try progress(index, files.count)
        guard let fault = try state.fault(of: file.value[0]) else { continue }
        findings.append(.init(fault: fault, name: file.key, attachments: file.value))
      }
      findings += try db.unnamedFiles(folder: AttachmentFolder(ofRegister: path)).map {
        .init(fault: .unnamed, name: $0.name, attachments: [])
      }
      return AttachmentCheck(
        attachments: all.count, files: files.count,
        bytes: files.reduce(0) { $0 + $1.value[0].byteCount },
        findings: findings.sorted { ($0.fault.order, $0.name) < ($1.fault.order, $1.name) })
    }
  }

  /// Removes the files that no relic has, and what a program that was ended left half-written.
  ///
  /// - Returns: Their names.
  /// - Throws: `RegistryError.busy(path:)` while another program writes; `RegistryError`,
  ///   `AttachmentError.notPlain(path:)` where the folder is a link.
  @discardableResult
  public func removeUnnamedFiles() throws -> [String] {
    try translatingErrors(path) {
      let queue = try Self.openForWriting(path)
      return try queue.writeWithoutTransaction { db in
        var names: [String] = []
        // Nobody attaches meanwhile: a file that is being written is of a transaction.
        try db.inTransaction(.immediate) {
          guard try db.hasTable("attachment") else { return .rollback }
          let folder = AttachmentFolder(ofRegister: path)
          for file in try db.unnamedFiles(folder: folder) {
            if file.isInside {
              try db.execute(
                sql: "DELETE FROM attachment_content WHERE sha256 = ?", arguments: [file.name])
            } else {
              try folder.remove(file.name)
            }
            names.append(file.name)
          }
          return .commit
        }
        return names
      }
    }
  }
}

extension SQLiteState {
  /// What is wrong with the file of an attachment; nil for nothing.
  fileprivate func fault(of attachment: Attachment) throws -> AttachmentCheck.Fault? {
    do {
      _ = try content(of: attachment)
      return nil
    } catch AttachmentError.missing {
      return .missing
    } catch AttachmentError.changed {
      return .changed
    } catch AttachmentError.notPlain(let path) where path != AttachmentFolder(ofRegister: name).path
    {
      return .notPlain
    }
  }
}

extension AttachmentCheck.Fault {
  fileprivate var order: Int {
    switch self {
    case .missing: 0
    case .changed: 1
    case .notPlain: 2
    case .unnamed: 3
    }
  }
}

extension Database {
  /// The files that no row names, by name: plain ones in the folder, and contents inside the register.
  fileprivate func unnamedFiles(
    folder: AttachmentFolder
  ) throws -> [(name: String, isInside: Bool)] {
    let all = try Attachment.fetch(self, where: "true")
    let (beside, inside) = (
      Set(all.filter { !$0.isInside }.map(\.storedName)),
      Set(all.filter(\.isInside).map(\.sha256))
    )
    return
      (try folder.names().filter { !beside.contains($0) && folder.isPlain($0) }
      .map { ($0, false) })
      + (try String.fetchAll(self, sql: "SELECT sha256 FROM attachment_content ORDER BY sha256")
        .filter { !inside.contains($0) }.map { ($0, true) })
  }
}
