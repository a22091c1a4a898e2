public import HeritageRegistry
public import Tables
import Workbooks

extension ReportSheets {
  /// The tables as one object: numbers by the values in data, `unknown` where one is not known.
  public var object: FieldValue {
    func key(_ heading: CrossTable.Heading) -> String { heading.key ?? "unknown" }
    let tables = report.tables.map { table in
      FieldValue.Member(
        table.key,
        .object([
          .init(
            "rows",
            .list(
              zip(table.rows, zip(table.cells, table.rowSums)).map { heading, numbers in
                .object(
                  [.init(table.rowFacet.rawValue, .text(key(heading)))]
                    + zip(table.columns, numbers.0).map { .init(key($0), .integer($1)) }
                    + [.init("total", .integer(numbers.1))])
              })),
          .init(
            "total",
            .object(
              zip(table.columns, table.columnSums).map { .init(key($0), .integer($1)) }
                + [.init("total", .integer(table.sum))])),
        ]))
    }
    let changes: FieldValue =
      report.changes.map { changes in
        .list(
          changes.changes.map {
            .object([
              .init("kind", .text($0.kind.rawValue)), .init("code", .text($0.code)),
              .init("name", .text($0.name)), .init("date", .text($0.date)),
              .init("document", FieldValue($0.document)),
            ])
          })
      } ?? .null
    return .object([
      .init("county", .text(register.nameZH)), .init("year", .integer(report.year)),
      .init("known_before", FieldValue(report.known)), .init("found", FieldValue(report.found)),
      .init("relics", .integer(report.relics)), .init("gone", FieldValue(report.gone)),
      .init("unidentified", .integer(report.totals.unidentified)),
      .init("stand_ins", .integer(report.totals.standIns)),
      .init("official", FieldValue(report.totals.official["registered"])),
      .init("tables", .object(tables)), .init("changes", changes),
      .init("notes", .list(notes.map(FieldValue.text))),
    ])
  }

  /// A row for each cell that counts a relic, without sums: whoever adds up gets them.
  public var cells: Answer {
    Answer(
      columns: [
        Answer.Column("table", zh: "表", en: "Table"), Answer.Column("row", zh: "行", en: "Row"),
        Answer.Column("column", zh: "列", en: "Column"),
        Answer.Column("relics", zh: "文物点数", en: "Relics", isNumber: true),
      ],
      rows: report.tables.flatMap { table in
        zip(table.rows, table.cells).flatMap { row, numbers in
          zip(table.columns, numbers).filter { $0.1 > 0 }.map { column, count in
            [
              .text(table.key), .text(row.key ?? "unknown"), .text(column.key ?? "unknown"),
              .integer(count),
            ]
          }
        }
      })
  }

  /// The tables as text for people.
  ///
  /// - Parameter table: Makes the text of one.
  public func text(table: (Answer) -> String) -> String {
    title + "\n\n"
      + sheets.map { $0.title + "\n" + table($0.answer) }.joined(separator: "\n") + "\n"
      + notes.map { "· \($0)\n" }.joined()
  }

  /// Writes the tables as a workbook, a sheet for each, and one that says what a reader should know.
  ///
  /// - Parameter path: The file, which is replaced.
  /// - Throws: `WorkbookError` for a file that cannot be written.
  public func write(to path: String) throws {
    let workbook = try WorkbookWriter(path: path, title: title)
    let heading = try workbook.addStyle(CellStyle(isBold: true, colour: 0xA3331F))
    let header = try workbook.addStyle(CellStyle(isBold: true, wraps: true, fill: 0xF2EDE0))
    let sum = try workbook.addStyle(CellStyle(isBold: true, fill: 0xF7F4EC))
    let wrapped = try workbook.addStyle(CellStyle(wraps: true))
    for table in sheets {
      let sheet = try workbook.addSheet(table.name)
      let isText = table.answer.columns.map { !$0.isNumber }
      sheet.printOnA4(isWide: table.answer.columns.count > 5)
      for (column, isText) in isText.enumerated() {
        try sheet.setColumns(column...column, width: isText ? 24 : 13)
      }
      try sheet.write(
        "\(title)：\(table.title)".neutral(language), row: 0, column: 0, style: heading)
      // Words of two lines, or of four in English.
      if table.hasSums { try sheet.setRow(2, height: language == .zh ? 32 : 62) }
      for (column, label) in table.answer.columns.enumerated() {
        try sheet.write(label.label(in: language), row: 2, column: column, style: header)
      }
      let last = (row: table.answer.rows.count - 1, column: table.answer.columns.count - 1)
      for (index, row) in table.answer.rows.enumerated() {
        for (column, value) in row.enumerated() {
          let isSum = table.hasSums && (index == last.row || column == last.column)
          let style = isSum ? sum : nil
          if case .integer(let number) = value {
            try sheet.write(Double(number), row: 3 + index, column: column, style: style)
          } else if value != .null {
            try sheet.write(
              value.displayText(in: language), row: 3 + index, column: column, style: style)
          }
        }
      }
      sheet.freeze(rows: 3, columns: 1)
    }
    let sheet = try workbook.addSheet(words.notesName)
    try sheet.setColumns(0...0, width: 100)
    try sheet.write(title, row: 0, column: 0, style: heading)
    for (row, note) in notes.enumerated() {
      try sheet.write(note, row: row + 2, column: 0, style: wrapped)
    }
    try workbook.close()
  }
}

extension String {
  /// The text with the colon of the language.
  fileprivate func neutral(_ language: Language) -> String {
    language == .zh ? self : replacing("：", with: ": ")
  }
}
