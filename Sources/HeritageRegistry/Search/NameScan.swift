/// A name that a scan found, by its number in the pack.
struct NameFind {
  let number: Int
  let kind: MatchKind
  /// The folded units that matched, counted from the beginning of the name; nil where no part stands out.
  let range: Range<Int>?
}

/// Gathers what a scan finds: for each kind of match the first sites, each with its best name.
///
/// A scan meets the names in the order of the answer, and the names of one site one after the other.
struct FindCollector {
  /// Sites that do not count.
  let excluded: Set<Int64>
  /// How many sites of a kind are kept.
  let limit: Int
  private(set) var finds: [[NameFind]] = Array(repeating: [], count: MatchKind.allCases.count)
  /// Whether sites were left out because there were enough.
  private(set) var isCut = false
  private var best: NameFind?
  private var site: Int64?

  init(limit: Int, excluding excluded: Set<Int64> = []) {
    self.limit = limit
    self.excluded = excluded
  }

  /// Takes a find; finds come in the order of their numbers.
  mutating func add(_ find: NameFind, site: Int64) {
    if site != self.site {
      flush()
      self.site = site
    }
    guard excluded.isEmpty || !excluded.contains(site) else { return }
    if let best, best.kind <= find.kind { return }
    best = find
  }

  /// Takes the last find; to be called at the end of a scan.
  mutating func flush() {
    defer { best = nil }
    guard let best else { return }
    if finds[best.kind.rank].count < limit {
      finds[best.kind.rank].append(best)
    } else {
      isCut = true
    }
  }
}

extension NamePack {
  /// The number of the name that a unit belongs to, not before `number`.
  func number(ofUnit unit: Int, from number: Int) -> Int {
    // Nearby by steps, far away by halving.
    var (low, step) = (number, 1)
    while low + step < count, Int(starts[low + step]) <= unit {
      low += step
      step *= 2
    }
    var high = min(count, low + step)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= unit { low = middle } else { high = middle }
    }
    return low
  }

  /// Finds the names that contain the folded text.
  ///
  /// Cost: O(units), four at a time.
  func scan(for text: [UInt16], into collector: inout FindCollector) {
    guard let first = text.first, count > 0 else { return }
    var number = 0
    units.withUnsafeBufferPointer { units in
      text.withUnsafeBufferPointer { text in
        var place = 1
        while let found = Self.next(first, in: units, from: place) {
          place = found + 1
          guard found + text.count < units.count else { break }
          var length = 1
          while length < text.count, units[found + length] == text[length] { length += 1 }
          guard length == text.count else { continue }
          number = self.number(ofUnit: found, from: number)
          let start = found - Int(starts[number])
          let isWhole = start == 0 && units[found + length] == 0
          collector.add(
            NameFind(
              number: number, kind: isWhole ? .exact : start == 0 ? .prefix : .substring,
              range: start..<start + length),
            site: sites[number])
        }
      }
    }
    collector.flush()
  }

  /// Where a unit comes next; nil at the end.
  ///
  /// Four units are compared at once: the highest bit of a lane that was equal is the lowest bit set of
  /// (x − 1) & ~x & 8000₁₆. A find in a higher lane may be false, the lowest never is.
  ///
  /// Source: L. Lamport, *Multiple byte processing with full-word instructions*, CACM 18 (1975)
  /// 471–475, doi:10.1145/360933.360994.
  private static func next(
    _ unit: UInt16, in units: UnsafeBufferPointer<UInt16>, from place: Int
  ) -> Int? {
    guard let base = units.baseAddress else { return nil }
    let (ones, highs): (UInt64, UInt64) = (0x0001_0001_0001_0001, 0x8000_8000_8000_8000)
    let pattern = UInt64(unit) &* ones
    let raw = UnsafeRawPointer(base)
    var place = place
    while place + 4 <= units.count {
      let lanes = raw.loadUnaligned(fromByteOffset: place &* 2, as: UInt64.self) ^ pattern
      let equal = (lanes &- ones) & ~lanes & highs
      if equal != 0 { return place + equal.trailingZeroBitCount / 16 }
      place &+= 4
    }
    while place < units.count {
      if base[place] == unit { return place }
      place += 1
    }
    return nil
  }
}
