import HeritageRegistry
import Testing

@Suite("Words of fixed lists")
struct VocabularyTests {
  private static let vocabularies: [any Vocabulary.Type] = [
    Access.self, Category.self, Certainty.self, Confidence.self, Designation.Standing.self,
    Disclosure.self, LevelBasis.self, OtherName.Kind.self, PositionMethod.self,
    Place.Kind.self, ProtectionLevel.self, Provenance.self, Township.Kind.self, Zone.Kind.self,
    Zone.Status.self,
  ]

  @Test("A word is found again by its code and by each of its labels", arguments: vocabularies)
  func everyWord(vocabulary: any Vocabulary.Type) throws {
    func check<Word: Vocabulary>(_ words: Word.Type) throws {
      for word in words.allCases {
        let labels = [word.labels, word.shortLabels]
        for text in [word.rawValue] + labels.map(\.zh) + labels.map(\.en) {
          #expect(!text.isEmpty)
          #expect(try words.init(named: text) == word)
          #expect(try words.init(named: text.uppercased()) == word)
        }
      }
    }
    try check(vocabulary)
  }

  @Test("A label is in the language asked for, and a level has a shorter one")
  func languages() {
    #expect(Category.ancientTomb.label(in: .zh) == "古墓葬")
    #expect(Category.ancientTomb.label(in: .en) == "Ancient tomb")
    #expect(Category.ancientTomb.shortLabel(in: .zh) == "古墓葬")
    #expect(ProtectionLevel.county.label(in: .en) == "County unit")
    #expect(ProtectionLevel.county.shortLabel(in: .en) == "County")
    #expect(ProtectionLevel.county.shortLabel(in: .zh) == "县级")
    #expect(Zone.Kind.control.label(in: .zh) == "建设控制地带")
    #expect(Zone.Status.described.label(in: .en) == "in words alone, no shape")
    #expect(Designation.Standing.former.label(in: .zh) == "曾")
    #expect(OtherName.Kind.former.label(in: .zh) == "旧称")
  }

  @Test("A word that is not in the list is refused with those that are")
  func unknown() {
    #expect(
      throws: RegistryError.unknownValue(
        noun: Labels(zh: "保护区划种类", en: "kind of zone"), value: "buffer",
        known: Zone.Kind.allCases.map(\.sentenceValue))
    ) { try Zone.Kind(named: "buffer") }
  }
}
