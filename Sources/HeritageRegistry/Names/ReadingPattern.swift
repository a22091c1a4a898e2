/// A text in which Latin letters stand for how characters are read: "chengtoushan", "cheng头山"; the last
/// syllable may be cut short.
struct ReadingPattern {
  private let text: [UInt16]
  /// Where an apostrophe stands: no syllable goes on there.
  private let boundaries: Set<Int>
  private let table: HanTable
  /// The units that may come first.
  private let firstUnits: [UInt16]
  /// For each unit, whether it may come first (bit 0) and second (bit 1).
  private let flags: [UInt8]

  /// Prepares a folded text; nil where no character can begin it, or it has no letter.
  ///
  /// Cost: O(characters with readings), some 0.1 ms.
  init?(_ text: [UInt16], table: HanTable = .shared) {
    var (letters, boundaries): ([UInt16], Set<Int>) = ([], [])
    for unit in text {
      if unit == 0x27 { boundaries.insert(letters.count) } else { letters.append(unit) }
    }
    guard letters.contains(where: Self.isLetter), letters.count <= 200 else { return nil }
    self.text = letters
    self.boundaries = boundaries
    self.table = table
    var flags = [UInt8](repeating: 0, count: 65536)
    var isPossible = false
    func mark(from places: Set<Int>, bit: UInt8) -> Set<Int> {
      var next: Set<Int> = []
      // A letter may stand for itself: there are names with letters.
      for place in places where place < letters.count {
        flags[Int(letters[place])] |= bit
        next.insert(place + 1)
      }
      for (syllable, spelling) in table.syllables.enumerated() {
        let ends = places.compactMap { Self.end(of: spelling, at: $0, in: letters, boundaries) }
        guard !ends.isEmpty else { continue }
        for unit in table.units[syllable] { flags[Int(unit)] |= bit }
        next.formUnion(ends)
      }
      return next
    }
    let second = mark(from: [0], bit: 1)
    firstUnits = flags.indices.filter { flags[$0] & 1 != 0 }.map { UInt16($0) }
    isPossible = !second.isEmpty
    // Where the text may end after one character, anything may follow.
    if second.contains(letters.count) {
      for unit in flags.indices { flags[unit] |= 2 }
    } else {
      isPossible = isPossible && !mark(from: second, bit: 2).isEmpty
    }
    guard isPossible else { return nil }
    self.flags = flags
  }

  static func isLetter(_ unit: UInt16) -> Bool { (0x61...0x7A).contains(unit) }

  /// Where the text goes on after a syllable is read at a place; nil where it is not.
  private static func end(
    of syllable: [UInt8], at place: Int, in text: [UInt16], _ boundaries: Set<Int>
  ) -> Int? {
    guard place < text.count, isLetter(text[place]) else { return nil }
    var length = 0
    while length < syllable.count, place + length < text.count,
      text[place + length] == UInt16(syllable[length]),
      length == 0 || boundaries.isEmpty || !boundaries.contains(place + length)
    {
      length += 1
    }
    // The last syllable may be cut short, and is then not whole.
    return length == syllable.count || length > 0 && place + length == text.count
      ? place + length : nil
  }

  /// How many units from `place` on the text takes, and whether its last syllable is whole; nil where it
  /// does not match there.
  private func match(
    _ units: UnsafeBufferPointer<UInt16>, at place: Int, from position: Int = 0,
    _ steps: inout Int
  ) -> (length: Int, isWhole: Bool)? {
    let unit = units[place]
    // A name may be made so that its readings branch without end.
    guard unit != 0, steps > 0 else { return nil }
    steps -= 1
    if text[position] == unit {
      guard position + 1 < text.count else { return (1, true) }
      if let rest = match(units, at: place + 1, from: position + 1, &steps) {
        return (rest.length + 1, rest.isWhole)
      }
    }
    var best: (length: Int, isWhole: Bool)?
    for syllable in table.readings(of: unit) {
      let letters = table.syllables[Int(syllable)]
      guard let end = Self.end(of: letters, at: position, in: text, boundaries) else { continue }
      guard end == text.count else {
        guard let rest = match(units, at: place + 1, from: end, &steps) else { continue }
        if rest.isWhole { return (rest.length + 1, true) }
        best = (rest.length + 1, false)
        continue
      }
      if end - position == letters.count { return (1, true) }
      best = (1, false)
    }
    return best
  }

  /// Finds the names that are read so, but for those whose own readings win.
  ///
  /// Cost: O(places of the units that may come first).
  func scan(_ pack: NamePack, except own: OwnReadings?, into collector: inout FindCollector) {
    guard pack.count > 0 else { return }
    var found: [(place: Int, length: Int, isWhole: Bool)] = []
    pack.units.withUnsafeBufferPointer { units in
      flags.withUnsafeBufferPointer { flags in
        for unit in firstUnits {
          pack.forEachPlace(of: unit) { place in
            var steps = 10_000
            if flags[Int(units[place + 1])] & 2 != 0,
              let match = match(units, at: place, &steps)
            {
              found.append((place, match.length, match.isWhole))
            }
            return true
          }
        }
      }
    }
    found.sort { $0.place < $1.place }
    var number = 0
    for (place, length, isWhole) in found {
      number = pack.number(ofUnit: place, from: number)
      let start = place - Int(pack.starts[number])
      guard own?.covers(number, of: pack) != true else { continue }
      collector.add(
        NameFind(
          number: number,
          kind: kind(start: start, isWhole: isWhole && pack.units[place + length] == 0),
          range: start..<start + length),
        site: pack.sites[number])
    }
    collector.flush()
  }

  private func kind(start: Int, isWhole: Bool) -> MatchKind {
    start > 0 ? .pinyinSubstring : isWhole ? .pinyinExact : .pinyinPrefix
  }
}
