public import Hours

/// Why an edit was not made: one sentence each.
public enum EditError: Error, Hashable, Sendable {
  /// A part of what is said of an edit.
  public enum Part: String, Sendable {
    case who, why, source, document, cause, note, method
  }

  /// What is said of the edit cannot be kept.
  case badNote(Part, reason: Sentence)
  /// Nobody says who makes the edit.
  case nobody
  /// The register keeps no history.
  case noHistory(path: String)
  /// There is no edit of that number.
  case noSuchEdit(Int, newest: Int?)
  /// The edit cannot be taken back.
  case cannotUndo(Int, kind: Edit.Kind)
  /// The edit is not another program's, or somebody has adopted it.
  case notOutside(Int)
  /// There is no draft of that number.
  case noSuchDraft(Int)
  /// The draft has been decided.
  case draftDecided(Int)
  /// Nobody approves a draft of their own.
  case ownDraft(Int, who: String)
  /// A field is not what it was when the draft was written.
  case staleDraft(Int, code: String, field: SiteField, base: String?, now: String?)
  /// The relic is in no state to be changed so.
  case badState(code: String, reason: Sentence)
  /// A code was a relic's before.
  case usedCode(String)
  /// The text is no year, month or day.
  case badDate(String)
  /// The date is before 1900: no document says what became of a relic then.
  case oldDate(String)
  /// The date has not come yet.
  case futureDate(String, today: CivilDate)
  /// The text cannot be the code of a new relic.
  case badCode(String, reason: Sentence)
  /// Nobody says who claims a value.
  case noClaimSource
  /// The register shows no claims here.
  case noClaims(path: String)
  /// A relic changes its state by a document alone.
  case noDocument
  /// A patch has nothing that is new.
  case nothingNew(code: String)
}

extension EditError: Cause {
  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .badNote(let part, let reason):
      Sentence("edit.badNote", ["part": part.label, "reason": reason])
    case .nobody: Sentence("edit.nobody")
    case .noHistory(let path): Sentence("edit.noHistory", ["path": path])
    case .noSuchEdit(let number, let newest?):
      Sentence("edit.noSuchEdit", ["number": number, "newest": newest])
    case .noSuchEdit(let number, nil): Sentence("edit.noEdits", ["number": number])
    case .cannotUndo(let number, let kind):
      Sentence("edit.cannotUndo", ["number": number, "kind": kind.labels])
    case .notOutside(let number): Sentence("edit.notOutside", ["number": number])
    case .noSuchDraft(let number): Sentence("edit.noSuchDraft", ["number": number])
    case .draftDecided(let number): Sentence("edit.draftDecided", ["number": number])
    case .ownDraft(let number, let who):
      Sentence("edit.ownDraft", ["number": number, "who": who])
    case .staleDraft(let number, let code, let field, let base, let now):
      Sentence(
        "edit.staleDraft",
        [
          "number": number, "code": code, "field": field.definition.labels,
          "base": Self.said(base), "now": Self.said(now),
        ])
    case .badState(let code, let reason):
      Sentence("edit.badState", ["code": code, "reason": reason])
    case .usedCode(let code): Sentence("edit.usedCode", ["code": code])
    case .badDate(let text): Sentence("edit.badDate", ["text": text])
    case .oldDate(let text): Sentence("edit.oldDate", ["text": text])
    case .futureDate(let text, let today):
      Sentence("edit.futureDate", ["text": text, "today": today.description])
    case .badCode(let code, let reason):
      Sentence("edit.badCode", ["code": code.debugDescription.prefix(80), "reason": reason])
    case .noClaimSource: Sentence("edit.noClaimSource")
    case .noClaims(let path): Sentence("edit.noClaims", ["path": path])
    case .noDocument: Sentence("edit.noDocument")
    case .nothingNew(let code): Sentence("edit.nothingNew", ["code": code])
    }
  }
}

extension EditError {
  /// A value in a sentence.
  static func said(_ text: String?) -> Sentence.Value {
    text?.sentenceValue ?? Labels(zh: "（空）", en: "(nothing)").sentenceValue
  }
}

extension EditError.Part {
  /// The part as people call it.
  var label: Labels {
    switch self {
    case .who: Labels(zh: "修改人", en: "who")
    case .why: Labels(zh: "理由", en: "why")
    case .source: Labels(zh: "依据", en: "source")
    case .document: Labels(zh: "文件", en: "document")
    case .cause: Labels(zh: "原因", en: "cause")
    case .note: Labels(zh: "备注", en: "note")
    case .method: Labels(zh: "方法", en: "method")
    }
  }
}
