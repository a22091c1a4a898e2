package import Words

/// Reads JSON from UTF-8 bytes value by value, without making a tree of it (RFC 8259).
///
/// Numbers keep the digits that the file has; a value that nobody wants is passed over or copied as
/// compact text.
package struct JSONScanner {
  package let bytes: [UInt8]
  package var index = 0
  var depth = 0

  /// How deep lists and objects may stand in each other.
  static let deepest = 64

  /// Starts before the first value.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line that has been reached, from 1.
  package var line: Int { TextLines.number(at: index, in: bytes) }

  /// The next byte that is no white space, not yet read; nil at the end.
  package mutating func peek() -> UInt8? {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  /// Reads the members of an object: `body` reads the value of each name.
  package mutating func object(_ body: (inout JSONScanner, String) throws -> Void) throws {
    try enter("{")
    if try leaves("}", isFirst: true) { return }
    repeat {
      let name = try string()
      try take(":")
      try body(&self, name)
    } while try !leaves("}", isFirst: false)
  }

  /// Reads the elements of a list.
  package mutating func list(_ body: (inout JSONScanner) throws -> Void) throws {
    try enter("[")
    if try leaves("]", isFirst: true) { return }
    repeat { try body(&self) } while try !leaves("]", isFirst: false)
  }

  /// Passes over a value.
  package mutating func skip() throws {
    var nothing: [UInt8]?
    try copy(into: &nothing)
  }

  /// A value as text without white space.
  package mutating func compact() throws -> String {
    var copy: [UInt8]? = []
    try self.copy(into: &copy)
    return String(decoding: copy ?? [], as: UTF8.self)
  }

  /// Makes sure that nothing follows.
  package mutating func finish() throws {
    if peek() != nil { throw JSONFault.trailing }
  }
}

/// Why a text is no JSON.
package enum JSONFault: Cause {
  case cut
  case unexpected(Unicode.Scalar)
  case number
  case escape
  case control
  case deep
  case trailing

  package var sentence: Sentence {
    switch self {
    case .cut: Sentence("table.jsonCut")
    case .unexpected(let scalar): Sentence("table.jsonUnexpected", ["scalar": String(scalar)])
    case .number: Sentence("table.jsonNumber")
    case .escape: Sentence("table.jsonEscape")
    case .control: Sentence("table.jsonControl")
    case .deep: Sentence("table.jsonDeep", ["deepest": JSONScanner.deepest])
    case .trailing: Sentence("table.jsonTrailing")
    }
  }
}
