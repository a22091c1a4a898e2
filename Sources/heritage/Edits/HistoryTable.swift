import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// What a register remembers, as answers.
enum HistoryTable {
  /// A row for each edit.
  static func answer(_ edits: [EditSummary]) -> (full: Answer, brief: Answer) {
    let full = Answer(
      columns: [
        Answer.Column("edit", zh: "序号", en: "Edit", isNumber: true),
        Answer.Column("at", zh: "时间(UTC)", en: "Time (UTC)"),
        Answer.Column("kind", zh: "方式", en: "Kind"),
        Answer.Column("who", zh: "修改人", en: "Who"),
        Answer.Column("relics", zh: "文物数", en: "Relics", isNumber: true),
        Answer.Column("changes", zh: "改动数", en: "Changes", isNumber: true),
        Answer.Column("why", zh: "理由", en: "Why"),
        Answer.Column("source", zh: "依据", en: "Source"),
        Answer.Column("about", zh: "针对", en: "About", isNumber: true),
        Answer.Column("adopted_by", zh: "认领于", en: "Adopted by", isNumber: true),
        Answer.Column("digest", zh: "摘要", en: "Digest"),
      ],
      rows: edits.map { summary in
        let edit = summary.edit
        return [
          .integer(edit.number), FieldValue(edit.note.time), FieldValue(edit.kind),
          FieldValue(edit.note.who), .integer(summary.relics), .integer(summary.changes),
          FieldValue(edit.note.why), FieldValue(edit.note.source), FieldValue(edit.about),
          FieldValue(edit.adoptedBy), .text(edit.digest),
        ]
      })
    return (
      full, full.selecting(["edit", "at", "kind", "who", "relics", "changes", "why", "source"])
    )
  }

  /// A row for each change.
  static func answer(_ changes: [Registry.Remembered]) -> (full: Answer, brief: Answer) {
    let full = Answer(
      columns: [
        Answer.Column("edit", zh: "序号", en: "Edit", isNumber: true),
        Answer.Column("at", zh: "时间(UTC)", en: "Time (UTC)"),
        Answer.Column("who", zh: "修改人", en: "Who"),
        Answer.Column("code", zh: "编号", en: "Code"),
        Answer.Column("action", zh: "动作", en: "Action"),
        Answer.Column("label", zh: "内容项", en: "What"),
        Answer.Column("old", zh: "原内容", en: "Old"),
        Answer.Column("new", zh: "新内容", en: "New"),
        Answer.Column("why", zh: "理由", en: "Why"),
        Answer.Column("source", zh: "依据", en: "Source"),
        Answer.Column("kind", zh: "方式", en: "Kind"),
        Answer.Column("table", zh: "表", en: "Table"),
        Answer.Column("row", zh: "行", en: "Row"),
        Answer.Column("field", zh: "字段", en: "Field"),
        Answer.Column("change", zh: "改动号", en: "Change", isNumber: true),
      ], rows: changes.map(row))
    return (full, full.selecting(["edit", "at", "who", "code", "label", "old", "new", "why"]))
  }

  private static func row(_ remembered: Registry.Remembered) -> [FieldValue] {
    let (change, edit) = (remembered.change, remembered.edit)
    let label = HistoryWords.label(of: change)
    return [
      FieldValue(change.edit), FieldValue(edit?.note.time), FieldValue(edit?.note.who),
      FieldValue(change.code), action(change.action), .word(label.en, zh: label.zh, en: label.en),
      change.old.fieldValue, change.new.fieldValue, FieldValue(edit?.note.why),
      FieldValue(edit?.note.source), FieldValue(edit?.kind ?? .outside), .text(change.table),
      change.row.fieldValue, FieldValue(change.field), .integer(change.number),
    ]
  }

  private static func action(_ action: RowChange.Action) -> FieldValue {
    switch action {
    case .insert: .word("insert", zh: "新增", en: "insert")
    case .update: .word("update", zh: "修改", en: "update")
    case .delete: .word("delete", zh: "删除", en: "delete")
    }
  }
}

extension StoredValue {
  /// The value as an answer has it: a position is longitude and latitude, another shape its size.
  var fieldValue: FieldValue {
    switch self {
    case .null: .null
    case .integer(let number): .integer(Int(number))
    case .real(let number): .decimal(number, places: 9)
    case .text(let text): .text(text)
    case .blob: FieldValue(shapeText)
    }
  }
}
