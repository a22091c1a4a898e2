import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// What an edit of one relic did, for a person.
struct ChangeReport {
  let difference: RegisterDifference
  let options: ChangeOptions

  init(difference: RegisterDifference, options: ChangeOptions) {
    (self.difference, self.options, outcome) = (difference, options, nil)
  }

  /// What an edit did that may be more than fields.
  init(outcome: EditOutcome, options: ChangeOptions) {
    (self.outcome, self.options) = (outcome, options)
    difference = outcome.difference ?? RegisterDifference()
  }

  private let outcome: EditOutcome?

  /// Says what was or would be changed, and in which edit, once it is told what belongs to the relic.
  func end() throws {
    if difference.isEmpty, outcome?.changes.isEmpty == false {
      sayRemarks()
    } else {
      sayFields()
    }
    if options.dryRun { return options.note(Sentence("edit.dryRun")) }
    if let number = outcome?.edit { options.note(Sentence("edit.made", ["number": number])) }
  }

  /// Says what was changed, and in which edit.
  func say(as message: (Int) -> Sentence) throws {
    sayFields()
    if !difference.isEmpty { try Self.sayNumber(of: options, as: message) }
  }

  /// Says what would be changed.
  func sayRehearsed() {
    sayFields()
    options.note(Sentence("edit.dryRun"))
  }

  private func sayRemarks() {
    for remark in difference.remarks {
      options.note(TypedRecord.withoutRow(remark.problem).sentence)
    }
    for duplicate in difference.likelyDuplicates {
      options.note(
        Sentence(
          "edit.likelyDuplicate",
          [
            "code": duplicate.code, "name": duplicate.name, "other": duplicate.presentCode,
            "otherName": duplicate.presentName,
          ]))
    }
  }

  private func sayFields() {
    sayRemarks()
    for change in difference.changed {
      for field in change.fields { options.note(Self.sentence(field, of: change.code)) }
    }
    for newcomer in difference.new {
      options.note(
        Sentence("edit.added", ["code": newcomer.site.code, "name": newcomer.site.nameZH]))
    }
    for code in difference.leavingStandIns {
      options.note(Sentence("edit.standInLeft", ["code": code]))
    }
    if difference.isEmpty { options.note(Sentence("edit.nothing")) }
  }

  /// Says which edit was made.
  static func sayNumber(of options: ChangeOptions, as message: (Int) -> Sentence) throws {
    let registry = try Registry(opening: options.register.path, audience: .staff)
    if let newest = try registry.edits(limit: 1).first {
      options.note(message(newest.edit.number))
    }
  }

  /// What becomes of a field.
  static func sentence(_ field: RegisterDifference.FieldChange, of code: String) -> Sentence {
    let nothing = Labels(zh: "（空）", en: "(nothing)").sentenceValue
    return Sentence(
      "edit.changed",
      [
        "code": code, "field": field.field.definition.labels,
        "old": field.old?.sentenceValue ?? nothing, "new": field.new?.sentenceValue ?? nothing,
      ])
  }
}
