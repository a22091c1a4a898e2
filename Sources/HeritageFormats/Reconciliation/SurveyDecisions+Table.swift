public import HeritageRegistry
public import Reconciliation
public import Tables
public import Words

/// Why a table of decisions cannot be read.
public enum DecisionTableError: Error, Hashable, Sendable {
  /// The table is no review.
  case noReview(file: String)
  /// A decision is none.
  case noDecision(file: String, row: Int, text: String)
  /// A decision names no relic, or no row of the survey.
  case halfPair(file: String, row: Int)
  /// A row decides otherwise than one before.
  case contradiction(file: String, row: Int)
}

extension DecisionTableError: Cause {
  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .noReview(let file): Sentence("reconcile.noReview", ["file": file])
    case .noDecision(let file, let row, let text):
      Sentence("reconcile.noDecision", ["file": file, "row": row, "text": text])
    case .halfPair(let file, let row):
      Sentence("reconcile.halfPair", ["file": file, "row": row])
    case .contradiction(let file, let row):
      Sentence("reconcile.contradiction", ["file": file, "row": row])
    }
  }
}

extension SurveyDecisions {
  /// Reads a review that somebody has filled in.
  ///
  /// - Throws: ``DecisionTableError`` for a table that is no review, a decision that is none, and two that
  ///   contradict each other.
  public init(
    _ sheets: [Sheet], file: String
  ) throws(DecisionTableError) {
    self.init()
    for sheet in sheets {
      guard let header = sheet.rows.first,
        let columns = Self.columns(of: header.cells.map(\.plainText))
      else { continue }
      for row in sheet.rows.dropFirst() { try add(row, columns, file) }
      return
    }
    throw .noReview(file: file)
  }

  private mutating func add(
    _ row: Sheet.Row, _ columns: [String: Int], _ file: String
  ) throws(DecisionTableError) {
    func text(_ key: String) -> String? {
      let index = columns[key] ?? .max
      let text = index < row.cells.count ? row.cells[index].plainText.trimmingWhitespace : ""
      return text.isEmpty ? nil : text
    }
    guard let said = text("decision") else { return }
    guard let decision = try? SurveyDecision(named: said) else {
      throw .noDecision(file: file, row: row.number, text: said)
    }
    let number = text("row").flatMap { Int($0) }
    let place = number.flatMap { number in
      text("file").map { SiteRecord.Place(file: $0, sheet: text("sheet"), row: number) }
    }
    guard !decision.namesRow || place != nil, !decision.namesRelic || text("old_code") != nil
    else { throw .halfPair(file: file, row: row.number) }
    // In a review the relic beside a new row is the one that it is not.
    let code = decision == .new && text("old_name") != nil ? nil : text("old_code")
    let decided = SurveyDecided(
      decision, code: code, place: decision.namesRow ? place : nil,
      reason: text("reason"), document: text("document"), date: text("date"),
      name: decision.namesRow ? text("new_name") : nil)
    guard add(decided) else { throw .contradiction(file: file, row: row.number) }
  }

  /// Where the columns stand, under their keys or what people read.
  private static func columns(of header: [String]) -> [String: Int]? {
    var found: [String: Int] = [:]
    for column in SurveyReview.columns {
      found[column.key] = header.firstIndex {
        [column.key, column.labelZH, column.labelEN].contains($0.trimmingWhitespace)
      }
    }
    return ["decision", "old_code", "file", "row"].allSatisfy { found[$0] != nil } ? found : nil
  }

  /// The decisions as a table that is read again, a row each.
  public var answer: Answer {
    let keys = [
      "decision", "reason", "document", "date", "old_code", "new_name", "file", "sheet", "row",
    ]
    return Answer(
      columns: keys.compactMap { key in SurveyReview.columns.first { $0.key == key } },
      rows: all.map { decided in
        [
          .text(decided.decision.rawValue), FieldValue(decided.reason),
          FieldValue(decided.document), FieldValue(decided.date), FieldValue(decided.code),
          FieldValue(decided.name), FieldValue(decided.place?.file),
          FieldValue(decided.place?.sheet), FieldValue(decided.place?.row),
        ]
      })
  }
}
