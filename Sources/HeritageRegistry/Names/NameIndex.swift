/// The names of a register in the order of an answer, ready to be scanned.
package struct NameIndex: Sendable {
  /// Names without Latin letters and digits, then those with.
  package internal(set) var han = NamePack()
  package internal(set) var latin = NamePack()
  /// Those of either whose plain spelling is another, in that spelling.
  private(set) var plain: [NamePack] = []

  /// No names.
  package init() {}

  /// Packs read from where they were written.
  package init(han: NamePack, latin: NamePack) {
    self.han = han
    self.latin = latin
    plain = [han.plainlySpelt(), latin.plainlySpelt()]
  }

  /// Adds a name of a relic; relics come by protection level and code.
  package mutating func append(_ text: String, kind: NameKind, site: RowID) {
    let folded = NameFolding.fold(text)
    if Self.isLatin(folded) {
      latin.append(folded, kind: kind, site: site)
    } else {
      han.append(folded, kind: kind, site: site)
    }
  }

  /// A name as a pack has it, and whether it stands among those with Latin letters or digits; nil for one that
  /// no pack takes.
  package static func packed(_ text: String) -> (units: [UInt16], isLatin: Bool)? {
    let folded = NameFolding.fold(text)
    return NamePack.holds(folded) ? (folded, isLatin(folded)) : nil
  }

  private static func isLatin(_ folded: [UInt16]) -> Bool {
    folded.contains { (0x30...0x7A).contains($0) }
  }

  /// Prepares the search, when all names are there.
  package mutating func finish() {
    han.notePlaces()
    latin.notePlaces()
    plain = [han.plainlySpelt(), latin.plainlySpelt()]
  }
}
