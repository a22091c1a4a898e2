public import HeritageRegistry
import Tables
import Workbooks

/// Writes relics as a workbook: the relics, the meaning of each field, the words of fixed lists.
///
/// The header holds the keys, as every other format has them. Text cells are text, so that codes keep
/// their zeros and nothing runs as a formula. Memory does not grow with the number of relics.
public struct WorkbookExport: ExportWriter {
  private let workbook: WorkbookWriter
  private let sheet: SheetWriter
  private let explanations: WorkbookExplanations
  private let fields: [SiteColumn]
  private let options: ExportOptions
  private var row = 0
  private var unshifted = 0

  /// Begins the workbook; the file is written when it is finished.
  ///
  /// - Throws: `WorkbookError` for a file that cannot be written.
  public init(path: String, _ options: ExportOptions) throws {
    self.options = options
    fields = SiteColumn.all(options)
    workbook = try WorkbookWriter(path: path, title: options.markedTitle)
    sheet = try workbook.addSheet("site")
    explanations = WorkbookExplanations(columns: fields, language: options.language)
    let header = try workbook.addStyle(CellStyle(isBold: true, fill: 0xE8E2D4))
    for (index, field) in fields.enumerated() {
      try sheet.setColumns(index...index, width: field.column.isNumber ? 12 : 18)
      try sheet.write(field.column.key, row: 0, column: index, style: header)
    }
    sheet.freeze(rows: 1, columns: 2)
  }

  /// Writes relics behind those that were written, see ``ExportWriter/write(_:)``.
  ///
  /// - Throws: ``ExportError``; `WorkbookError` for a file that cannot be written.
  public mutating func write(_ found: [DossierHit]) throws {
    for found in found {
      row += 1
      guard row < WorkbookWriter.rowLimit else {
        throw ExportError.tooManyRows(limit: WorkbookWriter.rowLimit - 1)
      }
      let dossier = found.dossier
      for (column, field) in fields.enumerated() {
        let value = try field.value(dossier, found)
        switch value {
        case .null: break
        case .integer(let number): try sheet.write(Double(number), row: row, column: column)
        case .decimal(let number, let places):
          try sheet.write(DecimalText.rounded(number, places: places), row: row, column: column)
        default:
          let text = value.plainText
          guard text.utf16.count <= WorkbookWriter.textLimit else {
            throw ExportError.textTooLong(
              code: dossier.site.code, key: field.column.key, limit: WorkbookWriter.textLimit)
          }
          try sheet.write(text, row: row, column: column)
        }
      }
      if dossier.isUnshifted(in: options.datum) { unshifted += 1 }
    }
  }

  /// Writes what follows the last relic, see ``ExportWriter/finish()``.
  ///
  /// - Throws: `WorkbookError` for a file that cannot be written.
  public mutating func finish() throws {
    try sheet.setFilter(lastRow: max(1, row), lastColumn: fields.count - 1)
    for (column, source) in explanations.sources(isCode: true) {
      try sheet.offer(source, column: column, rows: 1...max(1, row))
    }
    try explanations.write(
      to: workbook, remarks: options.internalNotice.map { [$0] } ?? [])
    try workbook.close()
  }

  /// What a reader of the file should know, see ``ExportWriter/remarks``.
  public var remarks: [ExportRemark] { ExportRemark.list(.unshifted(unshifted)) }
}
