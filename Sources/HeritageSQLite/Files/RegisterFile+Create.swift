import Foundation
import GRDB
import Geodesy
public import HeritageRegistry

extension RegisterFile {
  /// Creates a register from a county pack: whole, or not at all.
  ///
  /// The file is written beside `path` under a name of this process and then given its own.
  ///
  /// - Parameters:
  ///   - path: Where the register is to stand.
  ///   - pack: The county's data.
  ///   - replacing: Whether a file that stands there is moved aside first.
  /// - Returns: The path to which an old file was moved, or nil where there was none.
  /// - Throws: `RegistryError.fileExists(path:)` unless `replacing`, and
  ///   `RegistryError.inputOutput(path:reason:)` when the folder cannot be written.
  @discardableResult
  public static func create(
    at path: String, from pack: CountyPack, replacing: Bool = false
  ) throws -> String? {
    let place = try NewFile(path, replacing: replacing)
    defer { place.discard() }
    try translatingErrors(path) {
      let queue = try DatabaseQueue(
        path: place.temporary, configuration: SpatialConnection.configuration(readonly: false))
      try Migrations.create(in: queue)
      try queue.write { db in
        // A history begins with what the register is when it is made.
        try HistoryTriggers.remove(from: db)
        try PackWriter(pack: pack).write(to: db)
        try HistoryTriggers.install(in: db)
        try NameIndex.rebuild(db)
      }
      try queue.writeWithoutTransaction { try $0.execute(sql: "ANALYZE; VACUUM") }
      try queue.close()
    }
    return try place.publish()
  }

  /// Where a register is built before it takes its name: the program removes it when interrupted.
  public static func temporaryPath(for path: String) -> String {
    NewFile.temporaryPath(for: NewFile.resolved(path))
  }
}
