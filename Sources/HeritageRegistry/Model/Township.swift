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
  /// The radius of the circle in which the seat lies; nil without a seat.
  public let seatAccuracy: Length?

  package init(
    code: String, nameZH: String, nameEN: String?, seat: Coordinate?, seatAccuracy: Length? = nil
  ) {
    self.code = code
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.seat = seat
    self.seatAccuracy = seatAccuracy
  }

  /// The name in the language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}
