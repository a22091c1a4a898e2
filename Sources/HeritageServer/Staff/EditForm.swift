import Geodesy
import HeritageRegistry
import Words

/// What a form says of a relic, beside what it was opened with and what the register says now.
///
/// The form holds a mark of each field as it was shown. What nobody touched in it says nothing against what a
/// colleague has written meanwhile; only a field that both have changed is contradicted.
struct EditForm {
  /// A field of the form.
  struct Entry {
    let field: SiteField
    /// What the form says.
    let typed: String
    /// What the register says now.
    let now: String
    /// What it said when the form was opened, as a mark; empty where the form does not tell.
    let shown: String

    /// Whether the person at the form has changed it.
    var isMine: Bool { shown.isEmpty ? typed != now : EditForm.mark(of: typed) != shown }
    /// Whether somebody else has changed it since the form was opened.
    var isTheirs: Bool { !shown.isEmpty && EditForm.mark(of: now) != shown }
    /// Whether the register would say something else by it.
    var isChange: Bool { isMine && typed != now }
  }

  /// What the names of fields begin with: those of their texts, and those of their marks.
  static let (text, mark) = ("f.", "s.")

  let entries: [Entry]

  /// Lays a form over a relic; fields that the form does not send stay as they are.
  init(_ form: WebForm, of dossier: Dossier, fields: [SiteField]) {
    let sent = Set(form.texts.map(\.name))
    entries = fields.filter { sent.contains(Self.text + $0.rawValue) }.map { field in
      Entry(
        field: field, typed: form[Self.text + field.rawValue], now: Self.said(field, of: dossier),
        shown: form[Self.mark + field.rawValue])
    }
  }

  /// The fields that are written, with their texts; a position with its datum, which is the one that the form asks
  /// for.
  var pairs: [(key: String, value: String)] {
    let changes = entries.filter(\.isChange)
    let isPlaced = changes.contains { $0.field == .position && !$0.typed.isEmpty }
    return changes.map { ($0.field.rawValue, $0.typed) }
      + (isPlaced ? [(SiteField.declaredSystem.rawValue, Datum.wgs84.code)] : [])
  }

  /// The fields that the form and somebody else have both changed.
  ///
  /// What is said of a position means nothing without it: where somebody has changed a part of it, all of it is
  /// theirs.
  var conflicts: [Entry] {
    let isPlaceTheirs = entries.contains { $0.field.definition.isOfPosition && $0.isTheirs }
    return entries.filter {
      $0.isChange && ($0.isTheirs || isPlaceTheirs && $0.field.definition.isOfPosition)
    }
  }

  /// What the form shows of a field when it is shown again: what was typed, or else what the register says now.
  func text(of field: SiteField) -> String? {
    entries.first { $0.field == field }.map { $0.isMine ? $0.typed : $0.now }
  }

  /// The mark of a field when the form is shown again.
  ///
  /// - Parameter isTold: Whether the form says what somebody else has written: who presses again then means it.
  func mark(of field: SiteField, isTold: Bool) -> String? {
    entries.first { $0.field == field }.map {
      $0.isMine && !isTold && !$0.shown.isEmpty ? $0.shown : Self.mark(of: $0.now)
    }
  }

  /// What the register says in a field, as a form shows it.
  static func said(_ field: SiteField, of dossier: Dossier) -> String {
    (field.definition.text(of: dossier) ?? "").trimmed
  }

  /// What a text is known by: enough to tell that it is another.
  static func mark(of text: String) -> String {
    String(SHA256.hex(of: Array(text.utf8)).prefix(16))
  }
}

extension EditForm.Entry {
  /// What is contradicted, in a sentence.
  func conflict(in language: Language) -> String {
    func value(_ text: String) -> Sentence.Value {
      text.isEmpty ? Labels(zh: "（空）", en: "(nothing)").sentenceValue : .text(text)
    }
    return Sentence(
      "page.staff.conflict",
      [
        "field": field.definition.lineLabels.sentenceValue, "theirs": value(now),
        "mine": value(typed),
      ]
    ).text(in: language)
  }
}
