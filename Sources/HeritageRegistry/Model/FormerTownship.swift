public import Geodesy

/// A township that was merged into another.
public struct FormerTownship: Hashable, Sendable {
  /// The former name in Chinese.
  public let nameZH: String
  /// The Chinese name of the township it became part of; nil where no source shows it.
  public let successor: String?
  /// The former seat; nil where no source places it.
  public let seat: Coordinate?
  /// The radius of the circle in which the seat lies; nil without a seat.
  public let seatAccuracy: Length?
  /// Who says so.
  public let source: String?

  /// Makes a former township.
  public init(
    nameZH: String, successor: String?, seat: Coordinate? = nil, seatAccuracy: Length? = nil,
    source: String? = nil
  ) {
    self.nameZH = nameZH
    self.successor = successor
    self.seat = seat
    self.seatAccuracy = seatAccuracy
    self.source = source
  }
}
