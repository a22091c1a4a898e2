public import SystemLibraries
import Tables
public import Words

/// Why a file is no workbook that can be read or written.
public enum WorkbookError: Cause, Equatable, Sendable {
  /// The file is not what its name says, or damaged.
  case unreadable(reason: Sentence)
  /// A part of the file, such as `xl/styles.xml`, is damaged; the line is counted from 1.
  case damagedPart(String, line: Int?, reason: Sentence)
  /// The file is larger, once it is unpacked, than any honest table.
  case tooLarge(reason: Sentence)
  /// A row of a sheet, or a cell of it, cannot be what it says; both are counted from 1.
  case badCell(sheet: String, row: Int, column: Int?, reason: Sentence)
  /// The file could not be written.
  case unwritable(path: String, reason: Sentence)
  /// A library that reads or writes workbooks cannot be opened.
  case missing(MissingLibrary)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .unreadable(let reason), .tooLarge(let reason): reason
    case .damagedPart(let part, nil, let reason):
      Sentence("workbook.inPart", ["part": part, "reason": reason])
    case .damagedPart(let part, let line?, let reason):
      Sentence("workbook.inLine", ["part": part, "line": line, "reason": reason])
    case .badCell(let sheet, let row, nil, let reason):
      Sentence("workbook.inRow", ["sheet": sheet, "row": row, "reason": reason])
    case .badCell(let sheet, let row, let column?, let reason):
      Sentence(
        "workbook.inCell",
        ["sheet": sheet, "cell": "\(ColumnName(column))\(row)", "reason": reason])
    case .unwritable(let path, let reason):
      Sentence("workbook.unwritable", ["path": path, "reason": reason])
    case .missing(let library): library.sentence
    }
  }

  /// What the reader can do about it.
  public var hint: Sentence? {
    if case .missing(let library) = self { library.hint } else { nil }
  }
}
