import HeritageRegistry
import Tables
import Words

/// The code and the name of a row, neither of which may be guessed.
extension RowReading {
  private mutating func missing(_ field: SiteField) -> String {
    // What is wrong with a fault or a control character has been said, and so has a missing column.
    let isBlank =
      switch cell(.field(field)) {
      case .empty: true
      case .text(let text): text.trimmingWhitespace.isEmpty
      default: false
      }
    if isBlank, columns[.field(field)] != nil {
      report(
        ValueFault(
          Sentence("survey.empty"),
          suggestion: field == .code
            ? Sentence("survey.writeCode") : Sentence("survey.writeName")),
        .field(field), value: "")
    }
    return ""
  }

  mutating func name() -> String {
    if case .date(let text) = cell(.field(.nameZH)) {
      report(CodeText.Damage.date.fault, .field(.nameZH), value: text)
      return ""
    }
    guard let name = text(.nameZH) else { return missing(.nameZH) }
    return meant(name, .nameZH)
  }

  /// A name or a code; empty after a problem, where the cell says that there is none.
  private mutating func meant(_ text: String, _ field: SiteField) -> String {
    // A first code may be 0, and no name is.
    let isPlaceholder = CellText.isPlaceholder(text) || (field == .nameZH && text == "0")
    guard !isExport, isPlaceholder else { return text }
    report(
      ValueFault(
        Sentence("survey.placeholder"),
        suggestion: field == .code
          ? Sentence("survey.writeCode") : Sentence("survey.writeName")),
      .field(field), value: text)
    return ""
  }

  /// Names what a spreadsheet has made of a code.
  mutating func examineCode(_ text: String?, _ field: SiteField) {
    if case .date(let date) = cell(.field(field)) {
      return report(CodeText.Damage.date.fault, .field(field), value: date)
    }
    guard !isExport, let text, let damage = CodeText.damage(of: text) else { return }
    if damage.isCertain {
      report(damage.fault, .field(field), value: text)
    } else {
      remark(damage.fault, .field(field), value: text)
    }
  }

  /// The code that the parts of ``SurveyOptions/codeFrom`` make, as the national lists write it: the
  /// number of a batch, a number of four digits, with hyphens between.
  private mutating func composedCode(_ columns: [ColumnMap.Column]) -> String {
    var parts: [String] = []
    for column in columns {
      guard let text = rawText(column)?.trimmingWhitespace, !CellText.isPlaceholder(text) else {
        report(
          ValueFault(
            Sentence("survey.noCodePart"), suggestion: Sentence("survey.writeCode")),
          column: column.header, value: rawText(column) ?? "")
        return ""
      }
      if column.role == .field(.batch) {
        parts.append(BatchText.number(text).map(String.init) ?? text)
      } else if let number = Int(text), number >= 0 {
        parts.append(String(repeating: "0", count: max(0, 4 - text.count)) + text)
      } else {
        parts.append(text)
      }
    }
    return parts.joined(separator: "-")
  }

  mutating func code() -> String {
    if !plan.codeParts.isEmpty { return composedCode(plan.codeParts) }
    if case .formatted(_, let shown) = cell(.field(.code)) {
      remark(
        ValueFault(
          Sentence("survey.codeByFormat"),
          suggestion: Sentence("survey.formatAndCheck")),
        .field(.code), value: nil)
      return shown
    }
    if case .number(let number) = cell(.field(.code)) {
      let text = DecimalText.shortest(number)
      guard number == number.rounded(), number.magnitude < 1e15, number >= 0 else {
        report(
          ValueFault(
            Sentence("survey.numericCode"),
            suggestion: Sentence("survey.formatAndWrite")),
          .field(.code), value: text)
        return text
      }
      remark(
        ValueFault(
          Sentence("survey.codeAsNumber"),
          suggestion: Sentence("survey.formatAndCheck")),
        .field(.code), value: nil)
      return text
    }
    guard let code = text(.code) else { return missing(.code) }
    examineCode(code, .code)
    return meant(code, .code)
  }
}
