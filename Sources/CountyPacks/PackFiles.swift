import Foundation
import HeritageRegistry

/// The files of a county pack by name, wherever they come from.
public struct PackFiles: Sendable {
  /// The bytes of each file, by name.
  public let files: [String: [UInt8]]

  /// A pack that is already in memory.
  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// The tables and outlines of a folder.
  ///
  /// - Throws: `RegistryError.noSuchPack(path:)` when there is no such folder, and
  ///   `RegistryError.inputOutput(path:reason:)` for a file of it that cannot be read.
  public init(folder path: String) throws {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw RegistryError.noSuchPack(path: path)
    }
    var files: [String: [UInt8]] = [:]
    for name in names where name.hasSuffix(".csv") || name.hasSuffix(".geojson") {
      let file = folder.appendingPathComponent(name)
      let kind =
        (try? FileManager.default.attributesOfItem(
          atPath: file.resolvingSymlinksInPath().path))?[.type] as? FileAttributeType
      guard kind == .typeRegular, let data = try? Data(contentsOf: file) else {
        throw RegistryError.inputOutput(path: file.path, reason: Sentence("pack.unreadable"))
      }
      files[name] = Array(data)
    }
    self.files = files
  }
}
