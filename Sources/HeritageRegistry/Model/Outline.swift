public import Geodesy

/// The outline of the county or of a neighbour, generalised: what a map draws behind the relics.
public struct Outline: Hashable, Sendable {
  /// Whose outline it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// The county of the register.
    case county
    /// A county beside it.
    case neighbour
  }

  /// The county's or a neighbour's.
  public let kind: Kind
  /// The name in Chinese.
  public let nameZH: String
  /// The name in English.
  public let nameEN: String?
  /// The code (GB/T 2260).
  public let code: String?
  /// Who says so.
  public let source: String?
  /// The area inside.
  public let area: MultiPolygon

  package init(
    kind: Kind, nameZH: String, nameEN: String? = nil, code: String? = nil, source: String? = nil,
    area: MultiPolygon
  ) {
    self.kind = kind
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.code = code
    self.source = source
    self.area = area
  }

  /// The name in a language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}
