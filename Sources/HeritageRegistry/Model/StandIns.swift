public import Geodesy

/// Makes rows that hold the place of relics no public source names.
///
/// A stand-in says what it is in its name, its code and its provenance. Its position is drawn evenly
/// inside an outline and has no accuracy; its category is drawn with the weights of the national
/// register. The same count, seed and outline give the same rows on every machine.
public struct StandIns: Sequence, IteratorProtocol, Sendable {
  /// The relics of each category in the third national survey (2007–2011), 766,722 in all, as the
  /// State Administration of Cultural Heritage published them.
  private static let categoryWeights: [(category: Category, count: Int)] = [
    (.ancientSite, 193_282), (.ancientTomb, 139_458), (.ancientBuilding, 263_885),
    (.caveTempleStone, 24_422), (.modernSite, 141_449), (.other, 4_226),
  ]

  private let count: Int
  private let outline: MultiPolygon
  private let box: BoundingBox
  private let prefix: String
  private var random: SplitMix64
  private var made = 0

  /// Prepares `count` stand-ins, made one at a time as they are asked for.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - seed: Which of the possible sets.
  ///   - outline: Where their positions lie.
  ///   - prefix: What the codes begin with: `LX` gives `LX-X0001`.
  public init(count: Int, seed: UInt64, within outline: MultiPolygon, prefix: String) {
    self.count = count
    self.outline = outline
    self.prefix = prefix
    box = outline.boundingBox
    random = SplitMix64(seed: seed)
  }

  /// Whether all have been made.
  public var isDone: Bool { made >= count }

  /// The next stand-in.
  ///
  /// Cost: O(vertices of the outline).
  public mutating func next() -> Site? {
    guard made < count else { return nil }
    made += 1
    let serial = String(made)
    let digits = Swift.max(4, String(count).count)
    let padded = "X" + String(repeating: "0", count: digits - serial.count) + serial
    let category = drawnCategory()
    return Site(
      code: "\(prefix)-\(padded)", nameZH: "待补录文物点 \(padded)",
      nameEN: "Stand-in \(padded), to be replaced", category: category, level: .registered,
      levelBasis: .standIn,
      position: Position(
        coordinate: drawnPoint(), accuracy: nil, method: .generated, source: nil, verbatim: nil,
        declaredSystem: nil),
      provenance: .standIn)
  }

  private mutating func drawnCategory() -> Category {
    let total = Self.categoryWeights.reduce(0) { $0 + $1.count }
    var rest = Int(random.unit() * Double(total))
    for (category, count) in Self.categoryWeights {
      if rest < count { return category }
      rest -= count
    }
    return .other
  }

  /// A position drawn evenly from the box until it falls into the outline, to six decimals.
  private mutating func drawnPoint() -> Coordinate {
    func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
    // An outline of some area is hit within a few draws; a sliver gets its first vertex.
    for _ in 0..<10_000 {
      let point = Coordinate(
        uncheckedLongitude: rounded(box.west + random.unit() * (box.east - box.west)),
        latitude: rounded(box.south + random.unit() * (box.north - box.south)))
      if outline.contains(point) { return point }
    }
    return outline.polygons[0].exterior.positions[0]
  }
}
