import HeritageRegistry

/// The names of two surveys: each spelling once, and how many relics have it and each of its parts.
///
/// Counting the parts tells a name that says much from one that says little: of 城头山遗址 there is no second,
/// while 李家桥 may well stand in the next village, even where the surveys have only one.
struct NameTable: Sendable {
  /// A name as it is written without the place before it.
  struct Spelling: Sendable {
    let units: [UInt16]
    let core: Range<Int>
    let coreNumber: Int32
    let kindNumber: Int32
    let soundNumber: Int32
    /// The relics of the first and of the second survey that are named so.
    var holders: (first: Int32, second: Int32) = (0, 0)

    /// The relics of both surveys that are named so.
    var held: Int { Int(holders.first) + Int(holders.second) }
  }

  /// A name of a relic: which spelling, and which place before it; 0 for none.
  struct Held: Hashable, Sendable {
    let spelling: Int32
    let prefix: Int32
  }

  private(set) var spellings: [Spelling] = []
  private var numbers: [[UInt16]: Int32] = [:]
  private var parts = Interned<[UInt16]>()
  /// How many relics have a name with each part.
  private var partCounts: [Int32] = []
  /// How many relics have a name that becomes each text when one character is left open.
  private var openCounts: [UInt64: Int32] = [:]
  /// How many relics have two characters in a row.
  private var pairCounts: [UInt32: Int32] = [:]
  /// The relics of a survey, on the average of the two.
  private(set) var average = 1.0

  /// Longer names are compared as far as this only.
  private static let longest = 64

  /// Notes a name of a relic and returns it.
  ///
  /// - Parameter isFirst: Whether the relic is of the first survey.
  mutating func add(_ name: String, places: [String], isFirst: Bool) -> Held? {
    let taken = NameParts(name, places: places)
    let units = Array(taken.bare.prefix(Self.longest))
    guard !units.isEmpty else { return nil }
    let number = numbers[units] ?? intern(units)
    if isFirst {
      spellings[Int(number)].holders.first += 1
    } else {
      spellings[Int(number)].holders.second += 1
    }
    let prefix = taken.prefix.isEmpty ? 0 : parts.number(of: [1] + taken.prefix) + 1
    return Held(spelling: number, prefix: prefix)
  }

  /// The number of a name that no relic needs to have.
  mutating func number(of name: String) -> Int32? {
    let units = Array(NameParts(name).bare.prefix(Self.longest))
    return units.isEmpty ? nil : numbers[units] ?? intern(units)
  }

  private mutating func intern(_ units: [UInt16]) -> Int32 {
    let core = NameParts.core(of: units)
    // The kinds of parts are kept apart by a unit that no name has.
    let spelling = Spelling(
      units: units, core: core.startIndex..<core.endIndex,
      coreNumber: parts.number(of: [2] + core),
      kindNumber: parts.number(of: [3] + units[core.endIndex...]),
      soundNumber: parts.number(of: [4] + NameParts.sounds(of: units)))
    let number = Int32(spellings.count)
    spellings.append(spelling)
    numbers[units] = number
    return number
  }

  /// Counts parts, when all names are there.
  ///
  /// Cost: O(characters of all names).
  mutating func finish(relics: Int) {
    average = max(1, Double(relics) / 2)
    partCounts = [Int32](repeating: 0, count: parts.count)
    for spelling in spellings {
      let held = Int32(spelling.held)
      for part in [spelling.coreNumber, spelling.kindNumber, spelling.soundNumber] {
        partCounts[Int(part)] += held
      }
      var seen: Set<UInt32> = []
      Self.forEachPair(spelling.units) { pair in
        if seen.insert(pair).inserted { pairCounts[pair, default: 0] += held }
      }
      for place in spelling.units.indices {
        openCounts[Self.open(spelling.units, at: place), default: 0] += held
      }
    }
  }

  /// Names of both surveys that have the same part, beside those of these two spellings.
  private func others(_ part: Int32, beside a: Spelling, _ b: Spelling, isOne: Bool) -> Double {
    Double(max(0, Int(partCounts[Int(part)]) - a.held - (isOne ? 0 : b.held))) / 2
  }

  /// How many relics of a survey beside this one are to be expected to have its name.
  func expected(_ number: Int32) -> Double {
    let spelling = spellings[Int(number)]
    let namesakes = Double(max(0, spelling.held - 2)) / 2
    let core = others(spelling.coreNumber, beside: spelling, spelling, isOne: true)
    let kind = Double(partCounts[Int(spelling.kindNumber)]) / (2 * average)
    return max(namesakes, core * min(1, kind)) + 0.02
  }

  /// The same for names that share a part with both spellings without being one of them.
  func expected(sharing part: Part, _ a: Int32, _ b: Int32) -> Double {
    let (x, y) = (spellings[Int(a)], spellings[Int(b)])
    return switch part {
    case .sound: others(x.soundNumber, beside: x, y, isOne: a == b) + 0.02
    case .core: others(x.coreNumber, beside: x, y, isOne: a == b) + 0.1
    case .open(let place):
      Double(max(0, Int(openCounts[Self.open(x.units, at: place)] ?? 0) - x.held - y.held)) / 2
        + 0.1
    case .containedCore(let isFirst):
      Double(partCounts[Int(isFirst ? x.coreNumber : y.coreNumber)]) / 2 + 0.1
    case .pair(let pair): Double(max(0, Int(pairCounts[pair] ?? 0))) / 2 + 0.3
    }
  }

  /// What two names have in common.
  enum Part {
    case sound
    case core
    /// All but the character at a place of the first name.
    case open(Int)
    /// The core of one stands in the other.
    case containedCore(isFirst: Bool)
    case pair(UInt32)
  }

  /// Calls `body` with each two characters in a row.
  static func forEachPair(_ units: [UInt16], _ body: (UInt32) -> Void) {
    for (a, b) in zip(units, units.dropFirst()) { body(UInt32(a) << 16 | UInt32(b)) }
  }

  /// How many relics have two characters in a row.
  func count(ofPair pair: UInt32) -> Int { Int(pairCounts[pair] ?? 0) }

  /// A key of a name with one character left open.
  static func open(_ units: [UInt16], at gap: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (place, unit) in units.enumerated() {
      hash = (hash ^ UInt64(place == gap ? 0 : unit)) &* 0x100_0000_01b3
    }
    hash = (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15
    return hash ^ (hash >> 29)
  }
}

/// Values, each with a number from 0.
struct Interned<Value: Hashable & Sendable>: Sendable {
  private var numbers: [Value: Int32] = [:]

  var count: Int { numbers.count }

  /// The number of a value, a new one for a new value.
  mutating func number(of value: Value) -> Int32 {
    if let known = numbers[value] { return known }
    let number = Int32(numbers.count)
    numbers[value] = number
    return number
  }
}
