import Foundation
import GRDB
import Geodesy

extension Registry {
  /// Creates a register from a county pack: whole, or not at all.
  ///
  /// The file is written beside `path` under a temporary name, synchronised and renamed.
  ///
  /// - Parameters:
  ///   - path: Where the register is to stand.
  ///   - pack: The county's data.
  ///   - replacing: Whether a file that stands there is moved aside first.
  /// - Returns: The path to which an old file was moved, or nil where there was none.
  /// - Throws: ``RegistryError/fileExists(path:)`` unless `replacing`, and
  ///   ``RegistryError/inputOutput(path:reason:)`` when the folder cannot be written.
  @discardableResult
  public static func create(
    at path: String, from pack: CountyPack, replacing: Bool = false
  ) throws -> String? {
    let files = FileManager.default
    guard replacing || !files.fileExists(atPath: path) else {
      throw RegistryError.fileExists(path: path)
    }
    let target = URL(fileURLWithPath: path)
    let folder = target.deletingLastPathComponent()
    guard files.isWritableFile(atPath: folder.path) else {
      throw RegistryError.inputOutput(
        path: path,
        reason: files.fileExists(atPath: folder.path)
          ? "the folder is read-only" : "there is no folder \(folder.path)")
    }
    let temporary = temporaryPath(for: path)
    try? files.removeItem(atPath: temporary)
    defer {
      for suffix in ["", "-journal"] { try? files.removeItem(atPath: temporary + suffix) }
    }
    try translatingErrors(path) {
      let queue = try DatabaseQueue(
        path: temporary, configuration: SpatialConnection.configuration(readonly: false))
      try Migrations.create(in: queue)
      try queue.write { try PackWriter(pack: pack).write(to: $0) }
      try queue.writeWithoutTransaction { try $0.execute(sql: "ANALYZE; VACUUM") }
      try queue.close()
    }
    do {
      let old = try replacing ? moveAside(path) : nil
      try files.moveItem(atPath: temporary, toPath: path)
      return old
    } catch {
      throw RegistryError.inputOutput(path: path, reason: "the new file could not be moved here")
    }
  }

  /// Where a register is built before it takes its name: the program removes it when interrupted.
  public static func temporaryPath(for path: String) -> String { path + ".partial" }

  /// Gives a file a name beside its own that no file has, and returns it.
  private static func moveAside(_ path: String) throws -> String? {
    let files = FileManager.default
    guard files.fileExists(atPath: path) else { return nil }
    var number = 1
    while files.fileExists(atPath: "\(path).old-\(number)") { number += 1 }
    let aside = "\(path).old-\(number)"
    try files.moveItem(atPath: path, toPath: aside)
    return aside
  }
}
