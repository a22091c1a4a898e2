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
  /// The kinds of which sites were left out because there were enough.
  var cuts: [MatchKind] { MatchKind.allCases.filter { cutRanks >> $0.rank & 1 == 1 } }
  /// A bit for the rank of each.
  private var cutRanks = 0
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

  /// Whether a further find of a kind would be left out.
  func isFull(of kind: MatchKind) -> Bool { finds[kind.rank].count >= limit }

  /// Says that a find was left out without being taken.
  mutating func cut(_ kind: MatchKind) { cutRanks |= 1 << kind.rank }

  /// Takes the last find; to be called at the end of a scan.
  mutating func flush() {
    defer { best = nil }
    guard let best else { return }
    if finds[best.kind.rank].count < limit {
      finds[best.kind.rank].append(best)
    } else {
      cut(best.kind)
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
  /// - Parameter stated: How it matched, whatever part of a name the text is; nil to tell by the part.
  ///
  /// Cost: O(places of the rarest unit of the text).
  func scan(
    for text: [UInt16], as stated: MatchKind? = nil, into collector: inout FindCollector
  ) {
    guard count > 0,
      let rarest = text.indices.min(by: { frequency(of: text[$0]) < frequency(of: text[$1]) })
    else { return }
    var number = 0
    units.withUnsafeBufferPointer { units in
      text.withUnsafeBufferPointer { text in
        forEachPlace(of: text[rarest]) { place in
          let found = place - rarest
          guard found > 0, found + text.count < units.count else { return true }
          for offset in text.indices where units[found + offset] != text[offset] { return true }
          let (begins, ends) = (units[found - 1] == 0, units[found + text.count] == 0)
          let kind = stated ?? (begins ? ends ? .exact : .prefix : .substring)
          guard !collector.isFull(of: kind) else {
            collector.cut(kind)
            return true
          }
          number = self.number(ofUnit: found, from: number)
          let start = found - Int(starts[number])
          collector.add(
            NameFind(number: number, kind: kind, range: start..<start + text.count),
            site: sites[number])
          return true
        }
      }
    }
    collector.flush()
  }
}
