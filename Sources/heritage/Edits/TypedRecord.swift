import ArgumentParser
import Foundation
import Geodesy
import HeritageRegistry
import SurveyTables
import Tables
import Words

/// Fields and values as somebody types them, `period_zh=明`, read as a table of one row is read.
struct TypedRecord {
  /// What stands before each `=` and behind it.
  let pairs: [(key: String, value: String)]

  /// The fields of a relic, and what belongs to it in tables of its own.
  private static let belongings = ["groups", "readings"]

  /// Takes texts apart.
  ///
  /// - Throws: `ValidationError` for a text without `=`, and for a key that stands twice.
  init(_ texts: [String]) throws {
    pairs = try texts.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !String(parts[0]).trimmingWhitespace.isEmpty else {
        throw ValidationError(Sentence("option.assignment", ["text": text]))
      }
      return (String(parts[0]).trimmingWhitespace, String(parts[1]))
    }
    for (index, pair) in pairs.enumerated()
    where pairs[..<index].contains(where: { $0.key == pair.key }) {
      throw ValidationError(Sentence("option.assignmentTwice", ["key": pair.key]))
    }
  }

  init(pairs: [(key: String, value: String)]) { self.pairs = pairs }

  /// The value of a key; nil where it is not there.
  subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

  /// What goes into the table of relics.
  var fields: TypedRecord {
    TypedRecord(pairs: pairs.filter { !Self.belongings.contains($0.key) })
  }

  /// The keys of groups; nil where nothing is said of them.
  var groups: [String]? {
    self["groups"].map { $0.split(separator: ";").map { String($0).trimmingWhitespace } }
  }

  /// The readings of names, `洞庭:dòng tíng;…`; nil where nothing is said of them.
  ///
  /// - Throws: `ValidationError` for a reading without a colon.
  func readings() throws -> [(name: String, pinyin: String)]? {
    try self["readings"].map { text in
      try text.split(separator: ";").map { part in
        let sides = part.split(separator: ":", maxSplits: 1)
          .map { String($0).trimmingWhitespace }
        guard sides.count == 2 else {
          throw ValidationError(Sentence("option.reading", ["text": String(part)]))
        }
        return (sides[0], sides[1])
      }
    }
  }

  /// The record of a relic, by the rules by which every table is read.
  ///
  /// - Parameters:
  ///   - code: The relic's code.
  ///   - name: Its name where none is typed.
  ///   - datum: The datum of a position; nil for WGS 84.
  /// - Returns: The record, and what was read otherwise than by an exact word.
  /// - Throws: ``Failure`` for a field that is not known and a value that is none.
  func record(
    code: String, name: String, datum: Datum?, in registry: Registry
  ) throws -> (record: SiteRecord, remarks: [ImportProblem]) {
    var columns = [("code", code)] + pairs.map { ($0.key, $0.value) }
    if self["name_zh"] == nil { columns.insert(("name_zh", name), at: 1) }
    let known = Set(ColumnRole.keys)
    for (key, value) in columns where !known.contains(key) {
      throw Failure(
        Sentence("edit.noSuchField", ["key": key, "value": value]),
        hint: Sentence(
          "edit.knownFields", ["keys": (ColumnRole.keys + Self.belongings).joined(separator: ", ")]),
        status: .usage)
    }
    let sheet = Sheet(
      file: code,
      rows: [
        Sheet.Row(number: 1, cells: columns.map { .text($0.0) }),
        Sheet.Row(number: 2, cells: columns.map { $0.1.isEmpty ? .empty : .text($0.1) }),
      ])
    let context = SurveyContext(
      county: registry.info.nameZH, townships: try registry.townships(),
      formerTownships: try registry.formerTownships(),
      outline: try registry.outlines().first { $0.kind == .county }?.area)
    let reading = SurveyReader(SurveyOptions(datum: datum, restoresFormulas: false)).read(
      [sheet], known: context)
    guard let record = reading.records.first, !reading.hasErrors else {
      throw Self.refusal(reading.problems)
    }
    return (record, reading.problems.map(Self.withoutRow))
  }

  /// Runs an edit, and says of a value that is refused what was typed, not in which row.
  static func refusing<Value>(_ edit: () throws -> Value) throws -> Value {
    do { return try edit() } catch let failure as ImportFailure { throw refusal(failure.problems) }
  }

  /// Why what was typed is not written.
  static func refusal(_ problems: [ImportProblem]) -> Failure {
    Failure(
      Sentence("edit.refused"), hint: nil, status: .badData,
      problems: problems.map(withoutRow))
  }

  /// A problem of what was typed is in no row.
  static func withoutRow(_ problem: ImportProblem) -> ImportProblem {
    ImportProblem(
      severity: problem.severity, file: problem.file, line: nil, column: problem.column,
      value: problem.value, rule: problem.rule, suggestion: problem.suggestion,
      remedy: problem.remedy)
  }
}
