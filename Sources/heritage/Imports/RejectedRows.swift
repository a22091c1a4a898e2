import HeritageFormats
import HeritageRegistry
import SurveyTables
import Tables
import Workbooks

/// The rows that were left out of an import, in the layout of their file.
///
/// Title and header rows are copied, so that the file can be imported when its rows are mended.
struct RejectedRows {
  let file: ImportedFile
  let reading: SurveyReading
  /// The rows that were left out.
  let places: Set<SiteRecord.Place>

  /// The sheets with nothing but header rows and rejected ones.
  private var sheets: [Sheet] {
    file.sheets.compactMap { sheet in
      let read = reading.sheets.first { $0.file == sheet.file && $0.name == sheet.name }
      guard let header = read?.headerRows else { return nil }
      return Sheet(
        file: sheet.file, name: sheet.name,
        rows: sheet.rows.filter { row in
          row.number <= header.upperBound
            || places.contains(
              SiteRecord.Place(file: sheet.file, sheet: sheet.name, row: row.number))
        })
    }
  }

  /// Writes them: a workbook for a workbook, features with their geometry for features, comma-separated
  /// values otherwise.
  func write(to path: String) throws {
    let output = try OutputFile(path)
    switch file.kind {
    case .text:
      let writer = CSVWriter(.csv)
      return try output.write(
        sheets.flatMap(\.rows).map { writer.row($0.cells.map(\.plainText)) }.joined())
    case .features(let bytes, let encoding):
      let numbers = places.filter { $0.file == file.name }.map(\.row)
      return try output.write(
        FeatureExcerpt.text(of: Set(numbers), in: bytes, file: file.name, encoding: encoding))
    case .workbook: break
    }
    try output.writeFile { partial in
      let workbook = try WorkbookWriter(path: partial)
      for sheet in sheets {
        let target = try workbook.addSheet(sheet.name ?? "site")
        for (index, row) in sheet.rows.enumerated() {
          for (column, cell) in row.cells.enumerated() {
            try target.write(cell, row: index, column: column)
          }
        }
      }
      try workbook.close()
    }
  }
}

extension SheetWriter {
  /// Writes a value as it was read; nothing for an empty one without a style.
  func write(
    _ value: Sheet.Value, row: Int, column: Int, style: StyleHandle? = nil
  ) throws(WorkbookError) {
    switch value {
    case .empty:
      if let style { try writeBlank(row: row, column: column, style: style) }
    case .number(let number): try write(number, row: row, column: column, style: style)
    default:
      try write(
        value.plainText.fittingCell, row: row, column: column, style: style)
    }
  }
}

extension String {
  /// As much of the text as a cell of a workbook holds.
  var fittingCell: String {
    guard utf16.count > WorkbookWriter.textLimit else { return self }
    var room = WorkbookWriter.textLimit
    return String(
      prefix(while: {
        room -= $0.utf16.count
        return room >= 0
      }))
  }
}
