import Geodesy

/// How sure it is that a relic lies where a question asks.
public struct Presence: Hashable, Sendable {
  /// The share as a word.
  public let certainty: Certainty
  /// The part of the circle of its accuracy that lies there, more than 0 and at most 1, planar at that
  /// scale; nil where nobody knows how accurate the position is.
  ///
  /// Where a radius, areas and a corridor are asked for together, it is the smallest of their shares: that
  /// which lies in all of them may be less. Along a corridor it is good to about one hundredth.
  public let share: Double?
  /// Whether the point itself lies outside.
  public let isBeyond: Bool

  /// Inside for sure.
  package static let certain = Presence(certainty: .certain, share: 1, isBeyond: false)

  package init(certainty: Certainty, share: Double?, isBeyond: Bool) {
    (self.certainty, self.share, self.isBeyond) = (certainty, share, isBeyond)
  }

  /// What a share says; nil for a share of none.
  init?(share: Double, isBeyond: Bool) {
    guard let certainty = Certainty(share: share) else { return nil }
    self.init(certainty: certainty, share: share, isBeyond: isBeyond)
  }

  /// What a radius says of a position.
  ///
  /// - Parameters:
  ///   - distance: From the origin to the point.
  ///   - accuracy: Of the point and the origin together; nil where nobody knows.
  ///   - radius: What was asked for.
  init?(distance: Length, accuracy: Length?, radius: Length) {
    let isBeyond = distance > radius
    guard let accuracy else {
      if isBeyond { return nil }
      self.init(certainty: .unknown, share: nil, isBeyond: false)
      return
    }
    let share = CircleShare.inCircle(distance: distance, accuracy: accuracy, radius: radius)
    self.init(share: share, isBeyond: isBeyond)
  }

  /// Whether an answer leaves it out that was not asked for what is but possible.
  var isOnlyPossible: Bool { isBeyond && certainty == .possible }

  /// What holds for one of two areas, which may overlap: the better share, and inside of either is inside.
  func or(_ other: Presence) -> Presence {
    Presence(
      certainty: min(certainty, other.certainty),
      share: [share, other.share].compactMap { $0 }.max(),
      isBeyond: isBeyond && other.isBeyond)
  }

  /// What holds for both of two conditions.
  func and(_ other: Presence) -> Presence {
    let certainty = max(certainty, other.certainty)
    return Presence(
      certainty: certainty,
      share: certainty == .unknown
        ? nil : [share, other.share].compactMap { $0 }.min(),
      isBeyond: isBeyond || other.isBeyond)
  }
}
