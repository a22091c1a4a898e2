import HeritageFormats
import HeritageRegistry
import SurveyTables
import Tables
import Words
import Workbooks

/// The tables of an import as a workbook in which the cells with problems are marked.
///
/// The first sheet lists the problems; the sheets behind it hold the rows as they were read, errors red,
/// warnings yellow, each with a remark beside the cell.
struct MarkedWorkbook {
  let files: [ImportedFile]
  let report: ImportReport

  private var problemsName: String { "问题 problems" }

  /// Writes the workbook.
  func write(to path: String) throws {
    let marks = marks
    try OutputFile(path).writeFile { partial in
      let workbook = try WorkbookWriter(path: partial)
      let bold = try workbook.addStyle(CellStyle(isBold: true, fill: 0xE8E2D4))
      let styles: [ImportProblem.Severity: StyleHandle] = [
        .error: try workbook.addStyle(CellStyle(fill: 0xF8B4B4)),
        .warning: try workbook.addStyle(CellStyle(fill: 0xFCE8A6)),
      ]
      try writeProblems(to: try workbook.addSheet(problemsName), header: bold)
      var names: Set<String> = [problemsName.lowercased()]
      for sheet in files.flatMap(\.sheets) {
        let target = try workbook.addSheet(Self.name(of: sheet, among: &names))
        for row in sheet.rows {
          let place = SiteRecord.Place(file: sheet.file, sheet: sheet.name, row: row.number)
          let width = max(row.cells.count, (marks[place]?.keys.max() ?? -1) + 1)
          for column in 0..<width {
            let cell = column < row.cells.count ? row.cells[column] : .empty
            let problems = marks[place]?[column] ?? []
            let worst = problems.contains { $0.severity == .error }
            // Rows keep their numbers, so that what is said of them is found.
            let line = max(0, row.number - 1)
            try target.write(
              cell, row: line, column: column,
              style: problems.isEmpty ? nil : styles[worst ? .error : .warning])
            if !problems.isEmpty {
              try target.comment(Self.remark(problems), row: line, column: column)
            }
          }
        }
      }
      try workbook.close()
    }
  }

  /// The problems of each cell: those of a whole row are its first cell's.
  private var marks: [SiteRecord.Place: [Int: [ImportProblem]]] {
    var marks: [SiteRecord.Place: [Int: [ImportProblem]]] = [:]
    for problem in report.problems {
      guard let row = problem.line else { continue }
      let place = SiteRecord.Place(file: problem.file, sheet: problem.sheet, row: row)
      let columns = report.reading.sheets
        .first { $0.file == problem.file && $0.name == problem.sheet }?.columns
      let found = (problem.column ?? "").split(separator: ", ").compactMap { label in
        columns?.index(of: String(label))
          ?? columns?.columns.first { $0.role?.key == String(label) }?.index
      }
      for column in found.isEmpty ? [0] : found {
        marks[place, default: [:]][column, default: []].append(problem)
      }
    }
    return marks
  }

  private func writeProblems(to sheet: SheetWriter, header: StyleHandle) throws {
    let table = report.problemTable
    for (column, width) in [10.0, 24, 14, 8, 18, 24, 60, 48].enumerated() {
      try sheet.setColumns(column...column, width: width)
    }
    for (column, heading) in table.columns.enumerated() {
      try sheet.write(
        "\(heading.labelZH) \(heading.labelEN)", row: 0, column: column, style: header)
    }
    sheet.freeze(rows: 1)
    for (row, values) in table.rows.enumerated() where row + 1 < WorkbookWriter.rowLimit {
      for (column, value) in values.enumerated() {
        switch value {
        case .null: break
        case .integer(let number): try sheet.write(Double(number), row: row + 1, column: column)
        default:
          try sheet.write(
            value.displayText(in: .spoken).fittingCell, row: row + 1, column: column)
        }
      }
    }
  }

  private static func remark(_ problems: [ImportProblem]) -> String {
    problems.prefix(5)
      .map { problem in
        let rule = problem.saidRule
        let said =
          problem.advice.map { Sentence("problem.advised", ["problem": rule, "advice": $0]) }
          ?? rule
        return Sentence("problem.severity", ["severity": problem.severity.word, "problem": said])
          .spoken
      }
      .joined(separator: "\n")
  }

  /// A name for a sheet that a workbook can have: up to 31 characters, none of `[]:*?/\`, none twice.
  private static func name(of sheet: Sheet, among names: inout Set<String>) -> String {
    let plain = String((sheet.name ?? sheet.file).map { "[]:*?/\\'".contains($0) ? "_" : $0 })
    var (name, number) = (String(plain.prefix(28)), 2)
    if name.isEmpty { name = "sheet" }
    while names.contains(name.lowercased()) {
      name = "\(plain.prefix(26)) \(number)"
      number += 1
    }
    names.insert(name.lowercased())
    return name
  }
}
