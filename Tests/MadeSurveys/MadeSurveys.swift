import Geodesy
import HeritageRegistry
public import Reconciliation

/// A small generator of random numbers, the same on every machine (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  mutating func below(_ bound: Int) -> Int { Int(unit() * Double(bound)) }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// A normal number, as the sum of twelve even ones.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }
}

/// Two made surveys of a county, with what is true of them.
///
/// Half of the relics have names like those of national units, half are called 李家桥 or 张家老屋 as in villages,
/// so that 320 names repeat. Of the first survey's relics 6 % are gone, 2 % were split, 2 % merged with their
/// neighbour; 8 % of the names have a character wrong, 8 % a place in front, 4 % are others altogether; 35 % keep a
/// code, 1 % carry that of another; positions are good to ±10 to ±2,000 m, and 3 % are wrong by 0.6 to 3 km. About
/// a tenth of the second survey is new.
public struct MadeSurveys {
  /// The first survey.
  public var first: [SurveyedRelic] = []
  /// The second survey, in no order.
  public var second: [SurveyedRelic] = []
  /// Which entries are one: places in the first and the second survey, those of parts too.
  public var links: Set<Link> = []
  /// Entries of the first survey that the second does not have.
  public var gone: Set<Int> = []
  /// Entries of the second survey that the first does not have.
  public var new: Set<Int> = []
  /// The links of splits and mergers alone.
  public var divided: Set<Link> = []

  /// An entry of the first survey and one of the second.
  public struct Link: Hashable, Sendable {
    /// The first survey's.
    public let first: Int
    /// The second survey's.
    public let second: Int

    /// Links two entries.
    public init(first: Int, second: Int) { (self.first, self.second) = (first, second) }
  }

  private var dice: Dice
  private let side: Double

  /// Makes the surveys of a county.
  ///
  /// - Parameters:
  ///   - count: The relics of the first survey; a relic has 3.3 km².
  ///   - found: The new ones of the second.
  public init(count: Int, found: Int, seed: UInt64) {
    dice = Dice(seed: seed)
    side = (Double(count) * 3.3).squareRoot() * 1000
    for number in 0..<count {
      let isVillage = number % 2 == 1
      first.append(relic(named: isVillage ? villageName() : listedName(), number: number))
    }
    var nearest = Neighbours(first)
    var used = Set<Int>()
    for number in 0..<count where !used.contains(number) {
      used.insert(number)
      let chance = dice.unit()
      if chance < 0.06 {
        gone.insert(number)
      } else if chance < 0.08 {
        split(number)
      } else if chance < 0.09, let other = nearest.nearest(of: number, in: first, except: used) {
        // Each merger takes two, so 2 % of the relics are merged.
        used.insert(other)
        merge(number, other)
      } else {
        add(surveyedAgain(number), of: [number])
      }
    }
    for number in 0..<found {
      new.insert(second.count)
      second.append(
        relic(named: number % 2 == 1 ? villageName() : listedName(), number: nil))
    }
    shuffle()
  }

  private mutating func shuffle() {
    var order = Array(second.indices)
    for index in order.indices.reversed() { order.swapAt(index, dice.below(index + 1)) }
    var places = order
    for (place, old) in order.enumerated() { places[old] = place }
    second = order.map { [second] in second[$0] }
    links = Set(links.map { [places] in Link(first: $0.first, second: places[$0.second]) })
    divided = Set(divided.map { [places] in Link(first: $0.first, second: places[$0.second]) })
    new = Set(new.map { [places] in places[$0] })
  }

  private mutating func add(_ relic: SurveyedRelic, of numbers: [Int], isDivided: Bool = false) {
    for number in numbers {
      links.insert(Link(first: number, second: second.count))
      if isDivided { divided.insert(Link(first: number, second: second.count)) }
    }
    second.append(relic)
  }

  // MARK: one relic

  private mutating func relic(named name: (text: String, category: Category), number: Int?)
    -> SurveyedRelic
  {
    let place = (dice.unit() * side, dice.unit() * side)
    let levels: [ProtectionLevel] = [.national, .provincial, .municipal, .county, .registered]
    let shares = [0.025, 0.04, 0.06, 0.15, 1.0]
    let draw = dice.unit()
    let period = dice.pick(Self.periods)
    let accuracy = dice.pick(Self.accuracies)
    return SurveyedRelic(
      codes: number.map { ["430723-" + Self.padded($0 + 1)] } ?? [], name: name.text,
      coordinate: scattered(place, by: accuracy), accuracy: accuracy, category: name.category,
      level: zip(levels, shares).first { draw < $0.1 }?.0 ?? .registered, period: period.words,
      years: period.years, township: township(place))
  }

  private static func padded(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
  }

  /// Townships of 8 km by 8 km.
  private func township(_ place: (Double, Double)) -> String {
    let across = max(1, Int(side / 8000))
    let number =
      min(across - 1, Int(place.0 / 8000)) * across + min(across - 1, Int(place.1 / 8000))
    let stems = Self.syllables.count
    return Self.syllables[number % stems] + Self.syllables[(number * 7 + 3) % stems]
      + (number < stems ? "镇" : "乡第\(number / stems)片")
  }

  /// A relic as it is registered the next time.
  private mutating func surveyedAgain(_ number: Int) -> SurveyedRelic {
    var relic = first[number]
    let draw = dice.unit()
    if draw < 0.08 {
      relic.name = misspelt(relic.name)
    } else if draw < 0.16 {
      relic.name = dice.pick([relic.township ?? "", Self.village(&dice)]) + relic.name
    } else if draw < 0.20 {
      relic.name = dice.unit() < 0.5 ? villageName().text : listedName().text
    }
    let codes = dice.unit()
    relic.codes =
      codes < 0.35 ? relic.codes : codes < 0.36 ? first[dice.below(first.count)].codes : []
    move(&relic)
    if dice.unit() < 0.05 { relic.level = relic.level == .registered ? .county : .provincial }
    if dice.unit() < 0.03 { relic.category = dice.pick(Array(Category.allCases)) }
    if dice.unit() < 0.10 {
      let period = dice.pick(Self.periods)
      (relic.period, relic.years) = (period.words, period.years)
    }
    return relic
  }

  /// Gives a relic a position of its own in the second survey.
  private mutating func move(_ relic: inout SurveyedRelic) {
    guard var place = relic.coordinate.map(plane) else { return }
    // What the first survey has is not where it is: both scatter about that.
    let accuracy = dice.pick(Self.accuracies)
    let old = relic.accuracy ?? 0
    place = (place.0 + dice.normal() * old / 2, place.1 + dice.normal() * old / 2)
    if dice.unit() < 0.03 {
      let angle = dice.unit() * 2 * .pi
      let far = 600 + dice.unit() * 2400
      place = (place.0 + far * cosine(angle), place.1 + far * cosine(angle - .pi / 2))
    }
    relic.coordinate = scattered(place, by: accuracy)
    relic.accuracy = accuracy
  }

  private mutating func split(_ number: Int) {
    let marks = dice.pick([["东区", "西区"], ["一号", "二号"], ["南段", "北段"], ["1号", "2号", "3号"]])
    for mark in marks {
      var part = surveyedAgain(number)
      part.name = first[number].name + mark
      part.codes = []
      add(part, of: [number], isDivided: true)
    }
  }

  private mutating func merge(_ a: Int, _ b: Int) {
    var whole = surveyedAgain(a)
    let (x, y) = (first[a].name, first[b].name)
    whole.name = dice.pick([x + "、" + y, x + "及" + y, x + "与" + y])
    whole.codes = []
    add(whole, of: [a, b], isDivided: true)
  }

  // What the extension draws by.
  mutating func draw<Value>(_ values: [Value]) -> Value { dice.pick(values) }
  mutating func drawn(below bound: Int) -> Int { dice.below(bound) }
  mutating func normal() -> Double { dice.normal() }
}
