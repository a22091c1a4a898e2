public import SystemLibraries
import Tables

/// Why a file is no workbook that can be read or written.
public enum WorkbookError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is not what its name says, or damaged.
  case unreadable(reason: String)
  /// A part of the file, such as `xl/styles.xml`, is damaged; the line is counted from 1.
  case damagedPart(String, line: Int?, reason: String)
  /// The file is larger, once it is unpacked, than any honest table.
  case tooLarge(reason: String)
  /// A row of a sheet, or a cell of it, cannot be what it says; both are counted from 1.
  case badCell(sheet: String, row: Int, column: Int?, reason: String)
  /// The file could not be written.
  case unwritable(path: String, reason: String)
  /// A library that reads or writes workbooks cannot be opened.
  case missing(MissingLibrary)

  /// The reason, as a sentence.
  public var description: String {
    switch self {
    case .unreadable(let reason), .tooLarge(let reason): reason
    case .damagedPart(let part, nil, let reason): "\(part): \(reason)"
    case .damagedPart(let part, let line?, let reason): "\(part), line \(line): \(reason)"
    case .badCell(let sheet, let row, nil, let reason): "sheet \(sheet), row \(row): \(reason)"
    case .badCell(let sheet, let row, let column?, let reason):
      "sheet \(sheet), \(ColumnName(column))\(row): \(reason)"
    case .unwritable(let path, let reason): "\(path): \(reason)"
    case .missing(let library): library.description
    }
  }

  /// What the reader can do about it.
  public var hint: String? {
    if case .missing(let library) = self { library.hint } else { nil }
  }
}
