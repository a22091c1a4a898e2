import SystemLibraries
public import Tables
import Words

/// Files of tables, whatever their names say.
public enum SheetFile {
  /// Reads the sheets of a file: comma-, semicolon- or tab-separated values, a workbook, or GeoJSON.
  ///
  /// The content decides which of them it is.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, for messages.
  ///   - encoding: The encoding of a text, where somebody has named it.
  /// - Throws: `SheetFileError` for another kind of file, with what makes a table of it, and for a
  ///   file that is damaged, with the line, the feature or the cell.
  public static func read(
    _ bytes: [UInt8], file: String, encoding: TextEncoding? = nil
  ) throws(SheetFileError) -> [Sheet] {
    let kind = FileKind(bytes)
    switch kind {
    case .workbook: return try workbook(bytes, file: file)
    case .json: return [try Sheet(geoJSON: bytes, file: file, encoding: encoding)]
    case .text: return [try Sheet(csv: bytes, file: file, encoding: encoding)]
    default:
      throw kind.refusal(of: file)
        ?? SheetFileError(file: file, at: .kind, reason: kind.words, hint: kind.hint)
    }
  }

  private static func workbook(
    _ bytes: [UInt8], file: String
  ) throws(SheetFileError) -> [Sheet] {
    do throws(WorkbookError) {
      return try WorkbookReader().sheets(of: bytes, file: file)
    } catch {
      switch error {
      case .badCell(let sheet, let row, let column?, let reason):
        throw SheetFileError(
          file: file, at: .cell(sheet: sheet, row: row, column: column), reason: reason)
      case .badCell(let sheet, let row, nil, let reason):
        throw SheetFileError(file: file, at: .row(sheet: sheet, row), reason: reason)
      case .missing:
        throw SheetFileError(
          file: file, at: .library, reason: error.sentence, hint: error.hint)
      default: throw SheetFileError(file: file, reason: error.sentence)
      }
    }
  }
}
