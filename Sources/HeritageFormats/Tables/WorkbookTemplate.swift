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
  /// - Throws: `WorkbookError` for a file that cannot be written.
  public static func write(to path: String) throws(WorkbookError) {
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

  private static let remarks = [
    "每行填一处不可移动文物；深色表头的列必填，其余不详则留空。多个值以分号（;）隔开。",
    "经度、纬度填十进制度或度分秒；导入时须注明坐标系，例如 heritage import 登记表.xlsx --datum cgcs2000 。",
    "文物级别、类别等列请从下拉列表中选择，词表见“词表”。示例列仅供参考，不会导入。",
  ]
}
