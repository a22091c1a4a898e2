/// Something wrong in a file that is to be imported: where, what, and the rule it breaks.
public struct ImportProblem: Error, Hashable, Sendable {
  /// Whether the problem stops the import.
  public enum Severity: String, Sendable {
    /// The import does not happen.
    case error
    /// The import happens; a person should look.
    case warning
  }

  /// Whether the problem stops the import.
  public let severity: Severity
  /// The name of the file.
  public let file: String
  /// The name of the sheet; nil where the file is one sheet.
  public let sheet: String?
  /// The line of the row in the file, from 1; nil where the whole file is meant.
  public let line: Int?
  /// The name of the column; nil where the whole row is meant.
  public let column: String?
  /// The text of the cell.
  public let value: String?
  /// The rule, as a sentence.
  public let rule: String
  /// What could be written instead, or done; nil where nothing is known.
  public let suggestion: String?

  /// Makes a problem.
  public init(
    severity: Severity, file: String, sheet: String? = nil, line: Int?, column: String?,
    value: String?, rule: String, suggestion: String? = nil
  ) {
    self.severity = severity
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.value = value
    self.rule = rule
    self.suggestion = suggestion
  }
}

extension ImportProblem: CustomStringConvertible {
  /// The place, the value, the reason and the suggestion, as a sentence.
  public var description: String {
    let place = [
      file, sheet.map { "sheet \($0)" }, line.map { "row \($0)" }, column.map { "column \($0)" },
    ]
    .compactMap { $0 }.joined(separator: ", ")
    return "\(place): " + (value.map { "\"\($0)\": " } ?? "") + rule
      + (suggestion.map { "; \($0)" } ?? "")
  }
}

/// An import that did not happen, with every problem of every file.
public struct ImportFailure: Error, Equatable, Sendable {
  /// All problems, in the order of the files and rows; warnings among them.
  public let problems: [ImportProblem]

  /// Makes a failure.
  public init(problems: [ImportProblem]) { self.problems = problems }
}
