import HeritageRegistry
import Words

/// A property of the features of a collection: what it is called, and what its values are.
struct FeatureProperty: Sendable {
  /// What its values are.
  enum Kind: Sendable, Equatable {
    case text, integer, number, flag
    /// A day.
    case date
    /// A point in time.
    case timestamp
    /// Several values, or values of several parts, which no comparison takes.
    case compound
  }

  let name: String
  let kind: Kind
  let title: Labels
  let meaning: Labels
  let unit: String
  let words: [WordSet.Word]

  init(
    _ name: String, _ kind: Kind, zh: String, en: String, meaning: Labels = Labels(zh: "", en: ""),
    unit: String = "", words: [WordSet.Word] = []
  ) {
    self.name = name
    self.kind = kind
    title = Labels(zh: zh, en: en)
    self.meaning = meaning
    self.unit = unit
    self.words = words
  }

  /// The property that a field of the register is; nil for the position, which is the geometry.
  init?(_ field: Field) {
    let kind: Kind
    switch field.form {
    case .text, .longText, .word: kind = .text
    case .whole: kind = .integer
    case .number: kind = .number
    case .list, .objects: kind = .compound
    case .position: return nil
    }
    self.init(
      field.key.rawValue, kind, zh: field.labels.zh, en: field.labels.en, meaning: field.meaning,
      unit: field.unit, words: field.words)
  }

  /// Whether a filter can compare it.
  var isQueryable: Bool { kind != .compound }

  /// The property in a JSON Schema.
  func schema(in language: Language) -> FieldValue {
    var members: [FieldValue.Member] = [.init("title", .text(title[language]))]
    let meaning = meaning[language]
    if !meaning.isEmpty { members.append(.init("description", .text(meaning))) }
    switch kind {
    case .text: members.append(.init("type", .text("string")))
    case .integer: members.append(.init("type", .text("integer")))
    case .number: members.append(.init("type", .text("number")))
    case .flag: members.append(.init("type", .text("boolean")))
    case .date:
      members.append(.init("type", .text("string")))
      members.append(.init("format", .text("date")))
    case .timestamp:
      members.append(.init("type", .text("string")))
      members.append(.init("format", .text("date-time")))
    case .compound: members.append(.init("type", .text("array")))
    }
    if !words.isEmpty {
      members.append(.init("enum", .list(words.map { .text($0.value.plainText) })))
    }
    if !unit.isEmpty, kind == .number || kind == .integer {
      members.append(.init("x-ogc-unit", .text(unit)))
    }
    return .object(members)
  }
}
