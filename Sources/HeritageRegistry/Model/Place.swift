public import Geodesy

/// A named place where a tour can begin.
public struct Place: Hashable, Sendable {
  /// A short key: `county-town`.
  public let key: String
  /// The name in Chinese.
  public let nameZH: String
  /// The name in English.
  public let nameEN: String?
  /// Where it is.
  public let coordinate: Coordinate
  /// The radius of the circle in which it lies.
  public let accuracy: Length
}
