import Geodesy
import HeritageFormats
import HeritageRegistry
import SurveyTables

/// What an import has found and would do, or has done, as answers for people and for programs.
struct ImportReport {
  let reading: SurveyReading
  let difference: RegisterDifference
  let isWritten: Bool
  /// Every problem: those of the tables, and those of rows that the register refuses.
  let problems: [ImportProblem]

  init(reading: SurveyReading, difference: RegisterDifference, isWritten: Bool) {
    self.reading = reading
    self.difference = difference
    self.isWritten = isWritten
    problems = reading.problems + difference.refused.map(\.problem)
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
          .text(problem.severity.rawValue), .text(problem.file), FieldValue(problem.sheet),
          FieldValue(problem.line), FieldValue(problem.column), FieldValue(problem.value),
          .text(problem.rule), FieldValue(problem.suggestion),
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

  /// The whole as one object.
  var json: FieldValue {
    .object([
      .init("written", .flag(isWritten)),
      .init("errors", .integer(errorCount)),
      .init("problems", .list(problemTable.objects)),
      .init(
        "new",
        .list(
          difference.new.map { newcomer in
            .object([
              .init("code", .text(newcomer.site.code)),
              .init("name_zh", .text(newcomer.site.nameZH)),
              .init("file", .text(newcomer.place.file)), .init("row", .integer(newcomer.place.row)),
            ])
          })),
      .init("changed", .list(difference.changed.map(Self.object))),
      .init("unchanged", .list(difference.unchanged.map(FieldValue.text))),
      .init("missing", .list(difference.missing.map(FieldValue.text))),
      .init("skipped_stand_ins", .list(difference.skipped.map { .text($0.code) })),
      .init("leaving_stand_ins", .list(difference.leavingStandIns.map(FieldValue.text))),
      .init("likely_duplicates", .list(difference.likelyDuplicates.map(Self.object))),
      .init("sheets", .list(reading.sheets.map(Self.object))),
    ])
  }

  /// The counts and what a person should know beside them, a line each.
  var summary: [String] {
    let (verb, stay) = isWritten ? ("", "stay") : ("would be ", "would stay")
    var lines = [
      "\(difference.new.count) \(verb)new, \(difference.changed.count) \(verb)changed, "
        + "\(difference.unchanged.count) unchanged"
    ]
    let emptied = difference.changed.filter { $0.fields.contains { $0.new == nil } }
    if !emptied.isEmpty {
      let fields = emptied.reduce(0) { $0 + $1.fields.count { $0.new == nil } }
      lines.append(
        "\(fields) \(fields == 1 ? "field" : "fields") of \(emptied.count) "
          + "\(emptied.count == 1 ? "relic" : "relics") \(isWritten ? "were" : "would be") "
          + "emptied: the file has their columns with nothing in them")
    }
    let left = difference.leavingStandIns.count
    if left > 0 {
      lines.append(
        "\(left) \(left == 1 ? "stand-in" : "stand-ins") \(isWritten ? "left" : "would leave") as "
          + "relics \(isWritten ? "came" : "come")")
    }
    let missing = difference.missing
    if !missing.isEmpty {
      let some = missing.prefix(3).joined(separator: ", ") + (missing.count > 3 ? " …" : "")
      lines.append(
        "\(missing.count) of the register's relics \(missing.count == 1 ? "is" : "are") not in the "
          + "file and \(stay): \(some)")
    }
    if !difference.skipped.isEmpty {
      lines.append("\(difference.skipped.count) rows of stand-ins were passed over")
    }
    for sheet in reading.sheets where sheet.omission == .hidden {
      lines.append(
        "the hidden sheet \(sheet.name ?? sheet.file) was not read (--sheet names it)")
    }
    return lines + difference.likelyDuplicates.map(Self.sentence)
  }

  private static func sentence(_ duplicate: RegisterDifference.LikelyDuplicate) -> String {
    let place =
      duplicate.distance.map { "\(Int($0.metres.rounded())) m apart" } ?? "in the same township"
    return
      "\(duplicate.code) \(duplicate.name) is likely \(duplicate.presentCode) "
      + "\(duplicate.presentName) (\(place)): it is kept as a relic of its own"
  }

  private static func object(_ change: RegisterDifference.Change) -> FieldValue {
    .object([
      .init("code", .text(change.code)), .init("name_zh", .text(change.site.nameZH)),
      .init("file", .text(change.place.file)), .init("row", .integer(change.place.row)),
      .init(
        "fields",
        .list(
          change.fields.map { field in
            .object([
              .init("field", .text(field.field.rawValue)), .init("old", FieldValue(field.old)),
              .init("new", FieldValue(field.new)),
            ])
          })),
    ])
  }

  private static func object(_ duplicate: RegisterDifference.LikelyDuplicate) -> FieldValue {
    .object([
      .init("code", .text(duplicate.code)), .init("name_zh", .text(duplicate.name)),
      .init("present_code", .text(duplicate.presentCode)),
      .init("present_name_zh", .text(duplicate.presentName)),
      .init("distance_m", FieldValue(duplicate.distance?.metres, places: 1)),
      .init("same_name", .flag(duplicate.hasSameName)),
    ])
  }

  private static func object(_ sheet: SurveyReading.SheetReading) -> FieldValue {
    .object([
      .init("file", .text(sheet.file)), .init("sheet", FieldValue(sheet.name)),
      .init("omission", FieldValue(sheet.omission?.rawValue)),
      .init("rows", .integer(sheet.rowCount)),
      .init(
        "columns",
        .list(
          (sheet.columns?.columns ?? []).map { column in
            .object([
              .init("column", .text(column.letter)), .init("header", .text(column.header)),
              .init("field", FieldValue(column.role?.key)),
            ])
          })),
      .init(
        "passed_over",
        .list(
          sheet.passedOver.map { row in
            .object([
              .init("row", .integer(row.row)), .init("reason", .text(row.reason.rawValue)),
              .init("text", .text(row.text)),
            ])
          })),
    ])
  }
}
