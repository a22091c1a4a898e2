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
  private static let belongingKeys = ["groups", "readings"]

  /// Pairs of which the one half says nothing without the other.
  private static let halves = [("lon", "lat"), ("x", "y")]

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
    TypedRecord(pairs: pairs.filter { !Self.belongingKeys.contains($0.key) })
  }

  /// What belongs to a relic and stands in no table of relics.
  ///
  /// - Throws: `ValidationError` for a reading without a colon.
  func belongings() throws -> GivenBelongings {
    GivenBelongings(groups: groups, readings: try readings())
  }

  /// The keys of groups; nil where nothing is said of them.
  private var groups: [String]? {
    self["groups"].map { $0.split(separator: ";").map { String($0).trimmingWhitespace } }
  }

  /// The readings of names, `洞庭:dòng tíng;…`; nil where nothing is said of them.
  ///
  /// - Throws: `ValidationError` for a reading without a colon.
  private func readings() throws -> [(name: String, pinyin: String)]? {
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
    try check()
    let (record, problems) = try Self.refusing {
      try TypedFields(pairs).record(code: code, name: name, datum: datum, in: registry)
    }
    return (record, problems.map(Self.withoutRow))
  }

  /// Refuses fields that are not known or not changed so, before a value is read.
  ///
  /// - Throws: ``Failure``.
  private func check() throws {
    let known = Set(ColumnRole.keys)
    for (key, _) in pairs where !known.contains(key) {
      let near = ColumnRole.keys(like: key, and: Self.belongingKeys)
      throw Failure(
        Sentence("edit.noSuchField", ["key": String(key.prefix(40))]),
        hint: near.isEmpty
          ? Sentence(
            "edit.knownFields",
            ["keys": (ColumnRole.keys + Self.belongingKeys).joined(separator: ", ")])
          : Sentence("advice.didYouMean", ["nearest": near]),
        status: .usage)
    }
    if self["code"] != nil {
      throw Failure(
        Sentence("edit.codeStays"), hint: Sentence("advice.codeStays"), status: .usage)
    }
    for (first, second) in Self.halves where (self[first] == nil) != (self[second] == nil) {
      let (given, missing) = self[first] == nil ? (second, first) : (first, second)
      throw Failure(
        Sentence("edit.half", ["given": given, "missing": missing]),
        hint: Sentence("advice.bothHalves", ["first": first, "second": second]), status: .usage)
    }
    let ways = ["lon", "position", "x"].filter { self[$0] != nil }
    if ways.count > 1 {
      throw Failure(
        Sentence("edit.positionTwice", ["keys": ways.map { $0 + "=" }]),
        hint: Sentence("advice.onePosition"), status: .usage)
    }
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

  /// A problem of what was typed is in no row and no column: it is that of `field=value`.
  static func withoutRow(_ problem: ImportProblem) -> ImportProblem {
    let field = problem.column.map { " \($0)" } ?? ""
    return ImportProblem(
      severity: problem.severity, file: problem.file + field, line: nil, column: nil,
      value: problem.value, rule: typed(problem.rule),
      suggestion: problem.remedy.flatMap(advice) ?? problem.suggestion.map(typed),
      remedy: problem.remedy.flatMap { advice($0) == nil ? $0 : nil })
  }

  /// What is said of columns and files, said of what was typed.
  private static func typed(_ sentence: Sentence) -> Sentence {
    switch sentence.key {
    case "survey.giveYears", "survey.giveYearsIfKnown": Sentence("edit.giveYears")
    case "record.sayDisclosure": Sentence("edit.sayDisclosure")
    case "record.giveIfItHolds": Sentence("edit.giveIfItHolds")
    case "record.levelWithoutAnnouncement":
      Sentence(
        "edit.levelWithoutAnnouncement",
        ["before": value("before", of: sentence), "after": value("after", of: sentence)])
    case "record.levelKeepsFormer":
      Sentence(
        "edit.levelKeepsFormer",
        ["before": value("before", of: sentence), "after": value("after", of: sentence)])
    default: sentence
    }
  }

  private static func value(_ name: String, of sentence: Sentence) -> Sentence.Value {
    sentence.values[name] ?? .text("")
  }

  /// What to do about what was typed, where the advice on a file is another; nil where it is the same.
  private static func advice(_ remedy: Remedy) -> Sentence? {
    switch remedy {
    case .declareDatum, .declareOneDatum: Sentence("advice.declareDatumOption")
    case .nameBoth(let first, let second):
      Sentence("advice.bothHalves", ["first": first, "second": second])
    case .choosePosition: Sentence("advice.onePosition")
    default: nil
    }
  }
}
