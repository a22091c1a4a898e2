/// A text at each place of which one of several characters may stand.
struct ClassSequence {
  private let count: Int
  /// For each unit, the places where it may stand: a bit for each.
  private var classes = [UInt64](repeating: 0, count: 65536)

  /// A text of Han characters, at each place of which stands it or one that is read alike; nil for a text
  /// without any, or of more than 64 units.
  init?(soundingLike text: [UInt16], table: HanTable) {
    guard (2...64).contains(text.count) else { return nil }
    count = text.count
    guard text.contains(where: { !table.readings(of: $0).isEmpty }) else { return nil }
    for (place, unit) in text.enumerated() {
      classes[Int(unit)] |= 1 << UInt64(place)
      for syllable in table.readings(of: unit) {
        for other in table.units[Int(syllable)] { classes[Int(other)] |= 1 << UInt64(place) }
      }
    }
  }

  /// A text whose letters are the first ones of how the characters are read: "cts"; nil for a single
  /// letter.
  init?(initials text: [UInt16], table: HanTable) {
    guard (2...64).contains(text.count), text.contains(where: ReadingPattern.isLetter) else {
      return nil
    }
    count = text.count
    for (place, unit) in text.enumerated() {
      // A letter may stand for itself: there are names with letters.
      classes[Int(unit)] |= 1 << UInt64(place)
      for (syllable, spelling) in table.syllables.enumerated() where UInt16(spelling[0]) == unit {
        for other in table.units[syllable] { classes[Int(other)] |= 1 << UInt64(place) }
      }
    }
  }

  /// Finds the names that hold the sequence, but for those with readings of their own.
  ///
  /// Cost: O(places of the characters that may stand at the place where they are rarest).
  func scan(
    _ pack: NamePack, as kind: MatchKind, except own: OwnReadings? = nil,
    into collector: inout FindCollector
  ) {
    guard pack.count > 0 else { return }
    var sizes = [Int](repeating: 0, count: count)
    var units = [[UInt16]](repeating: [], count: count)
    for unit in UInt16.min...UInt16.max where classes[Int(unit)] != 0 {
      for place in 0..<count where classes[Int(unit)] >> UInt64(place) & 1 == 1 {
        sizes[place] += pack.frequency(of: unit)
        units[place].append(unit)
      }
    }
    guard let rarest = sizes.indices.min(by: { sizes[$0] < sizes[$1] }) else { return }
    // The rarer a class, the sooner it is looked at.
    let order = sizes.indices.filter { $0 != rarest }.sorted { sizes[$0] < sizes[$1] }
    var found: [Int] = []
    pack.units.withUnsafeBufferPointer { names in
      classes.withUnsafeBufferPointer { classes in
        for unit in units[rarest] {
          pack.forEachPlace(of: unit) { place in
            let start = place - rarest
            guard start > 0, start + count < names.count else { return true }
            for offset in order
            where classes[Int(names[start + offset])] >> UInt64(offset) & 1 == 0 {
              return true
            }
            found.append(start)
            return true
          }
        }
      }
    }
    var number = 0
    for place in found.sorted() {
      guard !collector.isFull(of: kind) else {
        collector.cut(kind)
        break
      }
      number = pack.number(ofUnit: place, from: number)
      guard own?.covers(number, of: pack) != true else { continue }
      let start = place - Int(pack.starts[number])
      collector.add(
        NameFind(number: number, kind: kind, range: start..<start + count),
        site: pack.sites[number])
    }
    collector.flush()
  }
}
