/// A field of a relic: what it is called, what it means, where it is kept, how it is read and set.
public struct Field: Sendable {
  /// What values it has.
  public enum Form: Sendable {
    /// A text on one line.
    case text
    /// A text of any length.
    case longText
    /// A whole number of a range.
    case whole(ClosedRange<Int>)
    /// A number with so many decimals.
    case number(places: Int)
    /// A word of a fixed list.
    case word(WordSet)
    /// Several texts.
    case list
    /// Longitude and latitude.
    case position
    /// Several groups of named values.
    case objects
  }

  /// From when on the public does not see it.
  public enum Concealment: Sendable {
    /// The public always sees it.
    case never
    /// The public does not see it of a relic that is withheld.
    case whenWithheld
    /// The public does not see it of a relic whose position is generalised or withheld.
    case unlessOpen
  }

  /// The column of a register in which it is kept.
  package enum Column: Hashable, Sendable {
    /// A column of `site`.
    case site(String)
    /// A column of `site` with what the public sees, and of `exact_position` with what staff see.
    case exact(String)
    /// The name of the township that `site` refers to.
    case township
  }

  /// The key under which every export writes it.
  public let key: SiteField
  /// What people read above a column.
  public let labels: Labels
  /// What people read before a line of its own.
  public let lineLabels: Labels
  /// What it means, for the reader of a file.
  public let meaning: Labels
  /// The unit of its numbers, or the form of its text; empty where it has none.
  public let unit: String
  /// An example; empty where the meaning says enough.
  public let example: String
  /// What values it has.
  public let form: Form
  /// Other names that tables have for it, besides the key and the labels.
  public let headers: [String]
  /// From when on the public does not see it.
  public let concealment: Concealment
  /// Whether tables answer it with a yes or no too.
  public let takesFlags: Bool
  /// Where a register keeps it; nil for what stands in tables of its own.
  package let column: Column?
  /// Whether a register holds a value for every relic.
  package let isRequired: Bool
  /// How a site holds it; nil for a position, and for what is no part of the site itself.
  package let slot: Slot?
  private let read: @Sendable (Dossier) -> FieldValue

  /// The value of a relic, as every export writes it.
  public func value(of dossier: Dossier) -> FieldValue { read(dossier) }

  /// The text of a value in a cell of an export; nil where the cell says nothing: where it is empty, or
  /// says of what there is not that its method is `none`.
  public func text(of dossier: Dossier) -> String? {
    let value = read(dossier)
    let text = value.plainText
    return text.isEmpty || value == WordSet.Word.none.value ? nil : text
  }

  /// Whether its values are numbers.
  public var isNumber: Bool {
    switch form {
    case .whole, .number: true
    default: false
    }
  }

  /// The words that it can be; none where it is free.
  public var words: [WordSet.Word] {
    if case .word(let set) = form { set.words } else { [] }
  }

  /// Whether somebody wrote its text, which may then say anything.
  package var isFreeText: Bool {
    switch form {
    case .text, .longText, .list, .objects: true
    default: false
    }
  }

  /// Whether a disclosure hides it from the public.
  package func isConcealed(by disclosure: Disclosure) -> Bool {
    switch concealment {
    case .never: false
    case .whenWithheld: disclosure == .withheld
    case .unlessOpen: disclosure != .open
    }
  }

  /// Whether it says something of a position, and is nothing without one.
  package var isOfPosition: Bool {
    switch key {
    case .position, .accuracy, .method, .positionSource, .verbatim, .declaredSystem: true
    default: false
    }
  }

  /// Whether no rule of the register looks into it: it is kept and handed on.
  package let isPlain: Bool

  /// Defines a field that a site holds.
  init(
    _ key: SiteField, _ form: Form, _ labels: Labels, line: Labels? = nil, _ meaning: Labels,
    unit: String = "", example: String = "", headers: [String] = [],
    concealment: Concealment = .never,
    takesFlags: Bool = false, column: Column? = nil, isRequired: Bool = false,
    isPlain: Bool = false, _ slot: Slot, value: (@Sendable (Dossier) -> FieldValue)? = nil
  ) {
    self.init(
      key, form, labels, line: line, meaning, unit: unit, example: example, headers: headers,
      concealment: concealment, takesFlags: takesFlags, column: column ?? .site(key.rawValue),
      isRequired: isRequired, isPlain: isPlain, slot: slot,
      value: value ?? { [form] in slot.value(of: $0.site, as: form) })
  }

  /// Defines a field that belongs to a relic.
  init(
    _ key: SiteField, _ form: Form, _ labels: Labels, line: Labels? = nil, _ meaning: Labels,
    unit: String = "", example: String = "", headers: [String] = [],
    concealment: Concealment = .never,
    takesFlags: Bool = false, column: Column? = nil, isRequired: Bool = false,
    isPlain: Bool = false, slot: Slot? = nil, value: @escaping @Sendable (Dossier) -> FieldValue
  ) {
    self.key = key
    self.form = form
    self.labels = labels
    lineLabels = line ?? labels
    self.meaning = meaning
    self.unit = unit
    self.example = example
    self.headers = headers
    self.concealment = concealment
    self.takesFlags = takesFlags
    self.column = column
    self.isRequired = isRequired
    self.isPlain = isPlain
    self.slot = slot
    read = value
  }
}

extension Field {
  /// Every field, in the order of an export.
  public static let all: [Field] = SiteField.allCases.map(\.definition)

  /// The fields that a row of `site` holds, in the order in which a register reads and writes them.
  package static let stored: [Field] = all.filter { $0.column != nil }

  /// The fields that no rule looks into.
  package static let plain: [Field] = all.filter(\.isPlain)
}
