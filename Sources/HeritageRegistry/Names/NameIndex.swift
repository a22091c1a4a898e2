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
    if folded.contains(where: { (0x30...0x7A).contains($0) }) {
      latin.append(folded, kind: kind, site: site)
    } else {
      han.append(folded, kind: kind, site: site)
    }
  }

  /// Prepares the search, when all names are there.
  package mutating func finish() {
    han.notePlaces()
    latin.notePlaces()
    plain = [han.plainlySpelt(), latin.plainlySpelt()]
  }
}
