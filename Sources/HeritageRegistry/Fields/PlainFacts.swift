/// The facts of a relic that no rule looks into, by their fields.
struct PlainFacts: Hashable, Sendable {
  /// A fact; a word of a fixed list is its code.
  private enum Fact: Hashable, Sendable {
    case text(String)
    case whole(Int)
    case number(Double)
  }

  /// Each field once; a relic has few of them, and most relics of a large register none.
  private var facts: [(field: SiteField, fact: Fact)] = []

  private subscript(fact field: SiteField) -> Fact? {
    get {
      for entry in facts where entry.field == field { return entry.fact }
      return nil
    }
    set {
      let place = facts.firstIndex { $0.field == field }
      switch (place, newValue) {
      case (let place?, let fact?): facts[place].fact = fact
      case (let place?, nil): facts.remove(at: place)
      case (nil, let fact?): facts.append((field, fact))
      case (nil, nil): break
      }
    }
  }

  /// A text.
  subscript(field: SiteField) -> String? {
    get { if case .text(let text)? = self[fact: field] { text } else { nil } }
    set { self[fact: field] = newValue.map(Fact.text) }
  }

  /// A whole number.
  subscript(field: SiteField) -> Int? {
    get { if case .whole(let number)? = self[fact: field] { number } else { nil } }
    set { self[fact: field] = newValue.map(Fact.whole) }
  }

  /// A number.
  subscript(field: SiteField) -> Double? {
    get { if case .number(let number)? = self[fact: field] { number } else { nil } }
    set { self[fact: field] = newValue.map(Fact.number) }
  }

  /// A word of a fixed list.
  subscript<Word: Vocabulary>(field: SiteField) -> Word? {
    get { if case .text(let code)? = self[fact: field] { Word(rawValue: code) } else { nil } }
    set { self[fact: field] = newValue.map { .text($0.rawValue) } }
  }

  /// Whether both hold the same, in whatever order it came.
  static func == (a: PlainFacts, b: PlainFacts) -> Bool {
    a.facts.count == b.facts.count
      && a.facts.allSatisfy { b[fact: $0.field] == $0.fact }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(facts.count) }
}

extension Site {
  /// The name in English.
  public package(set) var nameEN: String? {
    get { plain[.nameEN] }
    set { plain[.nameEN] = newValue }
  }

  /// The sub-class, in Chinese.
  public package(set) var subcategory: String? {
    get { plain[.subcategory] }
    set { plain[.subcategory] = newValue }
  }

  /// The area, in square metres.
  public package(set) var areaSquareMetres: Double? {
    get { plain[.area] }
    set { plain[.area] = newValue }
  }

  /// The year it was found.
  public package(set) var foundYear: Int? {
    get { plain[.foundYear] }
    set { plain[.foundYear] = newValue }
  }

  /// The years of excavation, or `yes` or `no`.
  public package(set) var excavated: String? {
    get { plain[.excavated] }
    set { plain[.excavated] = newValue }
  }

  /// In what state it is.
  public package(set) var condition: Condition? {
    get { plain[.condition] }
    set { plain[.condition] = newValue }
  }

  /// What has become of it; nil where it exists as before.
  public package(set) var state: RelicState? {
    get { plain[.state] }
    set { plain[.state] = newValue }
  }

  /// How far its sources can be trusted.
  public package(set) var confidence: Confidence? {
    get { plain[.confidence] }
    set { plain[.confidence] = newValue }
  }

  /// A sentence about it in Chinese.
  public package(set) var summaryZH: String? {
    get { plain[.summaryZH] }
    set { plain[.summaryZH] = newValue }
  }

  /// A sentence about it in English.
  public package(set) var summaryEN: String? {
    get { plain[.summaryEN] }
    set { plain[.summaryEN] = newValue }
  }

  /// What a reader of the row should know, in English.
  public package(set) var notes: String? {
    get { plain[.notes] }
    set { plain[.notes] = newValue }
  }
}
