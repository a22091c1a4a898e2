import Foundation
public import Geodesy

/// A shift of all positions of one survey against those of the other: the mark of a datum that was not
/// declared.
///
/// In Hunan GCJ-02 lies some 600 m from WGS 84. Of a survey that is shifted so no relic has moved.
public struct SurveyShift: Hashable, Sendable {
  /// Which survey's positions are those of a web map.
  public enum Cause: Hashable, Sendable {
    /// The first survey's are in this datum, and the second's are on WGS 84.
    case first(ChineseDatum)
    /// The second survey's are in this datum, and the first's are on WGS 84.
    case second(ChineseDatum)
    /// Nobody knows why.
    case unknown
  }

  /// What explains it.
  public let cause: Cause
  /// Metres east that the second survey's positions lie from the first's: the median.
  public let east: Double
  /// Metres north that they lie from them.
  public let north: Double
  /// The relics of the same rare name that it was found by.
  public let count: Int

  /// How far the second survey's positions lie from the first's, in metres.
  public var length: Double { (east * east + north * north).squareRoot() }

  /// A shift shorter than this, in metres, is none: the positions of a survey scatter.
  static let shortest = 100.0
  /// So many pairs tell a shift, and so great a share of them lies about it.
  private static let (fewest, share) = (6, 0.6)

  /// Looks for a shift among pairs that are one relic in all likelihood.
  ///
  /// - Parameter pairs: Positions of the first and of the second survey, with how far their accuracies let them
  ///   lie apart, in metres.
  ///
  /// Returns nil where no shift explains most pairs better than none.
  init?(_ pairs: [(first: Coordinate, second: Coordinate, spread: Double)]) {
    // What is coarse tells no shift.
    let fine = pairs.filter { $0.spread < 250 }
    let used = fine.count >= Self.fewest ? fine : pairs
    guard used.count >= Self.fewest else { return nil }
    let moves = used.map { Self.move($0.first, $0.second) }
    let east = Self.median(moves.map(\.east))
    let north = Self.median(moves.map(\.north))
    guard (east * east + north * north).squareRoot() >= Self.shortest else { return nil }
    let fitting = zip(used, moves).count { pair, move in
      hypot(move.east - east, move.north - north) < 2 * pair.spread + 60
    }
    let fittingNone = zip(used, moves).count { pair, move in
      hypot(move.east, move.north) < 2 * pair.spread + 60
    }
    guard Double(fitting) >= Self.share * Double(used.count), fitting > fittingNone else {
      return nil
    }
    (self.east, self.north, count) = (east, north, used.count)
    cause = Self.cause(of: used, apart: hypot(east, north))
  }

  /// The datum that leaves the positions nearest to each other, where it explains nearly all of the shift.
  private static func cause(
    of pairs: [(first: Coordinate, second: Coordinate, spread: Double)], apart: Double
  ) -> Cause {
    let causes: [Cause] = [.first(.gcj02), .second(.gcj02), .first(.bd09), .second(.bd09)]
    let left = causes.map { cause in
      let moves = pairs.map {
        move(restored($0.first, cause, of: 0), restored($0.second, cause, of: 1))
      }
      return hypot(median(moves.map(\.east)), median(moves.map(\.north)))
    }
    guard let best = left.indices.min(by: { left[$0] < left[$1] }), left[best] < apart / 4 else {
      return .unknown
    }
    return causes[best]
  }

  private static func restored(_ position: Coordinate, _ cause: Cause, of survey: Int) -> Coordinate
  {
    switch cause {
    case .first(let datum) where survey == 0: datum.restored(position)
    case .second(let datum) where survey == 1: datum.restored(position)
    default: position
    }
  }

  /// The position of a relic as it is compared.
  ///
  /// - Parameter isFirst: Whether it is the first survey's.
  func corrected(_ position: Coordinate, isFirst: Bool) -> Coordinate {
    guard case .unknown = cause else {
      return Self.restored(position, cause, of: isFirst ? 0 : 1)
    }
    // Half of the way each, so that nothing depends on which survey is the first.
    let part = isFirst ? 0.5 : -0.5
    return Coordinate(
      uncheckedLongitude: position.longitude + part * east
        / (GroundCells.degree * cos(position.latitude * .pi / 180)),
      latitude: position.latitude + part * north / GroundCells.degree)
  }

  private static func move(_ a: Coordinate, _ b: Coordinate) -> (east: Double, north: Double) {
    (
      (b.longitude - a.longitude) * GroundCells.degree
        * cos((a.latitude + b.latitude) * .pi / 360),
      (b.latitude - a.latitude) * GroundCells.degree
    )
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
