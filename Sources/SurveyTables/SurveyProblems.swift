import HeritageRegistry
import Tables
import Words

/// Collects the problems of one sheet; warnings that say the same of many rows are said once.
struct SurveyProblems {
  let file: String
  let sheet: String?
  /// What messages call the column of the code.
  var codeColumn: String?
  /// Whether the table has batches beside its codes, in each of which numbers may begin anew.
  var batchesCodes = false
  private(set) var list: [ImportProblem] = []
  private(set) var tableErrors: [ImportProblem] = []
  /// The place in the list, and the number of rows, of warnings by what they say.
  private var repeated: [Key: (index: Int, count: Int)] = [:]

  private struct Key: Hashable {
    let column: String?
    let value: String?
    let fault: ValueFault
  }

  init(_ sheet: Sheet) {
    file = sheet.file
    self.sheet = sheet.name
  }

  init(file: String, sheet: String?) {
    self.file = file
    self.sheet = sheet
  }

  /// An error of the header or of the sheet itself.
  mutating func tableError(
    _ fault: ValueFault, row: Int?, column: String? = nil, value: String? = nil
  ) {
    let problem = problem(.error, fault, row: row, column: column, value: value)
    tableErrors.append(problem)
    list.append(problem)
  }

  mutating func error(_ fault: ValueFault, row: Int, column: String?, value: String?) {
    list.append(problem(.error, fault, row: row, column: column, value: value))
  }

  /// A warning; the same one of a later row is counted.
  mutating func warning(_ fault: ValueFault, row: Int?, column: String?, value: String?) {
    let key = Key(column: column, value: value, fault: fault)
    if let first = repeated[key] {
      repeated[key] = (first.index, first.count + 1)
    } else {
      repeated[key] = (list.count, 1)
      list.append(problem(.warning, fault, row: row, column: column, value: value))
    }
  }

  /// All problems, ordered by row, with the number of rows that a warning stands for.
  func finished() -> [ImportProblem] {
    var counted = list
    for (index, count) in repeated.values where count > 1 {
      let first = counted[index]
      counted[index] = ImportProblem(
        severity: first.severity, file: first.file, sheet: first.sheet, line: first.line,
        column: first.column, value: first.value,
        rule: Sentence("survey.repeated", ["rule": first.rule, "count": count - 1]),
        suggestion: first.suggestion, remedy: first.remedy)
    }
    return counted.enumerated().sorted { a, b in
      (a.element.line ?? 0, a.offset) < (b.element.line ?? 0, b.offset)
    }
    .map(\.element)
  }

  private func problem(
    _ severity: ImportProblem.Severity, _ fault: ValueFault, row: Int?, column: String?,
    value: String?
  ) -> ImportProblem {
    ImportProblem(
      severity: severity, file: file, sheet: sheet, line: row, column: column,
      value: value.map(Self.shortened), rule: fault.rule, suggestion: fault.suggestion,
      remedy: fault.remedy)
  }

  /// The beginning of a long value.
  private static func shortened(_ text: String) -> String {
    text.count <= 100 ? text : String(text.prefix(100)) + "…"
  }
}
