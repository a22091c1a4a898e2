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
    isLatin ? text.count < 4 ? 0 : text.count < 9 ? 1 : 2 : text.count <= 4 ? 1 : 2
  }

  private var isLatin: Bool { text.allSatisfy { $0 < 0x80 } }

  /// Finds names with other characters that are read alike.
  ///
  /// Cost: O(units).
  func scanSounds(_ pack: NamePack, into collector: inout FindCollector) {
    guard text.contains(where: { !table.readings(of: $0).isEmpty }), pack.count > 0 else { return }
    var alike = [[Bool]](repeating: Array(repeating: false, count: 65536), count: text.count)
    let readings = text.map { Set(table.readings(of: $0)) }
    for place in text.indices { alike[place][Int(text[place])] = true }
    table.forEachReading { unit, syllable in
      for place in text.indices where readings[place].contains(syllable) {
        alike[place][Int(unit)] = true
      }
    }
    var number = 0
    pack.units.withUnsafeBufferPointer { units in
      for place in 1..<max(1, units.count - text.count) where alike[0][Int(units[place])] {
        guard text.indices.dropFirst().allSatisfy({ alike[$0][Int(units[place + $0])] }) else {
          continue
        }
        number = pack.number(ofUnit: place, from: number)
        let start = place - Int(pack.starts[number])
        collector.add(
          NameFind(number: number, kind: .soundAlike, range: start..<start + text.count),
          site: pack.sites[number])
      }
    }
    collector.flush()
  }

  /// Finds names that contain the text but for one or two edits; of a text of two units, whole names.
  ///
  /// Cost: O(units), a few operations of one word for each.
  ///
  /// Source: G. Myers, *A fast bit-vector algorithm for approximate string matching*, J. ACM 46 (1999)
  /// 395–415, doi:10.1145/316542.316550.
  func scanEdits(_ pack: NamePack, into collector: inout FindCollector) {
    guard edits > 0 else { return }
    var pattern = Pattern(text, edits: edits)
    for number in 0..<pack.count {
      let name = pack.name(number)
      guard let distance = pattern.distance(to: name, isWhole: text.count == 2) else { continue }
      collector.add(
        NameFind(number: number, kind: distance == 1 ? .oneEdit : .twoEdits, range: nil),
        site: pack.sites[number])
    }
    collector.flush()
  }

  /// The same for a text of letters and how names are read, by the most usual reading.
  func scanReadingEdits(_ pack: NamePack, into collector: inout FindCollector) {
    guard isLatin, edits > 0 else { return }
    var pattern = Pattern(text, edits: edits)
    var letters: [UInt16] = []
    for number in 0..<pack.count {
      letters.removeAll(keepingCapacity: true)
      for unit in pack.name(number) {
        guard let syllable = table.readings(of: unit).first else { continue }
        for letter in table.syllables[Int(syllable)] { letters.append(UInt16(letter)) }
      }
      guard let distance = pattern.distance(to: letters[...], isWhole: false) else { continue }
      collector.add(
        NameFind(number: number, kind: distance == 1 ? .oneEdit : .twoEdits, range: nil),
        site: pack.sites[number])
    }
    collector.flush()
  }

  /// The bits of a text for Myers' algorithm.
  private struct Pattern {
    let count: Int
    let edits: Int
    /// For each unit, where it stands in the text; 0 for most.
    private var places: [UInt16: UInt64] = [:]
    private var isIn = [Bool](repeating: false, count: 65536)

    init(_ text: [UInt16], edits: Int) {
      count = text.count
      self.edits = edits
      for (place, unit) in text.enumerated() {
        places[unit, default: 0] |= 1 << UInt64(place)
        isIn[Int(unit)] = true
      }
    }

    /// The edits that turn the text into the name, or into the part of it that is nearest; nil for more
    /// than are allowed, and for none.
    mutating func distance(to name: ArraySlice<UInt16>, isWhole: Bool) -> Int? {
      // Fewer units in common than that cannot be near.
      var common = 0
      for unit in name where isIn[Int(unit)] { common += 1 }
      guard common >= count - edits, common > 0 else { return nil }
      let last: UInt64 = 1 << UInt64(count - 1)
      var (positive, negative, score, least) = (~UInt64(0), UInt64(0), count, count)
      for unit in name {
        let equal = isIn[Int(unit)] ? places[unit] ?? 0 : 0
        let vertical = equal | negative
        let horizontal = (((equal & positive) &+ positive) ^ positive) | equal
        var (plus, minus) = (negative | ~(horizontal | positive), positive & horizontal)
        if plus & last != 0 { score += 1 } else if minus & last != 0 { score -= 1 }
        plus = plus << 1 | (isWhole ? 1 : 0)
        minus <<= 1
        (positive, negative) = (minus | ~(vertical | plus), plus & vertical)
        least = min(least, score)
      }
      let distance = isWhole ? score : least
      return (1...edits).contains(distance) ? distance : nil
    }
  }
}
