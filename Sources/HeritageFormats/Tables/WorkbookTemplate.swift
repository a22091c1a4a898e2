import HeritageRegistry
public import Workbooks

/// An empty workbook for a bureau to fill in: Chinese headers, lists of the law's words, explanations.
public enum WorkbookTemplate {
  /// The columns that cannot stay empty.
  private static let required: Set<SiteField> = [.code, .nameZH, .level]
  /// How many rows offer lists of words.
  private static let rows = 1...9999

  /// Writes the workbook.
  ///
  /// - Parameters:
  ///   - path: Where the workbook goes.
  ///   - remarks: Lines that stand above the explanations.
  /// - Throws: `WorkbookError` for a file that cannot be written.
  public static func write(
    to path: String, remarks: [String] = []
  ) throws(WorkbookError) {
    let columns = SiteColumn.columns(of: SiteField.form.map(\.definition), .none)
    let workbook = try WorkbookWriter(path: path, title: "不可移动文物登记表")
    let sheet = try workbook.addSheet("登记表")
    let header = try workbook.addStyle(CellStyle(isBold: true, fill: 0xE8E2D4))
    let needed = try workbook.addStyle(CellStyle(isBold: true, fill: 0xE5B8A8))
    let text = try workbook.addStyle(CellStyle(isText: true))
    for (index, field) in columns.enumerated() {
      let column = field.column
      // What is typed into a text column stays text: 00123 keeps its zeros.
      try sheet.setColumns(
        index...index, width: column.isNumber ? 12 : 18, style: column.isNumber ? nil : text)
      try sheet.write(
        column.labelZH, row: 0, column: index,
        style: field.field.map(required.contains) == true ? needed : header)
    }
    sheet.freeze(rows: 1, columns: 2)
    let explanations = WorkbookExplanations(columns: columns, language: .zh)
    for (column, source) in explanations.sources(isCode: false) {
      try sheet.offer(source, column: column, rows: rows)
    }
    try explanations.write(to: workbook, remarks: remarks)
    try workbook.close()
  }
}
