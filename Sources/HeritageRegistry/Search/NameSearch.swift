import GRDB
import Geodesy

/// Finds relics by a text: its names, how they are read, codes, townships, and what is like it.
struct NameSearch {
  let db: Database
  private let index: NameIndex
  /// The names of the sites that have changed since the index was packed.
  private let changes: NameIndex
  private let changed: Set<Int64>
  /// The text as names are folded, and as pinyin is.
  let text: [UInt16]
  let letters: [UInt16]

  /// The folded text, to be compared with codes.
  var plainText: String { String(decoding: text, as: UTF16.self) }

  /// The longest text that is looked for, in folded units.
  static let longest = 200

  /// Prepares a search.
  ///
  /// - Throws: ``RegistryError/badText(reason:)`` for a text that is empty or too long.
  init(_ text: String, in db: Database, names: NameCache) throws {
    guard text.utf8.count <= 4 * Self.longest * 3 else { throw Self.tooLong }
    self.db = db
    self.text = NameFolding.fold(text)
    letters = NameFolding.fold(PinyinText.plain(text))
    guard !self.text.isEmpty else { throw RegistryError.badText(reason: "it is empty") }
    guard self.text.count <= Self.longest else { throw Self.tooLong }
    index = try names.index(db)
    let list = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT site_id FROM name_change ORDER BY site_id"))
    changed = Set(list)
    changes = list.isEmpty ? NameIndex() : try NameIndex(db, sites: list)
  }

  private static var tooLong: RegistryError {
    .badText(reason: "it has more than \(longest) characters")
  }

  /// What was found in a name of a site, or in something else that belongs to it.
  struct Candidate {
    let site: Int64
    let kind: MatchKind
    let nameKind: NameKind
    /// The folded name, or the code or township as the register has it.
    let name: Name
    let range: Range<Int>?

    enum Name {
      case folded(ArraySlice<UInt16>)
      case plain(String)
    }
  }

  /// Every name, and the sites whose names are out of date there.
  private var packs: [(pack: NamePack, outdated: Set<Int64>)] {
    [(index.han, changed), (index.latin, changed), (changes.han, []), (changes.latin, [])]
  }

  /// The ids of all sites that have a name which contains the text.
  func containing() -> [Int64] {
    var found: [Int64] = []
    for (pack, excluding) in packs {
      var collector = FindCollector(limit: .max, excluding: excluding)
      pack.scan(for: text, into: &collector)
      for finds in collector.finds { found += finds.map { pack.sites[$0.number] } }
    }
    return found
  }

  /// The steps of the search, each a group of kinds of match that comes before the next.
  enum Step: CaseIterable {
    case literal, syllables, initials, township, sounds, edits
  }

  /// The candidates of a step, the first `limit` of each kind, and whether some were left out.
  func candidates(_ step: Step, limit: Int) throws -> (found: [Candidate], isCut: Bool) {
    switch step {
    case .literal:
      let names = scan(limit: limit) { pack, collector in pack.scan(for: text, into: &collector) }
      let codes = try codes(limit: limit)
      return (names.found + codes.found, names.isCut || codes.isCut)
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
    case .township: return try inTownships(limit: limit)
    case .sounds, .edits:
      guard let scan = NearMissScan(letters.allSatisfy { $0 < 0x80 } ? letters : text) else {
        return ([], false)
      }
      return self.scan(limit: limit) { pack, collector in
        guard step == .edits else { return scan.scanSounds(pack, into: &collector) }
        scan.scanEdits(pack, into: &collector)
        scan.scanReadingEdits(pack, into: &collector)
      }
    }
  }

  /// The finds of a scan in every pack.
  private func scan(
    limit: Int, _ body: (NamePack, inout FindCollector) -> Void
  ) -> (found: [Candidate], isCut: Bool) {
    var (found, isCut): ([Candidate], Bool) = ([], false)
    for (pack, excluding) in packs where pack.count > 0 {
      var collector = FindCollector(limit: limit, excluding: excluding)
      body(pack, &collector)
      found += Self.candidates(collector, in: pack)
      isCut = isCut || collector.isCut
    }
    return (found, isCut)
  }

  private static func candidates(
    _ collector: FindCollector, in pack: NamePack
  ) -> [Candidate] {
    collector.finds.joined().map { find in
      Candidate(
        site: pack.sites[find.number], kind: find.kind, nameKind: pack.kinds[find.number],
        name: .folded(pack.name(find.number)), range: find.range)
    }
  }

  /// A scan of a pack, but for some sites.
  private typealias Scan = (NamePack, Set<Int64>, inout FindCollector) -> Void

  /// The finds by the usual readings, and by the names' own where they have some.
  private func scanReadings(
    limit: Int, _ prepare: (HanTable) -> Scan?
  ) -> (found: [Candidate], isCut: Bool) {
    var answer: (found: [Candidate], isCut: Bool) = ([], false)
    if let scan = prepare(.shared) {
      let own = index.ownSites
      answer = self.scan(limit: limit) { pack, collector in scan(pack, own, &collector) }
    }
    if let table = index.ownTable, let scan = prepare(table) {
      var collector = FindCollector(limit: limit)
      scan(index.own, [], &collector)
      answer.found += Self.candidates(collector, in: index.own)
      answer.isCut = answer.isCut || collector.isCut
    }
    return answer
  }
}
