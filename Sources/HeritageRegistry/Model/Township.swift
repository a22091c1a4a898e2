public import Geodesy

/// A township or subdistrict of the county.
public struct Township: Hashable, Sendable {
  /// What its government is.
  public enum Kind: String, Vocabulary {
    /// 街道.
    case subdistrict
    /// 镇.
    case town
    /// 乡.
    case township

    /// What messages call it.
    public static var noun: Labels { Labels(zh: "乡镇种类", en: "kind of township") }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .subdistrict: Labels(zh: "街道", en: "Subdistrict")
      case .town: Labels(zh: "镇", en: "Town")
      case .township: Labels(zh: "乡", en: "Township")
      }
    }
  }

  /// Nine digits (GB/T 10114).
  public let code: String
  /// The name in Chinese.
  public let nameZH: String
  /// The name in English.
  public let nameEN: String?
  /// Subdistrict, town or township.
  public let kind: Kind
  /// The seat; nil where no source places it.
  public let seat: Coordinate?
  /// The radius of the circle in which the seat lies; nil without a seat.
  public let seatAccuracy: Length?
  /// Who says so.
  public let source: String?

  package init(
    code: String, nameZH: String, nameEN: String?, kind: Kind = .town, seat: Coordinate?,
    seatAccuracy: Length? = nil, source: String? = nil
  ) {
    self.code = code
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.kind = kind
    self.seat = seat
    self.seatAccuracy = seatAccuracy
    self.source = source
  }

  /// The name in the language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}
