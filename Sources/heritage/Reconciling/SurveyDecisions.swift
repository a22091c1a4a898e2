import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// What a person decided in a review, by the old code and the row of the survey.
struct SurveyDecisions {
  /// Two entries: the code that the register has, the file and the row of the survey.
  struct Key: Hashable {
    let code: String
    let place: SiteRecord.Place
  }

  private(set) var decisions: [Key: SurveyReview.Decision] = [:]
  /// Decisions that name no pair of this reconciliation are told from the others by being left over.
  var keys: [Key] {
    decisions.keys.sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ key: Key) -> (String, String, Int, String) {
    (key.place.file, key.place.sheet ?? "", key.place.row, key.code)
  }

  subscript(key: Key) -> SurveyReview.Decision? { decisions[key] }

  /// Reads a review that somebody has filled in.
  ///
  /// - Throws: ``Failure`` for a table that is no review, a decision that is none, and two that contradict each
  ///   other.
  init(_ sheets: [Sheet], file: String) throws {
    for sheet in sheets {
      guard let header = sheet.rows.first,
        let columns = Self.columns(of: header.cells.map(\.plainText))
      else { continue }
      for row in sheet.rows.dropFirst() {
        func text(_ key: String) -> String {
          let index = columns[key] ?? .max
          return index < row.cells.count ? row.cells[index].plainText.trimmingWhitespace : ""
        }
        let said = text("decision")
        guard !said.isEmpty else { continue }
        guard let decision = SurveyReview.Decision(said) else {
          throw Failure(
            Sentence(
              "reconcile.noDecision", ["file": file, "row": row.number, "text": said]),
            hint: Sentence(
              "advice.decisions",
              ["words": SurveyReview.Decision.allCases.flatMap { [$0.labels.zh, $0.labels.en] }]),
            status: .badData)
        }
        guard let number = Int(text("row")), !text("old_code").isEmpty else {
          throw Failure(
            Sentence("reconcile.halfPair", ["file": file, "row": row.number]),
            hint: Sentence("advice.halfPair"), status: .badData)
        }
        let sheet = text("sheet")
        let key = Key(
          code: text("old_code"),
          place: SiteRecord.Place(
            file: text("file"), sheet: sheet.isEmpty ? nil : sheet, row: number))
        if let other = decisions[key], other != decision {
          throw Failure(
            Sentence("reconcile.contradiction", ["file": file, "row": row.number]),
            hint: nil, status: .badData)
        }
        decisions[key] = decision
      }
      return
    }
    throw Failure(
      Sentence("reconcile.noReview", ["file": file]), hint: Sentence("advice.noReview"),
      status: .badData)
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
}
