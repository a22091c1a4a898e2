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
  public let rule: Sentence
  /// What could be written instead, or done; nil where nothing is known.
  public let suggestion: Sentence?
  /// What could be chosen otherwise by whoever reads the file; nil where no choice would help.
  public let remedy: Remedy?

  /// Makes a problem.
  public init(
    severity: Severity, file: String, sheet: String? = nil, line: Int?, column: String?,
    value: String?, rule: Sentence, suggestion: Sentence? = nil, remedy: Remedy? = nil
  ) {
    self.severity = severity
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.value = value
    self.rule = rule
    self.suggestion = suggestion
    self.remedy = remedy
  }
}

extension ImportProblem: Cause {
  /// The place, the value, the rule and the suggestion.
  public var sentence: Sentence { sentence(advising: suggestion) }

  /// The place, the value and the rule, with advice on what to do.
  public func sentence(advising advice: Sentence?) -> Sentence {
    let said: Sentence =
      if let value {
        Sentence("problem.valueRule", ["value": value, "rule": rule])
      } else {
        rule
      }
    let problem = Sentence("problem.placed", ["place": place, "problem": said])
    guard let advice else { return problem }
    return Sentence("problem.advised", ["problem": problem, "advice": advice])
  }

  private var place: Sentence.Value {
    let parts: [(any SentenceValue)?] = [
      file, sheet.map { Sentence("problem.sheet", ["name": $0]) },
      line.map { Sentence("problem.row", ["number": $0]) },
      column.map { Sentence("problem.column", ["name": $0]) },
    ]
    return .list(parts.compactMap { $0?.sentenceValue }, .place)
  }
}

/// An import that did not happen, with every problem of every file.
public struct ImportFailure: Cause, Equatable, Sendable {
  /// All problems, in the order of the files and rows; warnings among them.
  public let problems: [ImportProblem]

  /// Makes a failure.
  public init(problems: [ImportProblem]) { self.problems = problems }

  /// How many problems there are.
  public var sentence: Sentence {
    Sentence("import.problems", ["count": problems.count { $0.severity == .error }])
  }
}
