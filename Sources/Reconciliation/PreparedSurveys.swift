import Foundation
import Geodesy
import HeritageRegistry

/// Two surveys ready to be compared: what their relics have as numbers, and how often each value occurs.
///
/// Cost: O(characters of all names) in time, some hundred bytes a relic in memory.
struct PreparedSurveys: Sendable {
  /// A relic of one of the surveys.
  struct Relic: Sendable {
    var names: [NameTable.Held]
    /// The spellings of the names that its name joins; empty for a name of one relic.
    var joined: [Int32] = []
    /// The numbers of its codes, and of what stands behind the county's digits.
    var codes: [Int32]
    var serials: [Int32]
    var longitude = Double.nan
    var latitude = Double.nan
    /// The radius of the circle in which it lies, in metres.
    var accuracy = 0.0
    /// The relics of one survey to be expected on a square metre around it.
    var density = 0.0
    var township: Int32
    var village: Int32
    var category: Category?
    var level: ProtectionLevel?
    var period: Int32
    var years: ClosedRange<Int>?

    var isPlaced: Bool { !longitude.isNaN }
  }

  /// The first survey's relics, then the second's, each in the order in which they were given.
  let relics: [Relic]
  /// How many relics the first survey has.
  let firstCount: Int
  let names: NameTable
  /// How many relics of each survey have a code, and what stands behind a county's digits.
  private(set) var codeHolders: [(first: Int32, second: Int32)]
  private(set) var serialHolders: [(first: Int32, second: Int32)]
  /// How common each township, village, category, level and period is among those who have one.
  let townshipShares: [Double]
  let villageShares: [Double]
  let categoryShares: [Category: Double]
  let levelShares: [ProtectionLevel: Double]
  let periodShares: [Double]

  /// The relics of a survey, on the average of the two.
  var average: Double { names.average }
  var first: Range<Int> { 0..<firstCount }
  var second: Range<Int> { firstCount..<relics.count }

  /// How far a position of unknown accuracy may be off, in metres.
  static let unknownAccuracy = 500.0

  /// Prepares two surveys.
  ///
  /// - Parameters:
  ///   - county: The county's name, which may stand before a relic's.
  ///   - successors: Townships that were merged, each with the one that it is part of now.
  init(
    _ first: [SurveyedRelic], _ second: [SurveyedRelic], county: String?,
    successors: [String: String]
  ) {
    var names = NameTable()
    var (codes, serials) = (Interned<String>(), Interned<String>())
    var (townships, villages, periods) = (
      Interned<String>(), Interned<String>(), Interned<[UInt16]>()
    )
    var relics: [Relic] = []
    relics.reserveCapacity(first.count + second.count)
    func present(_ township: String) -> String {
      var name = township
      // A township may have been merged twice; a circle of successors ends here too.
      for _ in 0..<4 { name = successors[name] ?? name }
      return name
    }
    for (number, relic) in (first + second).enumerated() {
      let township = relic.township.map(present)
      let places = [county, relic.township, township, relic.village].compactMap { $0 }
      let keys = relic.codes.compactMap(CodeKey.init)
      var prepared = Relic(
        names: Self.unique(
          ([relic.name] + relic.otherNames).compactMap {
            names.add($0, places: places, isFirst: number < first.count)
          }),
        codes: Self.unique(keys.map { codes.number(of: $0.whole) }),
        serials: Self.unique(keys.compactMap(\.serial).map { serials.number(of: $0) }),
        township: township.map { townships.number(of: $0) } ?? -1,
        village: relic.village.map { villages.number(of: $0) } ?? -1,
        category: relic.category, level: relic.level,
        period: relic.period.map { periods.number(of: NameParts($0).bare) } ?? -1,
        years: relic.years)
      if let coordinate = relic.coordinate {
        (prepared.longitude, prepared.latitude) = (coordinate.longitude, coordinate.latitude)
        prepared.accuracy = relic.accuracy ?? Self.unknownAccuracy
      }
      prepared.joined = Self.joined(relic.name).compactMap { names.number(of: $0) }
      relics.append(prepared)
    }
    names.finish(relics: relics.count)
    Self.setDensities(&relics)
    codeHolders = Self.holders(of: relics, first: first.count, count: codes.count, \.codes)
    serialHolders = Self.holders(of: relics, first: first.count, count: serials.count, \.serials)
    townshipShares = Self.shares(relics.map(\.township), townships.count)
    villageShares = Self.shares(relics.map(\.village), villages.count)
    periodShares = Self.shares(relics.map(\.period), periods.count)
    categoryShares = Self.shares(relics.compactMap(\.category))
    levelShares = Self.shares(relics.compactMap(\.level))
    self.relics = relics
    self.names = names
    firstCount = first.count
  }

  /// The names that one name joins: 李家桥、王家桥; none for a name of one relic.
  private static func joined(_ name: String) -> [String] {
    let parts = name.split { "、，,及与和/／".contains($0) }
    guard parts.count > 1, parts.allSatisfy({ $0.count > 1 }) else { return [] }
    return parts.map(String.init)
  }

  private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    guard values.count > 1 else { return values }
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func holders(
    of relics: [Relic], first: Int, count: Int, _ keys: KeyPath<Relic, [Int32]>
  ) -> [(first: Int32, second: Int32)] {
    var holders = [(first: Int32, second: Int32)](repeating: (0, 0), count: count)
    for (number, relic) in relics.enumerated() {
      for key in relic[keyPath: keys] {
        if number < first { holders[Int(key)].first += 1 } else { holders[Int(key)].second += 1 }
      }
    }
    return holders
  }

  private static func shares(_ numbers: [Int32], _ count: Int) -> [Double] {
    var counts = [Double](repeating: 0, count: count)
    for number in numbers where number >= 0 { counts[Int(number)] += 1 }
    let sum = max(1, counts.reduce(0, +))
    return counts.map { $0 / sum }
  }

  private static func shares<Value: Hashable>(_ values: [Value]) -> [Value: Double] {
    let counts = values.reduce(into: [Value: Int]()) { $0[$1, default: 0] += 1 }
    return counts.mapValues { Double($0) / Double(values.count) }
  }

  /// How dense relics lie, by cells of some 2 km and those around them.
  private static func setDensities(_ relics: inout [Relic]) {
    let size = GroundCells.size(metres: 2000)
    var counts: [GroundCells.Cell: Int] = [:]
    for relic in relics where relic.isPlaced {
      counts[GroundCells.cell(relic.longitude, relic.latitude, size), default: 0] += 1
    }
    for index in relics.indices where relics[index].isPlaced {
      let cell = GroundCells.cell(relics[index].longitude, relics[index].latitude, size)
      var near = 0
      for dx in -1...1 {
        for dy in -1...1 {
          near += counts[GroundCells.Cell(x: cell.x + Int32(dx), y: cell.y + Int32(dy))] ?? 0
        }
      }
      let width = 6000 * cos(relics[index].latitude * .pi / 180)
      relics[index].density = (Double(near) / 2 + 0.5) / (width * 6000)
    }
  }
}

/// Cells of degrees that cover the ground.
enum GroundCells {
  struct Cell: Hashable {
    let x: Int32
    let y: Int32
  }

  /// The metres of a degree of latitude.
  static let degree = 111_200.0

  /// The degrees of cells that are so many metres high.
  static func size(metres: Double) -> Double { metres / degree }

  static func cell(_ longitude: Double, _ latitude: Double, _ size: Double) -> Cell {
    Cell(
      x: Int32((longitude / size).rounded(.down)), y: Int32((latitude / size).rounded(.down)))
  }
}
