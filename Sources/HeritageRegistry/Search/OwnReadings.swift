import GRDB

/// The names that have a reading of their own, which wins over the usual readings of their characters.
struct OwnReadings: Sendable {
  /// A private unit for each syllable of each name, in the order of an answer.
  private(set) var pack = NamePack()
  /// The names of the pack, by their numbers.
  private(set) var names: [String] = []
  /// How the private units are read.
  private(set) var table: HanTable?
  /// The folded names, by their sites.
  private var folded: [Int64: Set<[UInt16]>] = [:]

  /// Reads the readings of names that are still names of their sites.
  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.site_id, r.name, r.pinyin, n.kind FROM name_reading r
        JOIN site s ON s.id = r.site_id
        LEFT JOIN site_name n ON n.site_id = r.site_id AND n.name = r.name
        WHERE r.name = s.name_zh OR n.kind IS NOT NULL
        ORDER BY \(SiteQuery.Sort.level.sqlKey ?? ""), s.code, n.kind IS NOT NULL, r.name
        """)
    guard !rows.isEmpty else { return }
    var syllables: [[UInt8]] = []
    for row in rows {
      let (site, name, letters) = (row[0] as Int64, row[1] as String, PinyinText.syllables(row[2]))
      let first = Int(HanTable.firstOwnUnit) + syllables.count
      // The private units of Unicode; names beyond are read as usual.
      guard first + letters.count < 0xF900 else { break }
      let kind = (row[3] as String?).map { $0 == "former" ? NameKind.former : .alias } ?? .name
      pack.append((first..<first + letters.count).map(UInt16.init), kind: kind, site: site)
      names.append(name)
      folded[site, default: []].insert(NameFolding.fold(name))
      syllables += letters
    }
    pack.notePlaces()
    table = HanTable(own: syllables)
  }

  /// Whether a name of another pack, by its number, has a reading here.
  func covers(_ number: Int, of other: NamePack) -> Bool {
    guard !folded.isEmpty, let names = folded[other.sites[number]] else { return false }
    return names.contains(Array(other.name(number)))
  }
}
