public import Geodesy

/// A township or subdistrict of the county.
public struct Township: Hashable, Sendable {
  /// Nine digits (GB/T 10114).
  public let code: String
  /// The name in Chinese.
  public let nameZH: String
  /// The name in English.
  public let nameEN: String?
  /// The seat; nil where no source places it.
  public let seat: Coordinate?
}
