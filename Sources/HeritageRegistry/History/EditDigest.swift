/// The digest of an edit, which holds the digest of the edit before: nobody can rewrite an old edit without
/// every later digest telling.
///
/// The bytes are those of a list of values, each with its kind, its length and a colon before it, so that no
/// two lists have the same bytes: `t3:明` is a text of three bytes.
package struct EditDigest {
  private var bytes: [UInt8] = []

  /// Begins the digest of an edit.
  ///
  /// - Parameters:
  ///   - edit: The edit; its own digest does not count.
  ///   - previous: The digest of the edit before; empty for the first.
  package init(of edit: Edit, after previous: String) {
    add(.text(previous))
    add(.integer(Int64(edit.number)))
    add(.text(edit.kind.rawValue))
    for text in [edit.note.time, edit.note.who, edit.note.why, edit.note.source] {
      add(text.map(StoredValue.text) ?? .null)
    }
    add(edit.about.map { .integer(Int64($0)) } ?? .null)
  }

  /// Adds a change, in their order.
  package mutating func add(_ change: RowChange) {
    add(.integer(Int64(change.number)))
    add(change.relic.map(StoredValue.integer) ?? .null)
    add(.text(change.table))
    add(change.row)
    add(.text(change.action.rawValue))
    add(change.field.map(StoredValue.text) ?? .null)
    add(change.old)
    add(change.new)
    // A digest of digests: the memory does not grow with the edit.
    if bytes.count > 1 << 16 { bytes = Array(SHA256.hex(of: bytes).utf8) }
  }

  private mutating func add(_ value: StoredValue) {
    switch value {
    case .null: bytes += Array("n0:".utf8)
    case .integer(let number): add("i", Array("\(number)".utf8))
    case .real(let number): add("r", Array(String(number.bitPattern, radix: 16).utf8))
    case .text(let text): add("t", Array(text.utf8))
    case .blob(let blob): add("b", blob)
    }
  }

  private mutating func add(_ kind: String, _ content: [UInt8]) {
    bytes += Array("\(kind)\(content.count):".utf8)
    bytes += content
  }

  /// 64 hexadecimal digits.
  package var text: String { SHA256.hex(of: bytes) }
}
