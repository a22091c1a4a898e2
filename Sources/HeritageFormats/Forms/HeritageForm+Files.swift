import HeritageRegistry
public import Workbooks

extension HeritageForm {
  /// The form for a word processor.
  public var docx: [UInt8] {
    var document = Document(title: title, language: .zh, footer: "\(title)（草稿）")
    for (index, section) in sections.enumerated() {
      if index > 0 { document.blocks.append(.pageBreak) }
      document.blocks += [
        .heading(title, level: 1),
        .paragraph(Document.Paragraph([Document.Run(Self.mark, colour: 0xA3331F)], .center)),
      ]
      if section.title != title { document.blocks.append(.heading(section.title, level: 2)) }
      for table in section.tables {
        if !table.title.isEmpty { document.blocks.append(.heading(table.title, level: 3)) }
        document.blocks.append(.table(Self.table(table)))
      }
    }
    return document.docx
  }

  private static func table(_ table: Table) -> Document.Table {
    let count = max(table.columns.count, table.rows.map(\.count).max() ?? 1)
    let isFacts = table.columns.isEmpty
    let widths =
      isFacts ? [28, 57, 28, 57] : [Double](repeating: 170 / Double(max(1, count)), count: count)
    let head = table.columns.map { Document.Cell($0, .center, isBold: true) }
    let rows = table.rows.enumerated().map { number, row in
      row.enumerated().map { column, value in
        let isSum =
          table.hasSums && (number == table.rows.count - 1 || column == count - 1)
        return Document.Cell(
          value.displayText(in: .zh), isFacts ? .start : .center,
          isBold: isSum || isFacts && column % 2 == 0)
      }
    }
    return Document.Table(
      widths: widths, rows: (isFacts ? [] : [head]) + rows, headerRows: isFacts ? 0 : 1)
  }

  /// Writes the form as a workbook, a sheet for each section.
  ///
  /// - Parameter path: The file, which is replaced.
  /// - Throws: `WorkbookError` for a file that cannot be written.
  public func write(to path: String) throws(WorkbookError) {
    let workbook = try WorkbookWriter(path: path, title: title)
    let heading = try workbook.addStyle(CellStyle(isBold: true))
    let mark = try workbook.addStyle(CellStyle(isBold: true, colour: 0xA3331F))
    let header = try workbook.addStyle(CellStyle(isBold: true, wraps: true, fill: 0xF2EDE0))
    let wrapped = try workbook.addStyle(CellStyle(wraps: true))
    for (number, section) in sections.enumerated() {
      let sheet = try workbook.addSheet(sheetName(section, number))
      sheet.printOnA4(isWide: section.tables.contains { $0.columns.count > 6 })
      try sheet.setColumns(0...10, width: 16)
      try sheet.write(title, row: 0, column: 0, style: heading)
      try sheet.write(Self.mark, row: 1, column: 0, style: mark)
      try sheet.write(section.title, row: 2, column: 0, style: heading)
      var row = 4
      for table in section.tables {
        if !table.title.isEmpty {
          try sheet.write(table.title, row: row, column: 0, style: heading)
          row += 1
        }
        for (column, text) in table.columns.enumerated() {
          try sheet.write(text, row: row, column: column, style: header)
        }
        if !table.columns.isEmpty { row += 1 }
        for cells in table.rows {
          for (column, value) in cells.enumerated() {
            let isLabel = table.columns.isEmpty && column % 2 == 0
            switch value {
            case .null: try sheet.writeBlank(row: row, column: column, style: wrapped)
            case .integer(let count):
              try sheet.write(Double(count), row: row, column: column, style: nil)
            case .decimal(let amount, _):
              try sheet.write(amount, row: row, column: column, style: nil)
            default:
              try sheet.write(
                String(value.displayText(in: .zh).prefix(WorkbookWriter.textLimit / 2)), row: row,
                column: column, style: isLabel ? header : wrapped)
            }
          }
          row += 1
        }
        row += 1
      }
    }
    try workbook.close()
  }

  /// A name that a workbook takes: 31 characters, none of those that it keeps for references, each once.
  private func sheetName(_ section: Section, _ number: Int) -> String {
    let plain = section.name.filter { !"[]:*?/\\'".contains($0) }
    let isRepeated = sections[..<number].contains { $0.name == section.name }
    return String(plain.prefix(25)) + (isRepeated || plain.isEmpty ? " \(number + 1)" : "")
  }
}
