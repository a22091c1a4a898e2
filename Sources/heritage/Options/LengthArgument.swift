import Geodesy
import HeritageRegistry
import Words

/// A length on the command line, see `Length(text:)`.
enum LengthArgument {
  /// The positive length that the text says, or nil.
  static func length(_ text: String) -> Length? { Length(text: text) }

  static var hint: Sentence { Sentence("option.writeLength") }
}
