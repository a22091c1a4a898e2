import Geodesy
import HeritageFormats
import HeritageRegistry
import SurveyTables
import Words

/// What an import has found and would do, or has done, as answers for people and for programs.
struct ImportReport {
  let reading: SurveyReading
  let difference: RegisterDifference
  let isWritten: Bool
  /// Every problem: those of the tables, and those of rows that the register refuses.
  let problems: [ImportProblem]
  /// The codes of the register's relics that no row of the file has, good or bad.
  let missing: [String]

  init(reading: SurveyReading, difference: RegisterDifference, isWritten: Bool) {
    self.reading = reading
    self.difference = difference
    self.isWritten = isWritten
    problems =
      reading.problems + difference.refused.map(\.problem) + difference.conflicts.map(\.problem)
      + Self.problems(difference.remarks)
    // A row that is left out has its relic in the file all the same.
    let named = Set(reading.codes.map { $0.uppercased() })
    missing = difference.missing.filter { !named.contains($0.uppercased()) }
  }

  /// Remarks that say the same of many rows are said once.
  private static func problems(_ remarks: [RegisterDifference.Remark]) -> [ImportProblem] {
    struct Key: Hashable {
      let field: SiteField?
      let value: String?
      let rule: Sentence
    }
    let groups = Dictionary(grouping: remarks.indices) { index in
      let remark = remarks[index]
      return Key(field: remark.field, value: remark.value, rule: remark.rule)
    }
    return groups.values.sorted { $0[0] < $1[0] }.map { group in
      let first = remarks[group[0]].problem
      guard group.count > 1 else { return first }
      return ImportProblem(
        severity: first.severity, file: first.file, sheet: first.sheet, line: first.line,
        column: first.column, value: first.value,
        rule: Sentence("survey.repeated", ["rule": first.rule, "count": group.count - 1]),
        suggestion: first.suggestion, remedy: first.remedy)
    }
  }

  /// How many problems stop the import.
  var errorCount: Int { problems.count { $0.severity == .error } }

  /// The problems, a row each.
  var problemTable: Answer {
    Answer(
      columns: [
        Answer.Column("severity", zh: "程度", en: "Severity"),
        Answer.Column("file", zh: "文件", en: "File"),
        Answer.Column("sheet", zh: "工作表", en: "Sheet"),
        Answer.Column("row", zh: "行", en: "Row", isNumber: true),
        Answer.Column("column", zh: "列", en: "Column"),
        Answer.Column("value", zh: "内容", en: "Value"),
        Answer.Column("rule", zh: "规则", en: "Rule"),
        Answer.Column("suggestion", zh: "建议", en: "Suggestion"),
      ],
      rows: problems.map { problem in
        [
          FieldValue(problem.severity), .text(problem.file), FieldValue(problem.sheet),
          FieldValue(problem.line), FieldValue(problem.column), FieldValue(problem.value),
          .text(problem.saidRule.spoken), FieldValue(problem.advice?.spoken),
        ]
      })
  }

  /// What changes in the register, a row for each new relic and each changed field.
  var changeTable: Answer {
    let new = difference.new.map { newcomer in
      [
        FieldValue.word("new", zh: "新增", en: "new"), .text(newcomer.site.code),
        .text(newcomer.site.nameZH), .null, .null, .null,
      ]
    }
    let changed = difference.changed.flatMap { change in
      change.fields.map { field in
        [
          FieldValue.word("changed", zh: "变更", en: "changed"), .text(change.code),
          .text(change.site.nameZH), .text(field.field.rawValue), FieldValue(field.old),
          FieldValue(field.new),
        ]
      }
    }
    return Answer(
      columns: [
        Answer.Column("change", zh: "变化", en: "Change"),
        Answer.Column("code", zh: "编号", en: "Code"),
        Answer.Column("name_zh", zh: "名称", en: "Name"),
        Answer.Column("field", zh: "字段", en: "Field"),
        Answer.Column("old", zh: "原内容", en: "Old"),
        Answer.Column("new", zh: "新内容", en: "New"),
      ],
      rows: new + changed)
  }

  /// The counts and what a person should know beside them, a line each.
  var summary: [Sentence] {
    let counts: KeyValuePairs<String, any SentenceValue> = [
      "new": difference.new.count, "changed": difference.changed.count,
      "unchanged": difference.unchanged.count,
    ]
    var lines = [
      isWritten ? Sentence("import.counts", counts) : Sentence("import.wouldCount", counts)
    ]
    // What was said of an old point or an old level has gone with it, and is no empty cell.
    let emptied = difference.changed.filter { $0.fields.contains(where: \.isEmptied) }
    if !emptied.isEmpty {
      let fields = emptied.reduce(0) { $0 + $1.fields.count(where: \.isEmptied) }
      let parts: KeyValuePairs<String, any SentenceValue> = [
        "fields": Sentence("import.fields", ["count": fields]),
        "relics": Sentence("import.relics", ["count": emptied.count]),
      ]
      lines.append(
        isWritten ? Sentence("import.emptied", parts) : Sentence("import.wouldEmpty", parts))
    }
    if !difference.withheld.isEmpty {
      let count = difference.withheld.count
      lines.append(
        isWritten
          ? Sentence("import.withheld", ["count": count])
          : Sentence("import.wouldWithhold", ["count": count]))
    }
    let left = difference.leavingStandIns.count
    if left > 0 {
      lines.append(
        isWritten
          ? Sentence("import.left", ["count": left])
          : Sentence("import.wouldLeave", ["count": left]))
    }
    if !missing.isEmpty {
      let some: Sentence.Value = .list(missing.prefix(3).map(\.sentenceValue), .comma)
      let codes =
        missing.count > 3
        ? Sentence("import.andOthers", ["codes": some]) : Sentence("quoted", ["text": some])
      let values: KeyValuePairs<String, any SentenceValue> = [
        "count": missing.count, "codes": codes,
      ]
      lines.append(
        isWritten ? Sentence("import.missing", values) : Sentence("import.wouldMiss", values))
    }
    if !difference.skipped.isEmpty {
      lines.append(Sentence("import.standInRows", ["number": difference.skipped.count]))
    }
    for sheet in reading.sheets where sheet.omission == .hidden {
      lines.append(Sentence("import.hiddenSheet", ["name": sheet.name ?? sheet.file]))
    }
    return lines + difference.likelyDuplicates.map(Self.sentence)
  }

  private static func sentence(_ duplicate: RegisterDifference.LikelyDuplicate) -> Sentence {
    let place =
      duplicate.distance.map { Sentence("import.apart", ["metres": Int($0.metres.rounded())]) }
      ?? Sentence("import.sameTownship")
    return Sentence(
      "import.likelyDuplicate",
      [
        "code": duplicate.code, "name": duplicate.name, "presentCode": duplicate.presentCode,
        "presentName": duplicate.presentName, "place": place,
      ])
  }
}

extension RegisterDifference.FieldChange {
  /// Whether the file has the field's column with nothing in it.
  fileprivate var isEmptied: Bool { isGiven && new == nil }
}

extension FieldValue {
  /// How bad a problem is: its code for programs, the word for people.
  fileprivate init(_ severity: ImportProblem.Severity) {
    self = .word(
      severity.rawValue, zh: severity.word.text(in: .zh), en: severity.word.text(in: .en))
  }
}
