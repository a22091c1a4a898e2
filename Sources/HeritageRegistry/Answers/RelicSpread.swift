public import Geodesy

/// Where many relics lie, and how well that is known; which relic lies where is not told.
public struct RelicSpread: Sendable {
  /// The positions, in no order.
  public var positions: [Coordinate] = []
  /// How many relics have no position that the reader may see.
  public var unlocated = 0
  /// How many positions are of unknown accuracy.
  public var unknownAccuracy = 0
  /// The largest accuracy that is known; nil where none is.
  public var largestAccuracy: Length?
  /// How many relics were left out because they are but possible, see ``Page/possibleBeyond``.
  public var possibleBeyond = 0

  /// No relics.
  public init() {}
}
