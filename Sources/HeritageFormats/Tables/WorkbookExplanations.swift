import HeritageRegistry
import Tables
import Workbooks

/// The sheets of a workbook that say what its columns mean, and which words they can hold.
struct WorkbookExplanations {
  let columns: [SiteColumn]
  let language: Language

  private var fieldsName: String { language == .zh ? "说明" : "fields" }
  private var wordsName: String { language == .zh ? "词表" : "words" }

  /// The columns that hold words of a fixed list, by index, and the cells in which the words stand.
  ///
  /// - Parameter isCode: Whether the codes are meant, or the words as people read them.
  func sources(isCode: Bool) -> [(column: Int, source: String)] {
    var first = 1
    return columns.enumerated().compactMap { index, column in
      let count = column.words.count
      guard count > 0 else { return nil }
      let letter = ColumnName(isCode ? first : first + 1)
      first += 3
      return (index, "='\(wordsName)'!$\(letter)$2:$\(letter)$\(count + 1)")
    }
  }

  /// Writes both sheets behind those that are there.
  ///
  /// - Parameter remarks: Lines that stand above the explanations.
  func write(to workbook: WorkbookWriter, remarks: [String] = []) throws(WorkbookError) {
    let bold = try workbook.addStyle(CellStyle(isBold: true, fill: 0xE8E2D4))
    let grey = try workbook.addStyle(CellStyle(isText: true, wraps: true, colour: 0x808080))
    let plain = try workbook.addStyle(CellStyle(isText: true, wraps: true))
    let fields = try workbook.addSheet(fieldsName)
    for (column, width) in [20.0, 16, 22, 40, 52, 8, 28].enumerated() {
      try fields.setColumns(column...column, width: width)
    }
    var row = 0
    for remark in remarks {
      try fields.write(remark, row: row, column: 0)
      row += 1
    }
    let header = ["key", "中文", "English", "含义", "meaning", "unit 单位", "example 示例"]
    for (index, text) in header.enumerated() {
      try fields.write(text, row: row, column: index, style: bold)
    }
    if remarks.isEmpty { fields.freeze(rows: 1) }
    for field in columns {
      row += 1
      let (column, meaning) = (field.column, field.meaning)
      let cells = [
        column.key, column.labelZH, column.labelEN, meaning.zh, meaning.en, field.unit,
      ]
      for (index, text) in cells.enumerated() {
        try fields.write(text, row: row, column: index, style: plain)
      }
      try fields.write(field.example, row: row, column: cells.count, style: grey)
    }
    try writeWords(to: try workbook.addSheet(wordsName), header: bold)
  }

  /// Three columns for each field: codes, Chinese words, English words.
  private func writeWords(
    to sheet: SheetWriter, header: StyleHandle
  ) throws(WorkbookError) {
    let lists = columns.filter { !$0.words.isEmpty }
    for (index, list) in lists.enumerated() {
      try sheet.setColumns(index * 3...index * 3 + 2, width: 18)
      let (key, zh, en) = (list.column.key, list.column.labelZH, list.column.labelEN)
      for (offset, title) in [key, zh, en].enumerated() {
        try sheet.write(title, row: 0, column: index * 3 + offset, style: header)
      }
    }
    for row in 0..<(lists.map(\.words.count).max() ?? 0) {
      for (index, list) in lists.enumerated() where row < list.words.count {
        let word = list.words[row]
        for (offset, text) in [word.code, word.labels.zh, word.labels.en].enumerated() {
          try sheet.write(text, row: row + 1, column: index * 3 + offset)
        }
      }
    }
  }
}
