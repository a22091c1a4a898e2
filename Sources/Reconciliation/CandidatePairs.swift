import Foundation

/// Finds the pairs of entries that may be one relic, without comparing each with each.
///
/// A pair is looked at where the two have a code in common, or a name as it is written or read, where the name of
/// one says that it is a part of the other, or where they lie so near that the place alone makes it possible; names
/// that many have count nearby or in one township only. So the pairs grow with the relics, and not with their square.
struct CandidatePairs {
  private let surveys: PreparedSurveys
  private let weights: PairWeights
  /// The second survey's relics by what they share.
  private let byCode: Postings
  private let bySerial: Postings
  private let bySpelling: Postings
  private let bySound: Postings
  private let byCore: Postings
  private let byOpenName: Postings
  private let byName: Postings
  private let byWhole: Postings
  private let grid: [GroundCells.Cell: [Int32]]
  private let cellSize = GroundCells.size(metres: 1000)
  private let largestAccuracy: Double

  /// So many relics with one name are looked at wherever they lie.
  private static let rare = 24
  /// Names that more have are found by place alone.
  private static let common = 1500
  /// How far apart two of the same name are still looked at, in metres.
  private static let nearby = 12_000.0

  init(_ weights: PairWeights) {
    self.weights = weights
    surveys = weights.surveys
    let names = surveys.names
    let second = surveys.second
    func postings(_ keys: @escaping (PreparedSurveys.Relic) -> [UInt64]) -> Postings {
      Postings(second.lazy.map { (Int32($0), keys(weights.surveys.relics[$0])) })
    }
    byCode = postings { $0.codes.map { UInt64($0) } }
    bySerial = postings { $0.serials.map { UInt64($0) } }
    bySpelling = postings { $0.names.map { UInt64($0.spelling) } + $0.joined.map { UInt64($0) } }
    bySound = postings { $0.names.map { UInt64(names.spellings[Int($0.spelling)].soundNumber) } }
    byCore = postings { $0.names.map { UInt64(names.spellings[Int($0.spelling)].coreNumber) } }
    byOpenName = postings { relic in relic.names.flatMap { Self.openNames($0, in: names) } }
    byName = postings { relic in relic.names.flatMap { names.names(of: $0) } }
    byWhole = postings { relic in relic.names.flatMap { names.wholes(of: $0) } }
    var grid: [GroundCells.Cell: [Int32]] = [:]
    var largest = 0.0
    for number in second where surveys.relics[number].isPlaced {
      let relic = surveys.relics[number]
      largest = max(largest, relic.accuracy)
      grid[GroundCells.cell(relic.longitude, relic.latitude, cellSize), default: []]
        .append(Int32(number))
    }
    self.grid = grid
    largestAccuracy = largest
  }

  private static func openNames(_ held: NameTable.Held, in names: NameTable) -> [UInt64] {
    let units = names.spellings[Int(held.spelling)].units
    guard units.count > 2 else { return [] }
    return units.indices.map { NameTable.open(units, at: $0) }
  }

  /// Calls `body` with each relic of the second survey that one of the first may be, once, by number.
  func forEach(of first: Int, _ body: (Int) -> Void) {
    let relic = surveys.relics[first]
    var found: Set<Int32> = []
    for code in relic.codes { found.formUnion(byCode[UInt64(code)].prefix(Self.rare)) }
    if !weights.serialWorth.isAnew {
      for serial in relic.serials { found.formUnion(bySerial[UInt64(serial)].prefix(Self.rare)) }
    }
    for name in relic.names {
      let spelling = surveys.names.spellings[Int(name.spelling)]
      named(bySpelling[UInt64(name.spelling)], like: relic, limit: Self.common, into: &found)
      for list in [
        bySound[UInt64(spelling.soundNumber)],
        spelling.core.count > 1 ? byCore[UInt64(spelling.coreNumber)] : [],
      ] {
        named(list, like: relic, limit: Self.common / 8, into: &found)
      }
      for key in Self.openNames(name, in: surveys.names) {
        named(byOpenName[key], like: relic, limit: Self.rare, into: &found)
      }
    }
    for name in relic.names {
      // Its parts, and what it is a part of.
      for key in surveys.names.names(of: name) {
        named(byWhole[key], like: relic, limit: Self.common / 8, into: &found)
      }
      for key in surveys.names.wholes(of: name) {
        named(byName[key], like: relic, limit: Self.common / 8, into: &found)
      }
    }
    for spelling in relic.joined {
      named(bySpelling[UInt64(spelling)], like: relic, limit: Self.common / 8, into: &found)
    }
    if relic.isPlaced { near(relic, into: &found) }
    for number in found.sorted() { body(Int(number)) }
  }

  /// Those of a list that lie where the relic may be: all of a short list, the near ones of a longer one.
  private func named(
    _ list: ArraySlice<Int32>, like relic: PreparedSurveys.Relic, limit: Int,
    into found: inout Set<Int32>
  ) {
    guard !list.isEmpty else { return }
    if list.count <= Self.rare { return found.formUnion(list) }
    guard list.count <= limit else { return }
    for number in list {
      let other = surveys.relics[Int(number)]
      if relic.isPlaced, other.isPlaced {
        if PairWeights.metres(relic, other) <= Self.nearby { found.insert(number) }
      } else if relic.township < 0 || other.township < 0 || relic.township == other.township {
        found.insert(number)
      }
    }
  }

  /// Those so near that the place alone makes one relic not unlikely.
  private func near(_ relic: PreparedSurveys.Relic, into found: inout Set<Int32>) {
    let reach =
      2.6
      * ((relic.accuracy * relic.accuracy + largestAccuracy * largestAccuracy) * 0.3)
      .squareRoot() + 600
    let high = reach / GroundCells.degree
    let wide = high / max(0.05, cos(relic.latitude * .pi / 180))
    let low = GroundCells.cell(relic.longitude - wide, relic.latitude - high, cellSize)
    let top = GroundCells.cell(relic.longitude + wide, relic.latitude + high, cellSize)
    for x in low.x...top.x {
      for y in low.y...top.y {
        for number in grid[GroundCells.Cell(x: x, y: y)] ?? [] {
          let other = surveys.relics[Int(number)]
          let distance = PairWeights.metres(relic, other)
          let spread = PairWeights.spread(relic, other)
          guard distance <= 2.6 * spread + 500 else { continue }
          // Among many neighbours the nearest alone can be told by place.
          let around = max(relic.density, other.density)
          guard distance * distance * .pi * around <= 40 else { continue }
          found.insert(number)
        }
      }
    }
  }
}

/// Lists of relics by a key, in two arrays.
struct Postings {
  private var keys: [UInt64] = []
  private var values: [Int32] = []

  init(_ relics: some Sequence<(Int32, [UInt64])>) {
    var pairs: [(key: UInt64, value: Int32)] = []
    for (number, keys) in relics {
      for key in keys { pairs.append((key, number)) }
    }
    pairs.sort { ($0.key, $0.value) < ($1.key, $1.value) }
    keys.reserveCapacity(pairs.count)
    values.reserveCapacity(pairs.count)
    for pair in pairs where keys.last != pair.key || values.last != pair.value {
      keys.append(pair.key)
      values.append(pair.value)
    }
  }

  /// The relics with a key, by number.
  subscript(key: UInt64) -> ArraySlice<Int32> {
    let start = place { $0 < key }
    guard start < keys.count, keys[start] == key else { return [] }
    return values[start..<place { $0 <= key }]
  }

  private func place(_ isBefore: (UInt64) -> Bool) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(keys[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
