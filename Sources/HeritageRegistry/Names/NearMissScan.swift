/// Finds names that nearly contain a text.
struct NearMissScan {
  private let text: [UInt16]
  private let table: HanTable

  /// Prepares a folded text of at most 64 units; nil for a longer one and for a single unit.
  init?(_ text: [UInt16], table: HanTable = .shared) {
    guard (2...64).contains(text.count) else { return nil }
    self.text = text
    self.table = table
  }

  /// How many units may differ: one in up to four, two in more; letters carry less and may differ less.
  private var edits: Int {
    isLatin ? text.count < 5 ? 0 : text.count < 9 ? 1 : 2 : text.count <= 4 ? 1 : 2
  }

  private var isLatin: Bool { text.allSatisfy { $0 < 0x80 } }

  /// Whether a text of letters is nearly one or several words of an English name, the last of which may be
  /// cut short where the text is long: nobody who looks for "water" means "Sew[er at]e".
  static func isNear(_ text: String, toWordsOf name: String) -> Bool {
    let letters = String(text.lowercased().filter(\.isLetter))
    let edits = letters.count < 9 ? 1 : 2
    let words = name.lowercased().split { !$0.isLetter && $0 != "'" }
      .map { String($0.filter(\.isLetter)) }
    for start in words.indices {
      var run = ""
      for word in words[start...] where run.count < letters.count + edits {
        run += word
        if EditDistance.between(letters, run) <= edits { return true }
      }
      guard letters.count >= 8, run.count > letters.count else { continue }
      let lengths = (letters.count - edits)...min(run.count, letters.count + edits)
      if lengths.contains(where: {
        EditDistance.between(letters, String(run.prefix($0))) <= edits
      }) {
        return true
      }
    }
    return false
  }

  /// Finds names with other characters that are read alike.
  func scanSounds(_ pack: NamePack, into collector: inout FindCollector) {
    ClassSequence(soundingLike: text, table: table)?.scan(
      pack, as: .soundAlike, into: &collector)
  }

  /// Finds names that contain the text but for one or two edits; of a text of two units, whole names.
  ///
  /// An edit changes one unit of the text at most: of the rarest ones, one more than there may be edits, a
  /// near name holds one. The names that hold one, and enough of the others, are measured.
  ///
  /// Cost: O(places of those units).
  func scanEdits(_ pack: NamePack, into collector: inout FindCollector) {
    guard edits > 0, pack.count > 0 else { return }
    let pattern = EditPattern(text, edits: edits)
    let rarest = text.sorted { (pack.frequency(of: $0), $0) < (pack.frequency(of: $1), $1) }
    var found: [Int] = []
    for unit in Set(rarest.prefix(edits + 1)) {
      pack.forEachPlace(of: unit) { place in
        // The name runs to the next 0 on either side.
        var common = 1
        var other = place - 1
        while pack.units[other] != 0 {
          if pattern.places[Int(pack.units[other])] != 0 { common += 1 }
          other -= 1
        }
        other = place + 1
        while pack.units[other] != 0 {
          if pattern.places[Int(pack.units[other])] != 0 { common += 1 }
          other += 1
        }
        if common >= text.count - edits { found.append(place) }
        return true
      }
    }
    collect(found, in: pack, into: &collector) { number in
      pattern.distance(to: pack.name(number), isWhole: text.count == 2)
    }
  }

  /// The same for a text of letters and how names are read, by the most usual reading.
  ///
  /// Names are measured that hold, side by side or next but one, two of the syllables that can be read in
  /// the text, or its only one.
  func scanReadingEdits(_ pack: NamePack, into collector: inout FindCollector) {
    guard isLatin, edits > 0, pack.count > 0 else { return }
    let syllables = Set(readableSyllables())
    var isRead = [Bool](repeating: false, count: 65536)
    var units: [UInt16: [UInt16]] = [:]
    for syllable in syllables {
      units[syllable] = table.units[Int(syllable)].filter {
        table.readings(of: $0).first == syllable
      }
      for unit in units[syllable] ?? [] { isRead[Int(unit)] = true }
    }
    func size(_ syllable: UInt16) -> Int {
      (units[syllable] ?? []).reduce(0) { $0 + pack.frequency(of: $1) }
    }
    // One syllable may be spelt wrong: of the rarest two, one is right.
    let rarest = syllables.sorted { (size($0), $0) < (size($1), $1) }.prefix(2)
    var found: [Int] = []
    for unit in rarest.flatMap({ units[$0] ?? [] }) {
      pack.forEachPlace(of: unit) { place in
        let others = [place - 2, place - 1, place + 1, place + 2]
        if syllables.count == 1
          || others.contains(where: { other in
            pack.units.indices.contains(other) && isRead[Int(pack.units[other])]
          })
        {
          found.append(place)
        }
        return true
      }
    }
    var letters: [UInt16] = []
    let pattern = EditPattern(text, edits: edits)
    collect(found, in: pack, into: &collector) { number in
      letters.removeAll(keepingCapacity: true)
      for unit in pack.name(number) {
        guard let syllable = table.readings(of: unit).first else { continue }
        for letter in table.syllables[Int(syllable)] { letters.append(UInt16(letter)) }
      }
      return pattern.distance(to: letters[...], isWhole: false)
    }
  }

  /// The syllables of two letters and more that the text can be read as, letters that fit none passed
  /// over: the longest first.
  private func readableSyllables() -> [UInt16] {
    var found: [UInt16] = []
    var place = 0
    while place < text.count {
      let fitting = table.syllables.indices.filter { index in
        let letters = table.syllables[index]
        return letters.count > 1 && place + letters.count <= text.count
          && letters.indices.allSatisfy { UInt16(letters[$0]) == text[place + $0] }
      }
      guard let longest = fitting.max(by: { table.syllables[$0].count < table.syllables[$1].count })
      else {
        place += 1
        continue
      }
      found.append(UInt16(longest))
      place += table.syllables[longest].count
    }
    return found
  }

  /// Measures the names at some places and takes those that are near.
  private func collect(
    _ places: [Int], in pack: NamePack, into collector: inout FindCollector,
    _ distance: (Int) -> Int?
  ) {
    var (number, measured) = (0, -1)
    for place in places.sorted() {
      number = pack.number(ofUnit: place, from: number)
      guard number != measured else { continue }
      measured = number
      guard let distance = distance(number) else { continue }
      let kind: MatchKind = distance == 1 ? .oneEdit : .twoEdits
      guard !collector.isFull(of: kind) else {
        collector.cut(kind)
        continue
      }
      collector.add(
        NameFind(number: number, kind: kind, range: nil),
        site: pack.sites[number])
    }
    collector.flush()
  }
}
