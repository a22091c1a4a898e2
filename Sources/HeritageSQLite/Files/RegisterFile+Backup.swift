import Foundation
import GRDB
import HeritageRegistry

extension RegisterFile {
  /// A copy of a register that has been checked.
  public struct Backup: Hashable, Sendable {
    /// Where it stands.
    public let path: String
    /// Its size.
    public let byteCount: Int
    /// How many relics and stand-ins it holds.
    public let rows: Int
    /// The folder beside it with the files of relics that are too large to stand inside; nil where there is
    /// none.
    public let folder: String?
    /// How many files stand in that folder.
    public let files: Int
    /// The files that could not be copied, for they are missing or not what was attached.
    public let missingFiles: [String]
  }

  /// The first of `PATH.backup-1`, `PATH.backup-2` … at which no file stands.
  public var backupPath: String {
    var number = 1
    while FileManager.default.fileExists(atPath: "\(path).backup-\(number)") { number += 1 }
    return "\(path).backup-\(number)"
  }

  /// Copies the register by SQLite's online backup, whole or not at all, and checks the copy.
  ///
  /// The copy has the state of one moment, while others read the register; who writes waits. It is made
  /// beside its place under a name of this process, opened as a register, checked for integrity and for
  /// the rows of every table, and then given its name. It is readable for those who can read the register.
  /// The files of relics that stand beside the register are copied beside the copy, each compared with its
  /// digest; one that is missing is named, and stops nothing.
  ///
  /// - Parameters:
  ///   - copy: Where the copy is to stand.
  ///   - withFiles: Whether the files that stand beside the register are copied too.
  ///   - progress: Called now and then with the share that has been copied, 0 to 1; what it throws stops
  ///     the copy, and nothing of it stays.
  /// - Throws: `RegistryError.fileExists(path:)` where a file stands, `RegistryError.damaged(path:reason:)`
  ///   where the register is not sound, `RegistryError.inputOutput(path:reason:)`.
  /// - Complexity: O(size of the file).
  @discardableResult
  public func backup(
    to copy: String, withFiles: Bool = true,
    progress: (_ share: Double) throws -> Void = { _ in }
  ) throws -> Backup {
    try Self.checkExists(path)
    let place = try NewFile(copy, replacing: false)
    let folder = AttachmentFolder(ofRegister: place.temporary)
    defer {
      place.discard()
      folder.discard()
    }
    let target = AttachmentFolder(ofRegister: copy)
    guard !FileManager.default.fileExists(atPath: target.path) else {
      throw RegistryError.fileExists(path: target.path)
    }
    let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    guard
      FileManager.default.createFile(
        atPath: place.temporary, contents: nil, attributes: mode.map { [.posixPermissions: $0] })
    else { throw RegistryError.inputOutput(path: copy, reason: Sentence("register.cannotCreate")) }
    var (files, missing): (Int, [String]) = (0, [])
    let expected = try translatingErrors(path) {
      try Self.rollingBack(path) {
        let source = try DatabaseQueue(
          path: path, configuration: SpatialConnection.configuration(readonly: true))
        return try source.read { db in
          try Self.checkIsRegister(db, path: path)
          try translatingErrors(copy) {
            let target = try DatabaseQueue(path: place.temporary)
            try target.writeWithoutTransaction { target in
              try withoutActuallyEscaping(progress) { progress in
                // GRDB does not hear what is thrown after the last step.
                var stop: (any Error)?
                try db.backup(to: target, pagesPerStep: 1024) {
                  let rest = Double($0.remainingPageCount) / Double(max(1, $0.totalPageCount))
                  do { try progress(1 - rest) } catch { stop = error }
                  if let stop { throw stop }
                }
                if let stop { throw stop }
              }
            }
            try target.close()
          }
          // In the same state of the register: nobody removes a file meanwhile.
          if withFiles {
            (files, missing) = try db.copyFiles(
              from: AttachmentFolder(ofRegister: path), to: folder)
          }
          return try db.rowCounts()
        }
      }
    }
    _ = try Registry(opening: place.temporary)
    let (complaints, found) = try translatingErrors(path) {
      try DatabaseQueue(
        path: place.temporary, configuration: SpatialConnection.configuration(readonly: true)
      ).read { db in
        (try String.fetchAll(db, sql: "PRAGMA integrity_check(10)"), try db.rowCounts())
      }
    }
    guard complaints == ["ok"], found == expected else {
      throw RegistryError.damaged(
        path: path,
        reason: complaints == ["ok"]
          ? Sentence("register.otherRows") : Sentence(quoting: complaints.joined(separator: "; ")))
    }
    let size = try? FileManager.default.attributesOfItem(atPath: place.temporary)[.size] as? Int
    if files > 0, rename(folder.path, target.path) != 0 {
      throw RegistryError.inputOutput(path: target.path, reason: Sentence(systemError: errno))
    }
    do {
      _ = try place.publish()
    } catch {
      target.discard()
      throw error
    }
    return Backup(
      path: copy, byteCount: size ?? 0, rows: found["site"] ?? 0,
      folder: files > 0 ? target.path : nil, files: files, missingFiles: missing)
  }
}

extension Database {
  /// Copies the files that stand beside a register.
  ///
  /// - Returns: How many were copied, and the names of those that could not be.
  fileprivate func copyFiles(
    from folder: AttachmentFolder, to copy: AttachmentFolder
  ) throws -> (files: Int, missing: [String]) {
    guard try hasTable("attachment") else { return (0, []) }
    let beside = try Attachment.fetch(self, where: "true").filter { !$0.isInside }
    let names = Dictionary(beside.map { ($0.storedName, $0.sha256) }) { first, _ in first }
    var missing: [String] = []
    for (name, digest) in names.sorted(by: { $0.key < $1.key }) {
      guard let bytes = try? folder.read(name), SHA256.hex(of: bytes) == digest else {
        missing.append(name)
        continue
      }
      try copy.write(bytes, named: name)
    }
    return (names.count - missing.count, missing)
  }

  /// How many rows each table has, virtual ones apart.
  fileprivate func rowCounts() throws -> [String: Int] {
    try storedTables().reduce(into: [:]) { counts, table in
      counts[table] = try Int.fetchOne(
        self, sql: "SELECT count(*) FROM \(table.quotedDatabaseIdentifier)")
    }
  }
}
