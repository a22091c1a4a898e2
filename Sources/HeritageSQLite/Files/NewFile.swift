import Foundation
import HeritageRegistry

/// A file that appears whole or not at all: built under a name of this process, then given its own.
struct NewFile {
  /// Where the file is built.
  let temporary: String
  /// Where something is built from which the file is made; it goes with ``discard()``.
  var draft: String { temporary + "-draft" }
  private let path: String
  private let replacing: Bool
  /// What SQLite keeps beside a file: a journal left there would be played back into a new one.
  private static let companions = ["-journal", "-wal", "-shm"]

  /// Prepares a file at a path; a link there is followed.
  ///
  /// - Throws: `RegistryError.fileExists(path:)` where something stands and is not to be replaced or is
  ///   no plain file, `RegistryError.inputOutput(path:reason:)` where the folder cannot be written.
  init(_ path: String, replacing: Bool) throws(RegistryError) {
    self.path = Self.resolved(path)
    self.replacing = replacing
    temporary = Self.temporaryPath(for: self.path)
    let files = FileManager.default
    let folder = URL(fileURLWithPath: self.path).deletingLastPathComponent().path
    if files.fileExists(atPath: self.path) {
      let kind = (try? files.attributesOfItem(atPath: self.path))?[.type] as? FileAttributeType
      guard kind == .typeRegular else {
        throw .inputOutput(path: path, reason: Sentence("register.noPlainFile"))
      }
      guard replacing else { throw .fileExists(path: path) }
    }
    for name in Self.companions where !replacing && files.fileExists(atPath: self.path + name) {
      throw .fileExists(path: path + name)
    }
    guard files.isWritableFile(atPath: folder) else {
      throw .inputOutput(
        path: path,
        reason: files.fileExists(atPath: folder)
          ? Sentence("register.readOnlyFolder") : Sentence("register.noFolder", ["folder": folder]))
    }
    discard()
  }

  /// The path with links followed.
  static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// The name under which this process builds the file.
  static func temporaryPath(for path: String) -> String {
    "\(path).partial-\(ProcessInfo.processInfo.processIdentifier)"
  }

  /// Makes the file, or its draft, empty, for its owner alone.
  ///
  /// - Returns: The mode that it would have had, for when everybody may read it.
  /// - Throws: `RegistryError.inputOutput(path:reason:)`.
  @discardableResult
  func createForOwner(_ name: String? = nil) throws(RegistryError) -> mode_t {
    // 0644 is what SQLite asks for.
    let file = open(name ?? temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0, fchmod(file, 0o600) == 0 else {
      throw .inputOutput(path: path, reason: Sentence(systemError: errno))
    }
    close(file)
    return status.st_mode & 0o777
  }

  /// Waits until the file is on the disk.
  ///
  /// - Throws: `RegistryError.inputOutput(path:reason:)`.
  func synchronise() throws(RegistryError) {
    let file = open(temporary, O_RDONLY)
    defer { close(file) }
    guard file >= 0, fsync(file) == 0 else {
      throw .inputOutput(path: path, reason: Sentence(systemError: errno))
    }
  }

  /// Gives the file its name, the old file and what SQLite kept beside it another one first.
  ///
  /// - Returns: The name of the old file, or nil where there was none.
  func publish() throws(RegistryError) -> String? {
    var aside: String?
    if replacing {
      aside = try moveAside()
    } else if link(temporary, path) != 0 {
      // Another program may have been faster.
      if errno == EEXIST { throw .fileExists(path: path) }
      throw .inputOutput(path: path, reason: Sentence(systemError: errno))
    }
    guard !replacing || rename(temporary, path) == 0 else {
      throw .inputOutput(path: path, reason: Sentence(systemError: errno))
    }
    return aside
  }

  /// Removes what was built and not published.
  func discard() {
    for file in [temporary, draft] {
      for name in [""] + Self.companions { unlink(file + name) }
    }
  }

  /// Gives the old file a second name, so that its own is never without a file.
  private func moveAside() throws(RegistryError) -> String? {
    var number = 1
    while FileManager.default.fileExists(atPath: "\(path).old-\(number)") { number += 1 }
    let aside = "\(path).old-\(number)"
    for name in Self.companions { rename(path + name, aside + name) }
    guard link(path, aside) != 0 else {
      // The files of its relics stay with the old register.
      rename(AttachmentFolder(ofRegister: path).path, AttachmentFolder(ofRegister: aside).path)
      return aside
    }
    guard errno == ENOENT else {
      throw .inputOutput(path: path, reason: Sentence(systemError: errno))
    }
    return nil
  }
}
