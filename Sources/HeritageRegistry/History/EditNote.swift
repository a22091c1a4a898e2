import Tables

/// What is said of a change while it is made: who makes it, why, and from which source.
///
/// ```swift
/// let note = EditNote(who: "王芳", why: "碑记", source: "重修碑记, 1784")
/// try registrar.edit(record, note: note)
/// ```
public struct EditNote: Hashable, Sendable {
  /// Who makes it; nil where nobody said.
  public let who: String?
  /// Why; nil where nobody said.
  public let why: String?
  /// What it rests on; nil where nobody said.
  public let source: String?
  /// When: ISO 8601, UTC, to the second; nil for the moment in which it is written.
  public let time: String?

  /// Makes a note.
  public init(who: String?, why: String? = nil, source: String? = nil, at time: String? = nil) {
    // A name is the same name with a blank behind it.
    self.who = who?.trimmingWhitespace
    self.why = why?.trimmingWhitespace
    self.source = source?.trimmingWhitespace
    self.time = time
  }

  /// The longest text that a note takes, in characters.
  static let longest = 1000

  /// Refuses what nobody could read again: an empty text, one that is too long, control characters.
  ///
  /// - Throws: ``EditError/badNote(_:reason:)``.
  func check() throws(EditError) {
    for (part, text) in [(EditError.Part.who, who), (.why, why), (.source, source)] {
      guard let text else { continue }
      if let reason = Self.fault(of: text) { throw .badNote(part, reason: reason) }
    }
  }

  /// What nobody could read again in a text; nil where it can be kept.
  static func fault(of text: String) -> Sentence? {
    if text.allSatisfy(\.isWhitespace) { return Sentence("edit.empty") }
    if text.count > longest { return Sentence("edit.tooLong", ["limit": longest]) }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return Sentence("edit.control")
    }
    return nil
  }
}
