import ArgumentParser
import Geodesy
import HeritageRegistry
import Words

/// A length on the command line, see `Length(text:)`.
enum LengthArgument {
  /// The positive length that the text says, or nil.
  static func length(_ text: String) -> Length? { Length(text: text) }

  static var hint: Sentence { Sentence("option.writeLength") }

  /// Refuses what is no positive length.
  ///
  /// - Throws: `ValidationError` with the option and the text.
  static func check(_ text: String?, option: String) throws {
    guard let text, length(text) == nil else { return }
    throw ValidationError(
      Sentence("option.length", ["option": option, "text": text, "hint": hint]))
  }
}
