import Foundation
import HeritageRegistry
import Tables
import Words
import Workbooks

/// A file that is to be imported, as it was read.
struct ImportedFile {
  /// What messages and the log call it: its name, or its path where another file has that name.
  let name: String
  let path: String
  let sheets: [Sheet]
  let sha256: String

  /// What it is; what is written back to the user is the same.
  let kind: Kind

  enum Kind {
    case workbook
    /// A collection of features, as it stands in the file.
    case features([UInt8], TextEncoding?)
    case text

    /// The endings that fit, the one that is given to a file first.
    var endings: [String] {
      switch self {
      case .workbook: ["xlsx"]
      case .features: ["geojson", "json"]
      case .text: ["csv", "txt"]
      }
    }
  }

  /// Reads the files.
  ///
  /// - Throws: ``Failure`` for a file that cannot be read or is no table.
  static func read(
    _ paths: [String], encoding: TextEncoding? = nil
  ) throws -> [ImportedFile] {
    let names = names(of: paths)
    return try zip(paths, names).map { path, name in
      let bytes = try InputFile.bytes(path)
      do throws(SheetFileError) {
        let sheets = try SheetFile.read(bytes, file: name, encoding: encoding)
        return ImportedFile(
          name: name, path: path, sheets: sheets, sha256: SHA256.hex(of: bytes),
          kind: sheets.contains { $0.name != nil }
            ? .workbook : FileKind(bytes) == .json ? .features(bytes, encoding) : .text)
      } catch {
        throw Failure(
          error.sentence, hint: error.encoding.map(Advice.on) ?? error.hint,
          status: error.place == .library ? .inputOutput : .badData)
      }
    }
  }

  /// The names of files without their folders, with them where two would be the same.
  private static func names(of paths: [String]) -> [String] {
    let short = paths.map { path in
      path == "-"
        ? Sentence("input.standardInput").spoken : URL(fileURLWithPath: path).lastPathComponent
    }
    return zip(paths, short).map { path, name in
      short.count { $0 == name } > 1 ? path : name
    }
  }
}
