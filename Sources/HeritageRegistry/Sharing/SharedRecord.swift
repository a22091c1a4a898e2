import Foundation

/// A value that travels: a text, or the rows of a table.
///
/// Numbers are the shortest text that reads as the same,
/// shapes are EWKB in digits. Values are equal where their bytes are: a name in another normal form is
/// another text for every store.
package enum SharedValue: Hashable, Sendable {
  /// A value of a column; nil for none.
  case plain(String?)
  /// Rows of a table, in their order.
  case rows([[String?]])

  /// Nothing.
  package static let empty = SharedValue.plain(nil)

  /// Whether it says nothing.
  package var isEmpty: Bool {
    switch self {
    case .plain(let text): text == nil
    case .rows(let rows): rows.isEmpty
    }
  }

  /// The text as a person reads it: rows one after another.
  package var text: String? {
    switch self {
    case .plain(let text): text
    case .rows(let rows):
      rows.isEmpty
        ? nil : rows.map { $0.compactMap(\.self).joined(separator: " ") }.joined(separator: "; ")
    }
  }
}

extension SharedValue {
  package static func == (one: SharedValue, other: SharedValue) -> Bool {
    switch (one, other) {
    case (.plain(let one), .plain(let other)): isSame(one, other)
    case (.rows(let one), .rows(let other)):
      one.elementsEqual(other) { $0.elementsEqual($1, by: isSame) }
    default: false
    }
  }

  private static func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.utf8.elementsEqual(other.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    // Texts of the same bytes are equal as Swift sees them too.
    switch self {
    case .plain(let text): hasher.combine(text)
    case .rows(let rows): hasher.combine(rows)
    }
  }
}

extension SharedValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .empty
    } else if let text = try? container.decode(String.self) {
      self = .plain(text)
    } else {
      self = .rows(try container.decode([[String?]].self))
    }
  }

  /// The value as it is written.
  fileprivate var written: FieldValue {
    func cell(_ text: String?) -> FieldValue { text.map(FieldValue.text) ?? .null }
    return switch self {
    case .plain(let text): cell(text)
    case .rows(let rows): .list(rows.map { .list($0.map(cell)) })
    }
  }
}

/// What is shared as one: a relic with all that belongs to it, or what a county lists beside its relics.
package struct SharedRecord: Hashable, Sendable {
  /// The fields: `site.name_zh`, `designation`.
  package var fields: [String: SharedValue]

  package init(fields: [String: SharedValue] = [:]) { self.fields = fields }

  /// The code of a relic.
  package var code: String { self["site.code"].text ?? "" }
  /// Its name, for messages.
  package var name: String { self["site.name_zh"].text ?? self["registry.name_zh"].text ?? "" }

  /// A field; nothing where there is none.
  package subscript(field: String) -> SharedValue { fields[field] ?? .empty }

  /// The fields in which it is not as another, with the values that it has.
  package func changes(since other: SharedRecord) -> [String: SharedValue] {
    var changes: [String: SharedValue] = [:]
    for field in Set(fields.keys).union(other.fields.keys) {
      let (new, old) = (self[field], other[field])
      if new != old, !(new.isEmpty && old.isEmpty) { changes[field] = new }
    }
    return changes
  }

  /// The fields as JSON, the same for the same record.
  package var json: String {
    JSONText.compact(
      .object(
        fields.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
          .map { FieldValue.Member($0.key, $0.value.written) }))
  }

  /// A record that ``json`` wrote.
  package init(json: String) throws {
    fields = try JSONDecoder().decode([String: SharedValue].self, from: Data(json.utf8))
  }
}
