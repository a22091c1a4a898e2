import HeritageRegistry
import Tables

/// Writes rows as comma- or tab-separated values, for people who open them in a spreadsheet too.
///
/// Text that could run as a formula gets an apostrophe, see `FormulaText`; numbers and words of fixed
/// lists stay what they are.
struct SeparatedRows: Sendable {
  private let writer: CSVWriter
  private let isRaw: Bool
  private let isForExcel: Bool
  /// How many cells were given an apostrophe.
  private(set) var neutralised = 0

  /// Prepares a writer.
  ///
  /// - Parameters:
  ///   - isRaw: Whether text is written as it is, whatever a spreadsheet would do with it.
  ///   - isForExcel: Whether Excel is to read text that looks like a number as text: `="00123"`.
  init(_ dialect: CSVWriter.Dialect, isRaw: Bool = false, isForExcel: Bool = false) {
    writer = CSVWriter(dialect)
    self.isRaw = isRaw
    self.isForExcel = isForExcel
  }

  /// Writes the keys of the columns.
  func write(header: [Answer.Column], to bytes: inout [UInt8]) {
    bytes.append(writer.row(header.map(\.key)))
  }

  /// Writes one row.
  mutating func write(_ row: [FieldValue], to bytes: inout [UInt8]) {
    bytes.append(writer.row(row.map { cell($0) }))
  }

  private mutating func cell(_ value: FieldValue) -> String {
    let text = writer.cell(value.plainText)
    guard value.isFreeText else { return text }
    if isForExcel, let quoted = FormulaText.quotedForExcel(text) { return quoted }
    guard !isRaw, let safe = FormulaText.neutralised(text) else { return text }
    neutralised += 1
    return safe
  }
}
