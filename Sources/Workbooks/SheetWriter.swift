import CXLSXWriter

/// Writes one sheet of a workbook.
///
/// Rows and columns are counted from 0; rows come in their order.
public struct SheetWriter {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let xlsx: xlsxwriter_functions
  private let path: String

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, of xlsx: xlsxwriter_functions, path: String
  ) {
    (self.sheet, self.xlsx, self.path) = (sheet, xlsx, path)
  }

  /// Writes text, which no program reads as anything else.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a row beyond ``WorkbookWriter/rowLimit`` or
  ///   text beyond ``WorkbookWriter/textLimit``.
  public func write(
    _ text: String, row: Int, column: Int, style: StyleHandle? = nil
  ) throws(WorkbookError) {
    try xlsx.check(
      xlsx.worksheet_write_string(sheet, UInt32(row), UInt16(column), text, style?.format), path)
  }

  /// Writes a number.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a row beyond ``WorkbookWriter/rowLimit``.
  public func write(
    _ number: Double, row: Int, column: Int, style: StyleHandle? = nil
  ) throws(WorkbookError) {
    try xlsx.check(
      xlsx.worksheet_write_number(sheet, UInt32(row), UInt16(column), number, style?.format), path)
  }

  /// Leaves a cell empty and gives it a style.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a row beyond ``WorkbookWriter/rowLimit``.
  public func writeBlank(
    row: Int, column: Int, style: StyleHandle
  ) throws(WorkbookError) {
    try xlsx.check(
      xlsx.worksheet_write_blank(sheet, UInt32(row), UInt16(column), style.format), path)
  }

  /// Sets the width of columns, in characters, and the style of cells that nobody has written.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a column that a sheet does not have.
  public func setColumns(
    _ columns: ClosedRange<Int>, width: Double, style: StyleHandle? = nil
  ) throws(WorkbookError) {
    try xlsx.check(
      xlsx.worksheet_set_column(
        sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, style?.format), path)
  }

  /// Sets the height of a row that is not written yet, in points.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a row beyond ``WorkbookWriter/rowLimit``.
  public func setRow(_ row: Int, height: Double) throws(WorkbookError) {
    try xlsx.check(xlsx.worksheet_set_row(sheet, UInt32(row), height, nil), path)
  }

  /// Prints the sheet on A4, as wide as a page, on its side where it has many columns.
  public func printOnA4(isWide: Bool) {
    let a4 = UInt8(9)
    xlsx.worksheet_set_paper(sheet, a4)
    if isWide { xlsx.worksheet_set_landscape(sheet) }
    // Any number of pages downwards.
    xlsx.worksheet_fit_to_pages(sheet, 1, 0)
  }

  /// Keeps the first rows and columns in sight.
  public func freeze(rows: Int, columns: Int = 0) {
    xlsx.worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
  }

  /// Puts filters on the header in row 0 of a table.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a row or column that a sheet does not have.
  public func setFilter(lastRow: Int, lastColumn: Int) throws(WorkbookError) {
    try xlsx.check(
      xlsx.worksheet_autofilter(sheet, 0, 0, UInt32(lastRow), UInt16(lastColumn)), path)
  }

  /// Offers the values of a range of cells for the cells of a column, and warns of others.
  ///
  /// - Parameters:
  ///   - source: The range, as a formula has it: `=words!$A$2:$A$6`.
  ///   - column: The column, from 0.
  ///   - rows: The rows of the column.
  ///   - strict: Whether another value is refused, not only warned of.
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a row or column that a sheet does not have.
  public func offer(
    _ source: String, column: Int, rows: ClosedRange<Int>, strict: Bool = false
  ) throws(WorkbookError) {
    let code = source.withMutableCString { source in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = source
      validation.error_type =
        UInt8(
          strict
            ? LXW_VALIDATION_ERROR_TYPE_STOP.rawValue : LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      return xlsx.worksheet_data_validation_range(
        sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column),
        &validation)
    }
    try xlsx.check(code, path)
  }

  /// Puts a remark beside a cell.
  ///
  /// - Throws: ``WorkbookError/unwritable(path:reason:)`` for a row beyond ``WorkbookWriter/rowLimit`` or a
  ///   text of more than 32,767 characters.
  public func comment(_ text: String, row: Int, column: Int) throws(WorkbookError) {
    try xlsx.check(xlsx.worksheet_write_comment(sheet, UInt32(row), UInt16(column), text), path)
  }
}
