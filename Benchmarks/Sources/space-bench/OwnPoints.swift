import Foundation

/// A register's points and the places to ask from, clustered like settlements, the same in every run.
enum OwnPoints {
  private static let count = 766_722
  private static let levels = ["national", "provincial", "county", "registered"]
  private static let categories = [
    "ancient_site", "ancient_tomb", "ancient_building", "cave_temple_stone", "modern_site", "other",
  ]

  /// A linear congruential generator (Knuth, *The Art of Computer Programming*, volume 2, 3.3.4).
  private struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ low: Double, _ high: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return low + Double(state >> 11) * 0x1p-53 * (high - low)
    }
  }

  private static let positions: [(Double, Double)] = {
    var numbers = Numbers(seed: 20_261_123)
    let centres = (0..<2800).map { _ in
      (numbers.next(98, 122), numbers.next(22, 41), numbers.next(0.02, 0.35))
    }
    return (0..<count).map { _ in
      let centre = centres[Int(numbers.next(0, 1) * numbers.next(0, 2800))]
      let spread = { (_ numbers: inout Numbers) in
        (numbers.next(-1, 1) + numbers.next(-1, 1) + numbers.next(-1, 1)) * centre.2
      }
      return (centre.0 + spread(&numbers), centre.1 + spread(&numbers))
    }
  }()

  /// The table, as `heritage import` reads it.
  static var table: [UInt8] {
    var text = "id,name_zh,category,level,lon,lat\n"
    for (index, position) in positions.enumerated() {
      let level = levels[index % 140 == 0 ? 0 : index % 40 == 0 ? 1 : index % 8 == 0 ? 2 : 3]
      text += "P\(1_000_000 + index),点\(index),\(categories[index % 6]),\(level),"
      text += "\(position.0),\(position.1)\n"
    }
    return Array(text.utf8)
  }

  /// 1,000 places near the points.
  static var queries: String {
    var numbers = Numbers(seed: 5)
    return "lon,lat\n"
      + (0..<1000).map { _ in
        let near = positions[Int(numbers.next(0, Double(count)))]
        return "\(near.0 + numbers.next(-0.03, 0.03)),\(near.1 + numbers.next(-0.03, 0.03))\n"
      }.joined()
  }
}
