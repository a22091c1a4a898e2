import Foundation
import HeritageRegistry
import Tables
import Words

/// Several values in one cell.
enum ListText {
  /// Reads a list without repetitions, in order.
  ///
  /// A text that begins with `[` is a JSON array of strings, which an export writes where a value
  /// itself holds `;` or begins with `[`. Every other text is cut at `separators`.
  ///
  /// - Throws: ``ValueFault`` for a broken array.
  static func read(_ text: String, separators: Set<Character>) throws(ValueFault) -> [String] {
    var seen: Set<String> = []
    let values =
      text.hasPrefix("[")
      ? try array(text)
      : text.split(whereSeparator: separators.contains).map { String($0).trimmingWhitespace }
        .filter { !CellText.isNothing($0) }
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func array(_ text: String) throws(ValueFault) -> [String] {
    guard let values = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else {
      throw ValueFault(
        Sentence("survey.badList"),
        suggestion: Sentence("survey.writeList"))
    }
    return values
  }

  /// Former designations: a JSON array of objects with `level`, `batch`, `year`, `official_code`, `source`.
  ///
  /// - Throws: ``ValueFault`` for other text, for an unknown level and for a year before 1949.
  static func designations(_ text: String) throws(ValueFault) -> [Designation] {
    struct Entry: Decodable {
      let level: String
      let batch: String?
      let year: Int?
      let official_code: String?
      let source: String
    }
    let fault = ValueFault(
      Sentence("survey.badDesignations"),
      suggestion: Sentence("survey.writeDesignations"))
    guard let entries = try? JSONDecoder().decode([Entry].self, from: Data(text.utf8)) else {
      throw fault
    }
    var designations: [Designation] = []
    for entry in entries {
      let level = try LevelWords.read(entry.level).level
      guard level != .registered, !entry.source.isEmpty else { throw fault }
      guard entry.year.map((1949...3000).contains) ?? true else {
        throw ValueFault(
          Sentence("survey.badAnnouncement"), suggestion: Sentence("survey.correctYear"))
      }
      designations.append(
        Designation(
          level: level, batch: entry.batch, year: entry.year, officialCode: entry.official_code,
          standing: .former, source: entry.source))
    }
    return designations
  }
}
