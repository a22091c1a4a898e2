import HeritageRegistry
import Reconciliation
public import Workbooks

/// A review as a workbook in which a person decides.
extension SurveyReview {
  /// Writes the workbook: the rows with a list of decisions, the counts, the words of the list.
  ///
  /// - Throws: `WorkbookError` for a file that cannot be written.
  public func write(to path: String, title: String) throws(WorkbookError) {
    let workbook = try WorkbookWriter(path: path, title: title)
    let isChinese = self.isChinese
    let sheet = try workbook.addSheet(isChinese ? "核对" : "review")
    let header = try workbook.addStyle(CellStyle(isBold: true, fill: 0xE8E2D4))
    let open = try workbook.addStyle(CellStyle(isText: true, fill: 0xFFF4C2))
    let wrapped = try workbook.addStyle(CellStyle(wraps: true))
    let table = answer
    for (index, column) in table.columns.enumerated() {
      try sheet.setColumns(
        index...index, width: column.key == "evidence" || column.key == "others" ? 60 : 14)
      try sheet.write(label(column), row: 0, column: index, style: header)
    }
    sheet.freeze(rows: 1, columns: 1)
    let words = isChinese ? "词表" : "words"
    for (offset, row) in table.rows.enumerated() {
      for (index, value) in row.enumerated() {
        let isLong = table.columns[index].key == "evidence" || table.columns[index].key == "others"
        let isOpen = index < Self.answered && row[Self.sureColumn] == .flag(false)
        try write(
          value, to: sheet, row: offset + 1, column: index,
          style: isOpen ? open : isLong ? wrapped : nil)
      }
    }
    if !table.rows.isEmpty {
      try sheet.offer(
        "='\(words)'!$A$1:$A$\(SurveyDecision.allCases.count)", column: 0,
        rows: 1...table.rows.count, strict: true)
      try sheet.setFilter(lastRow: table.rows.count, lastColumn: table.columns.count - 1)
    }
    try writeCounts(workbook, header)
    let list = try workbook.addSheet(words)
    for (row, decision) in SurveyDecision.allCases.enumerated() {
      try list.write(decision.label(in: isChinese ? .zh : .en), row: row, column: 0)
    }
    try workbook.close()
  }

  /// How many of the first columns a person fills in, and which says whether a row is sure.
  private static let answered = 4
  private static let sureColumn = columns.firstIndex { $0.key == "sure" } ?? 0

  private func writeCounts(
    _ workbook: WorkbookWriter, _ header: StyleHandle
  ) throws(WorkbookError) {
    let sheet = try workbook.addSheet(isChinese ? "统计" : "counts")
    let counts = self.counts
    try sheet.setColumns(0...0, width: 28)
    for (index, column) in counts.columns.enumerated() {
      try sheet.write(label(column), row: 0, column: index, style: header)
    }
    for (offset, row) in counts.rows.enumerated() {
      for (index, value) in row.enumerated() {
        try write(value, to: sheet, row: offset + 1, column: index, style: nil)
      }
    }
  }

  private func write(
    _ value: FieldValue, to sheet: SheetWriter, row: Int, column: Int, style: StyleHandle?
  ) throws(WorkbookError) {
    switch value {
    case .integer(let number):
      try sheet.write(Double(number), row: row, column: column, style: style)
    case .decimal(let number, _): try sheet.write(number, row: row, column: column, style: style)
    case .null:
      if let style { try sheet.writeBlank(row: row, column: column, style: style) }
    default:
      let text = String(shown(value).prefix(WorkbookWriter.textLimit / 2))
      try sheet.write(text, row: row, column: column, style: style)
    }
  }

  private func shown(_ value: FieldValue) -> String {
    switch value {
    case .word(_, let zh, let en): isChinese ? zh : en
    case .list(let values): values.map(shown).joined(separator: isChinese ? "；" : "; ")
    case .flag(let flag): isChinese ? (flag ? "是" : "否") : flag ? "yes" : "no"
    default: value.plainText
    }
  }

  private func label(_ column: Answer.Column) -> String {
    isChinese ? column.labelZH : column.labelEN
  }
}
