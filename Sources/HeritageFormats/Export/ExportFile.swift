import Foundation
import Words

/// Files that are written in one piece.
enum ExportFile {
  /// Writes bytes into a file, which is replaced.
  ///
  /// - Throws: ``ExportError/unwritable(path:reason:)``.
  static func write(_ bytes: [UInt8], to path: String) throws(ExportError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw .unwritable(path: path, reason: Sentence(systemError: errno))
    }
  }
}
