import Foundation
import HeritageRegistry

/// The folder beside a register with the files that are too large to stand inside: each under the digest of
/// its bytes.
struct AttachmentFolder {
  /// Where it is, whether or not it is there: the path of the register with `.files` behind it.
  let path: String

  /// The folder of the register at a path; a link there is followed.
  init(ofRegister path: String) { self.path = NewFile.resolved(path) + ".files" }

  /// The path of a file in it.
  func path(of name: String) -> String { "\(path)/\(name)" }

  /// Writes a file: on the disk and whole under its name, or not at all.
  ///
  /// One that is there with the same bytes stays as it is.
  ///
  /// - Throws: `RegistryError.inputOutput(path:reason:)`; `AttachmentError.notPlain(path:)` where the folder
  ///   or the file is a link or no plain file.
  func write(_ bytes: [UInt8], named name: String) throws {
    if mkdir(path, 0o777) == 0 {
      try sync(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    } else {
      guard errno == EEXIST else { throw failure(path) }
    }
    guard kind(of: path) == S_IFDIR else { throw AttachmentError.notPlain(path: path) }
    let target = self.path(of: name)
    if try read(name) == bytes { return }
    let partial = "\(target).partial-\(getpid())"
    unlink(partial)
    let file = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(target) }
    defer {
      close(file)
      unlink(partial)
    }
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes {
        Foundation.write(file, $0.baseAddress, $0.count)
      }
      guard written > 0 || errno == EINTR else { throw failure(target) }
      start += max(0, written)
    }
    guard fsync(file) == 0, rename(partial, target) == 0 else { throw failure(target) }
    try sync(folder: path)
  }

  /// The bytes of a file; nil where there is none.
  ///
  /// - Throws: `AttachmentError.notPlain(path:)` for a link, or what is no plain file;
  ///   `RegistryError.inputOutput(path:reason:)`.
  func read(_ name: String) throws -> [UInt8]? {
    let target = self.path(of: name)
    guard let kind = kind(of: path) else { return nil }
    guard kind == S_IFDIR else { throw AttachmentError.notPlain(path: path) }
    let file = open(target, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      if errno == ELOOP { throw AttachmentError.notPlain(path: target) }
      throw failure(target)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw AttachmentError.notPlain(path: target)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Foundation.read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(target) }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  /// The size of a file; nil where none stands there that could be read.
  func size(of name: String) -> Int? {
    guard kind(of: path) == S_IFDIR else { return nil }
    var status = stat()
    guard lstat(path(of: name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// The names of what stands in it, in their order.
  ///
  /// - Throws: `AttachmentError.notPlain(path:)`, `RegistryError.inputOutput(path:reason:)`.
  func names() throws -> [String] {
    guard let kind = kind(of: path) else { return [] }
    guard kind == S_IFDIR else { throw AttachmentError.notPlain(path: path) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw RegistryError.inputOutput(path: path, reason: Sentence(systemError: errno))
    }
    return names.sorted()
  }

  /// Whether what stands under a name is a plain file.
  func isPlain(_ name: String) -> Bool { kind(of: path(of: name)) == S_IFREG }

  /// Removes a file.
  func remove(_ name: String) throws {
    guard unlink(path(of: name)) == 0 || errno == ENOENT else { throw failure(path(of: name)) }
  }

  /// Removes the folder with all that stands in it.
  func discard() {
    guard kind(of: path) == S_IFDIR else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What stands at a path, links not followed; nil for nothing.
  private func kind(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private func sync(folder: String) throws {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw failure(folder) }
    defer { close(handle) }
    // Some file systems of networks cannot; the file itself is on the disk.
    guard fsync(handle) == 0 || errno == EINVAL else { throw failure(folder) }
  }

  private func failure(_ path: String) -> RegistryError {
    .inputOutput(path: path, reason: Sentence(systemError: errno))
  }
}
