/// The names that have a reading of their own, which wins over the usual readings of their characters.
package struct OwnReadings: Sendable {
  /// A private unit for each syllable of each name, in the order of an answer.
  private(set) var pack = NamePack()
  /// The names of the pack, by their numbers.
  private(set) var names: [String] = []
  /// How the private units are read.
  private(set) var table: HanTable?
  /// The folded names, by their sites.
  private var folded: [RowID: Set<[UInt16]>] = [:]

  /// A name with a reading of its own.
  package struct Reading {
    let site: RowID
    let name: String
    let kind: NameKind
    let pinyin: String

    package init(site: RowID, name: String, kind: NameKind, pinyin: String) {
      self.site = site
      self.name = name
      self.kind = kind
      self.pinyin = pinyin
    }
  }

  /// The readings of names that are names of their relics, in the order of an answer: by protection level
  /// and code, the name in use first.
  package init(_ readings: [Reading] = []) {
    guard !readings.isEmpty else { return }
    var syllables: [[UInt8]] = []
    for reading in readings {
      let letters = PinyinText.syllables(reading.pinyin)
      let first = Int(HanTable.firstOwnUnit) + syllables.count
      // The private units of Unicode; names beyond are read as usual.
      guard first + letters.count < 0xF900 else { break }
      pack.append(
        (first..<first + letters.count).map(UInt16.init), kind: reading.kind, site: reading.site)
      names.append(reading.name)
      folded[reading.site, default: []].insert(NameFolding.fold(reading.name))
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
