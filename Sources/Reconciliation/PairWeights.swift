import Foundation
import HeritageRegistry

/// Weighs a pair of entries after Fellegi and Sunter: the sum of what each comparison says, in bits.
///
/// Each weight is the base-2 logarithm of the share of pairs of one relic that compare so over the share of
/// pairs of two relics that do. With the chance that a pair taken at random is one relic, the sum is the
/// logarithm of the odds that this one is. Shares among pairs of two relics come from the surveys themselves:
/// a rare name, a rare period, a lonely place says more.
///
/// Source: I. P. Fellegi and A. B. Sunter, *A theory for record linkage*, J. American Statistical Association
/// 64 (1969) 1183–1210, doi:10.1080/01621459.1969.10501049.
struct PairWeights: Sendable {
  let surveys: PreparedSurveys
  let worth: CodeWorth
  let serialWorth: CodeWorth

  private typealias Relic = PreparedSurveys.Relic

  /// What was found in weighing a pair, without the words.
  struct Weighing {
    /// The sum, in bits.
    var score = 0.0
    var names: NameTable.Comparison = (.other, 0)
    /// The distance, in metres; nil where one has no position.
    var distance: Double?
    var place = 0.0
    var code = 0.0
    var isRecycled = false
    var hasSameCode = false
    var (township, village, category, level, period) = (0.0, 0.0, 0.0, 0.0, 0.0)
    /// The chance beforehand.
    var chance = 0.0
  }

  /// Weighs relic `a` of the first survey and relic `b` of the second.
  ///
  /// The same value comes out when the surveys change places.
  func weigh(_ first: Int, _ second: Int) -> Weighing {
    let (a, b) = (surveys.relics[first], surveys.relics[second])
    var found = Weighing()
    found.chance = -log2(surveys.average)
    found.names = surveys.names.compare(a.names, b.names)
    place(a, b, into: &found)
    area(a, b, into: &found)
    description(a, b, into: &found)
    code(a, b, into: &found)
    found.score =
      found.chance + found.names.bits + found.place + found.township + found.village
      + found.category + found.level + found.period + found.code
    return found
  }

  /// The metres between two places: a degree's length on a sphere, right to some thousandths within a county.
  static func metres(_ a: PreparedSurveys.Relic, _ b: PreparedSurveys.Relic) -> Double {
    let north = (a.latitude - b.latitude) * GroundCells.degree
    let east =
      (a.longitude - b.longitude) * GroundCells.degree
      * cos((a.latitude + b.latitude) * .pi / 360)
    // To the decimetre, so that nothing depends on which is the first.
    return ((north * north + east * east).squareRoot() * 10).rounded() / 10
  }

  /// How far two positions of one relic lie apart on the average, in metres, by their accuracies.
  static func spread(_ a: PreparedSurveys.Relic, _ b: PreparedSurveys.Relic) -> Double {
    // A circle of an accuracy holds most positions, so its radius is about two standard deviations.
    ((a.accuracy * a.accuracy + b.accuracy * b.accuracy) * 0.3 + 225).squareRoot()
  }

  /// Positions: as scattered as their accuracies say, or far off by mistake, over what lies around.
  private func place(_ a: Relic, _ b: Relic, into found: inout Weighing) {
    guard a.isPlaced, b.isPlaced else { return }
    let distance = Self.metres(a, b)
    found.distance = distance
    func density(_ spread: Double) -> Double {
      exp(-distance * distance / (2 * spread * spread)) / (2 * .pi * spread * spread)
    }
    let spread = Self.spread(a, b)
    let around = max(a.density, b.density)
    let odds =
      (0.94 * density(spread) + 0.05 * density(1500 + spread)) / around
      + 0.01 / surveys.average
    found.place = log2(odds) + log2(surveys.average)
  }

  /// Townships and villages, which say much only where a position is missing.
  private func area(_ a: Relic, _ b: Relic, into found: inout Weighing) {
    let isPlaced = found.distance != nil
    if a.township >= 0, b.township >= 0 {
      let isSame = a.township == b.township
      let share = surveys.townshipShares[Int(a.township)]
      found.township =
        isPlaced ? (isSame ? 0.4 : -0.8) : isSame ? log2(0.92 / max(share, 1e-4)) : -3.5
    }
    if a.village >= 0, b.village >= 0 {
      let isSame = a.village == b.village
      let share = surveys.villageShares[Int(a.village)]
      found.village =
        isPlaced
        ? (isSame ? 0.8 : -0.6) : isSame ? min(4, log2(0.85 / max(share, 1e-4))) : -1.5
    }
  }

  private func description(_ a: Relic, _ b: Relic, into found: inout Weighing) {
    if let x = a.category, let y = b.category {
      let share = surveys.categoryShares[x] ?? 1
      // A bridge is an old building: what the name has said already is not said again.
      found.category =
        x != y ? -3.5 : found.names.relation.sharesKind ? 0.1 : log2(0.96 / share)
    }
    if let x = a.level, let y = b.level {
      let share = surveys.levelShares[x] ?? 1
      found.level = x == y ? min(3, log2(0.92 / share)) : abs(x.rank - y.rank) > 1 ? -2.5 : -1.5
    }
    if a.period >= 0, b.period >= 0 {
      if a.period == b.period {
        found.period = min(3.5, log2(0.85 / surveys.periodShares[Int(a.period)]))
      } else if let x = a.years, let y = b.years {
        found.period = x.overlaps(y) ? 0 : -2.5
      } else {
        found.period = -1.5
      }
    }
  }

  /// Codes: equal, equal but for the county, or given to another relic since.
  private func code(_ a: Relic, _ b: Relic, into found: inout Weighing) {
    guard !a.codes.isEmpty, !b.codes.isEmpty else { return }
    if let code = a.codes.first(where: b.codes.contains) {
      found.hasSameCode = true
      found.code = weight(worth, surveys.codeHolders[Int(code)])
    } else if let serial = a.serials.first(where: b.serials.contains), !serialWorth.isAnew {
      found.hasSameCode = true
      found.code = weight(serialWorth, surveys.serialHolders[Int(serial)])
    } else if !worth.isAnew {
      found.code = max(-4, log2(1 - 0.95 * worth.coverage * worth.reliability))
    }
    guard found.hasSameCode, !found.names.relation.isAlike else { return }
    // Another name in another place: the code was given again, or mistyped. Within the accuracies it is no other.
    let isFar =
      found.distance.map { $0 > Self.spread(a, b) && found.place + found.chance < -2 }
      ?? (found.township < 0)
    if isFar {
      found.isRecycled = true
      found.code = 0
    }
  }

  private func weight(_ worth: CodeWorth, _ holders: (first: Int32, second: Int32)) -> Double {
    guard !worth.isAnew else { return 0 }
    let odds = worth.reliability / (1 - worth.reliability)
    let repeated = Double(max(1, holders.first)) * Double(max(1, holders.second))
    return log2(odds) + log2(surveys.average) - 2 * log2(repeated)
  }
}
