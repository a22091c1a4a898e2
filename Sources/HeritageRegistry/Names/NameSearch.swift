import Tables

/// Finds relics by a text: its names, how they are read, codes, townships, and what is like it.
struct NameSearch {
  let state: any RegisterState
  private let names: RegisterNames
  /// The text as names are folded, and as pinyin is.
  let text: [UInt16]
  /// The text in its plain spelling.
  private let plain: [UInt16]
  /// The text as it was typed.
  let typed: String
  let letters: [UInt16]

  /// The longest text that is looked for, in folded units.
  static let longest = 200

  /// Prepares a search.
  ///
  /// - Throws: ``RegistryError/badText(reason:)`` for a text that is empty or too long.
  init(_ text: String, in state: any RegisterState) throws {
    guard text.utf8.count <= 4 * Self.longest * 3 else { throw Self.tooLong }
    self.state = state
    self.text = NameFolding.fold(text)
    typed = text.trimmingWhitespace
    plain = PlainSpelling.of(self.text)
    letters = PinyinText.withoutTones(NameFolding.fold(PinyinText.plain(text)))
    guard !self.text.isEmpty else {
      throw RegistryError.badText(reason: Sentence("register.emptyText"))
    }
    guard self.text.count <= Self.longest else { throw Self.tooLong }
    names = try state.names()
  }

  private static var tooLong: RegistryError {
    .badText(reason: Sentence("register.longText", ["longest": longest]))
  }

  /// What was found in a name of a site, or in something else that belongs to it.
  struct Candidate {
    let site: RowID
    let kind: MatchKind
    let nameKind: NameKind
    /// The folded name, or the code or township as the register has it.
    let name: Name
    let range: Range<Int>?

    enum Name {
      case folded(ArraySlice<UInt16>)
      /// In its plain spelling.
      case spelling(ArraySlice<UInt16>)
      case plain(String)
    }
  }

  /// Every name, and the sites whose names are out of date there.
  private var packs: [(pack: NamePack, outdated: Set<RowID>)] {
    let (index, changes) = (names.index, names.changes)
    return [
      (index.han, names.changed), (index.latin, names.changed), (changes.han, []),
      (changes.latin, []),
    ]
  }

  /// The names whose plain spelling is another, in that spelling.
  private var plainPacks: [(pack: NamePack, outdated: Set<RowID>)] {
    names.index.plain.map { ($0, names.changed) } + names.changes.plain.map { ($0, []) }
  }

  /// The ids of all sites that have a name which contains the text, but for signs and the way a number is
  /// written.
  func containing() -> [RowID] {
    let found = scan(limit: .max) { pack, collector in pack.scan(for: text, into: &collector) }
    return (found + spelling(limit: .max)).found.map(\.site)
  }

  /// Whether a match is one that a person would call one: near misses in English are near to whole words,
  /// and in Chinese share more than the last word.
  func isPlausible(_ match: NameMatch) -> Bool {
    guard [.oneEdit, .twoEdits].contains(match.kind) else { return true }
    if match.nameKind == .english { return NearMissScan.isNear(typed, toWordsOf: match.name) }
    return letters.allSatisfy { $0 < 0x80 }
      || GenericWords.sharesMore(text, with: NameFolding.fold(match.name))
  }

  /// The steps of the search, each a group of kinds of match that comes before the next.
  enum Step: CaseIterable {
    case literal, spelling, syllables, initials, township, words, sounds, edits
  }

  /// What a step found: the first candidates of each kind, and where a list was cut, its last site.
  struct Findings {
    var found: [Candidate] = []
    var cuts: [(kind: MatchKind, last: RowID)] = []

    static func + (a: Findings, b: Findings) -> Findings {
      Findings(found: a.found + b.found, cuts: a.cuts + b.cuts)
    }
  }

  /// The candidates of a step, the first `limit` of each kind.
  func candidates(_ step: Step, limit: Int) throws -> Findings {
    switch step {
    case .literal:
      return scan(limit: limit) { pack, collector in pack.scan(for: text, into: &collector) }
        + (try codes(limit: limit))
    case .spelling: return spelling(limit: limit)
    case .syllables:
      return scanReadings(limit: limit) { table in
        ReadingPattern(letters, table: table).map { pattern in
          { pattern.scan($0, except: $1, into: &$2) }
        }
      }
    case .initials:
      return scanReadings(limit: limit) { table in
        ClassSequence(initials: letters, table: table).map { sequence in
          { sequence.scan($0, as: .initials, except: $1, into: &$2) }
        }
      }
    case .township: return try inTownships(limit: limit) + inGroups()
    case .words: return try words()
    case .sounds, .edits:
      guard let scan = NearMissScan(letters.allSatisfy { $0 < 0x80 } ? letters : text) else {
        return Findings()
      }
      return self.scan(limit: limit) { pack, collector in
        guard step == .edits else { return scan.scanSounds(pack, into: &collector) }
        scan.scanEdits(pack, into: &collector)
        scan.scanReadingEdits(pack, into: &collector)
      }
    }
  }

  /// The names that contain the text in another spelling.
  private func spelling(limit: Int) -> Findings {
    guard !plain.isEmpty else { return Findings() }
    func search(_ pack: NamePack, _ collector: inout FindCollector) {
      pack.scan(for: plain, as: .spelling, into: &collector)
    }
    let respelt = scan(plainPacks, limit: limit, name: { .spelling($0) }, search)
    // Most names are their own plain spelling.
    return plain == text ? respelt : respelt + scan(limit: limit, search)
  }

  /// The finds of a scan in every pack.
  private func scan(limit: Int, _ body: (NamePack, inout FindCollector) -> Void) -> Findings {
    scan(packs, limit: limit, name: { .folded($0) }, body)
  }

  private func scan(
    _ packs: [(pack: NamePack, outdated: Set<RowID>)], limit: Int,
    name: (ArraySlice<UInt16>) -> Candidate.Name,
    _ body: (NamePack, inout FindCollector) -> Void
  ) -> Findings {
    packs.reduce(into: Findings()) { sum, entry in
      guard entry.pack.count > 0 else { return }
      var collector = FindCollector(limit: limit, excluding: entry.outdated)
      body(entry.pack, &collector)
      sum = sum + Self.findings(collector, in: entry.pack) { name(entry.pack.name($0)) }
    }
  }

  private static func findings(
    _ collector: FindCollector, in pack: NamePack, name: (Int) -> Candidate.Name
  ) -> Findings {
    Findings(
      found: collector.finds.joined().map { find in
        Candidate(
          site: pack.sites[find.number], kind: find.kind, nameKind: pack.kinds[find.number],
          name: name(find.number), range: find.range)
      },
      cuts: collector.cuts.compactMap { kind in
        collector.finds[kind.rank].last.map { (kind, pack.sites[$0.number]) }
      })
  }

  /// A scan of a pack, but for names with readings of their own.
  private typealias Scan = (NamePack, OwnReadings?, inout FindCollector) -> Void

  /// The finds by the usual readings, and by the names' own where they have some.
  private func scanReadings(limit: Int, _ prepare: (HanTable) -> Scan?) -> Findings {
    var answer = Findings()
    if let scan = prepare(.shared) {
      func search(_ pack: NamePack, _ collector: inout FindCollector) {
        scan(pack, names.own, &collector)
      }
      answer =
        self.scan(limit: limit, search)
        + self.scan(plainPacks, limit: limit, name: { .spelling($0) }, search)
    }
    if let table = names.own.table, let scan = prepare(table) {
      var collector = FindCollector(limit: limit)
      scan(names.own.pack, nil, &collector)
      answer =
        answer
        + Self.findings(collector, in: names.own.pack) {
          .plain(names.own.names[$0])
        }
    }
    return answer
  }
}
