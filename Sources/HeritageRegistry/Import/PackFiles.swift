import Foundation

/// The files of a county pack by name, wherever they come from.
public struct PackFiles: Sendable {
  /// The bytes of each file, by name.
  public let files: [String: [UInt8]]

  /// A pack that is already in memory.
  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// The tables and outlines of a folder.
  ///
  /// - Throws: ``RegistryError/inputOutput(path:reason:)`` when the folder or a file of it cannot be
  ///   read.
  public init(folder path: String) throws {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    var files: [String: [UInt8]] = [:]
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: path)
      where name.hasSuffix(".csv") || name.hasSuffix(".geojson") {
        files[name] = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      }
    } catch {
      throw RegistryError.inputOutput(path: path, reason: "the folder of the pack cannot be read")
    }
    self.files = files
  }
}
