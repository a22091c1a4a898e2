import Tables

/// The value of one field of an answer, before any format is chosen.
public enum FieldValue: Hashable, Sendable {
  /// Nothing is known.
  case null
  /// Text.
  case text(String)
  /// A word of a fixed list: its code in data, its label for people.
  case word(String, zh: String, en: String)
  /// A whole number.
  case integer(Int)
  /// A number with at most so many decimals.
  case decimal(Double, places: Int)
  /// A yes or no.
  case flag(Bool)
  /// Several values.
  case list([FieldValue])
  /// Named values, in order.
  case object([Member])

  /// One named value of an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let key: String
    /// The value.
    public let value: FieldValue

    /// Makes a member.
    public init(_ key: String, _ value: FieldValue) {
      self.key = key
      self.value = value
    }
  }

  /// Text, or null.
  public init(_ text: String?) { self = text.map(FieldValue.text) ?? .null }

  /// A word of a fixed list, or null.
  public init(_ word: (some Vocabulary)?) {
    self =
      word.map { .word($0.rawValue, zh: $0.label(in: .zh), en: $0.label(in: .en)) } ?? .null
  }

  /// A whole number, or null.
  public init(_ number: Int?) { self = number.map(FieldValue.integer) ?? .null }

  /// Several values, or null where there is none.
  static func some(_ values: [FieldValue]) -> FieldValue {
    values.isEmpty ? .null : .list(values)
  }

  /// Several texts, or null where there is none.
  static func texts(_ texts: [String]) -> FieldValue { .some(texts.map(FieldValue.text)) }

  /// A number with at most so many decimals, or null.
  public init(_ number: Double?, places: Int) {
    self = number.map { .decimal($0, places: places) } ?? .null
  }

  /// The value as text in a cell; several are kept apart by `;`, nothing is empty.
  ///
  /// Several of which one contains `;` or begins with `[` are a JSON array, and so are objects.
  public var plainText: String {
    switch self {
    case .null: ""
    case .text(let text), .word(let text, _, _): text
    case .integer(let number): String(number)
    case .decimal(let number, let places): DecimalText.string(number, places: places)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values):
      values.contains(where: \.needsArray)
        ? JSONText.compact(self) : values.map(\.plainText).joined(separator: ";")
    case .object: JSONText.compact(self)
    }
  }

  /// Whether a list that holds this value cannot be kept apart by `;`.
  private var needsArray: Bool {
    switch self {
    case .list, .object: true
    default:
      plainText.utf8.contains(UInt8(ascii: ";")) || plainText.utf8.first == UInt8(ascii: "[")
    }
  }

  /// Whether the value is text that somebody wrote, and not a number or a word of a fixed list.
  package var isFreeText: Bool {
    switch self {
    case .text, .list, .object: true
    default: false
    }
  }

  /// Every text in the value that somebody wrote.
  var writtenTexts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.writtenTexts)
    case .object(let members): members.flatMap(\.value.writtenTexts)
    default: []
    }
  }

  /// The value as people read it: words as labels, numbers to the metre or degree.
  public func displayText(in language: Language) -> String {
    switch self {
    case .word(_, let zh, let en): language == .zh ? zh : en
    case .decimal(let number, let places):
      // Metres and degrees of a bearing are read whole, coordinates and what is small are not.
      DecimalText.string(number, places: places > 3 || number.magnitude < 1 ? places : 0)
    case .list(let values): values.map { $0.displayText(in: language) }.joined(separator: "; ")
    default: plainText
    }
  }
}
