import Foundation
import HeritageRegistry

/// What a register would lose and get back if a backup took its place.
public struct RestorePlan: Hashable, Sendable {
  /// The relics and stand-ins that only the backup has, by code.
  public let comeBack: [String]
  /// Those that only the register has.
  public let leave: [String]
  /// Those of which the two say different things.
  public let change: [String]
  /// The numbers of the edits that the backup does not know.
  public let lostEdits: [Int]

  /// Whether the two say the same.
  public var isEmpty: Bool {
    comeBack.isEmpty && leave.isEmpty && change.isEmpty && lostEdits.isEmpty
  }
}

extension RegisterFile {
  /// What would change if a backup took the place of the register.
  ///
  /// - Throws: `RegistryError` where one of the two is no register.
  /// - Complexity: O(N), some 60 µs a relic.
  public func plan(restoring backup: String) throws -> RestorePlan {
    try Self.refusePublicCopy(backup)
    let (now, then) = (
      try Registry(opening: path, audience: .staff), try Registry(opening: backup, audience: .staff)
    )
    let (mine, theirs) = (try now.revisions(), try then.revisions())
    let known = Set(try then.editsOrNone().map(\.edit.digest))
    return RestorePlan(
      comeBack: theirs.keys.filter { mine[$0] == nil }.sorted(by: CodeOrder.isBefore),
      leave: mine.keys.filter { theirs[$0] == nil }.sorted(by: CodeOrder.isBefore),
      change: mine.keys.filter { theirs[$0] != nil && theirs[$0] != mine[$0] }
        .sorted(by: CodeOrder.isBefore),
      lostEdits: try now.editsOrNone().map(\.edit).filter { !known.contains($0.digest) }
        .map(\.number).sorted())
  }

  /// Puts a copy of a backup in the place of the register, whole or not at all.
  ///
  /// The register that stood there is moved aside, and nothing of it is lost. The copy is checked as a backup
  /// is.
  ///
  /// - Parameter backup: The path of the backup, which stays where it is.
  /// - Returns: Where the register that stood there is now; nil where none stood.
  /// - Throws: as ``backup(to:withFiles:progress:)``.
  @discardableResult
  public func restore(from backup: String) throws -> String? {
    try Self.checkExists(backup)
    guard NewFile.resolved(path) != NewFile.resolved(backup) else {
      throw RegistryError.inputOutput(path: path, reason: Sentence("register.copyOntoItself"))
    }
    try Self.refusePublicCopy(backup)
    let place = try NewFile(path, replacing: true)
    defer { place.discard() }
    try RegisterFile(backup).backup(to: place.temporary)
    let files = FileManager.default
    let (built, target) = (
      AttachmentFolder(ofRegister: place.temporary).path,
      AttachmentFolder(ofRegister: NewFile.resolved(path)).path
    )
    let aside = try place.publish()
    if files.fileExists(atPath: built) {
      try files.moveItem(atPath: built, toPath: target)
    } else if let aside {
      // A backup that an import made has no files of relics beside it: they are those of the register.
      let old = AttachmentFolder(ofRegister: aside).path
      if files.fileExists(atPath: old) { try files.copyItem(atPath: old, toPath: target) }
    }
    return aside
  }
}

extension RegisterFile {
  /// Refuses a copy that lacks the staff's tables: it is no backup.
  fileprivate static func refusePublicCopy(_ path: String) throws {
    guard try SQLiteStore(opening: path, readers: 1).hasExact else {
      throw RegistryError.publicCopy(path: path)
    }
  }
}

extension Registry {
  fileprivate func editsOrNone() throws -> [EditSummary] {
    do { return try edits(limit: .max) } catch EditError.noHistory { return [] }
  }
}
