/// A zone that has a shape, with the relic that it is for.
public struct ShapedZone: Hashable, Sendable {
  /// The code of the relic.
  public let code: String
  /// The name of the relic in Chinese.
  public let nameZH: String
  /// The name of the relic in English.
  public let nameEN: String?
  /// The zone.
  public let zone: Zone

  package init(code: String, nameZH: String, nameEN: String?, zone: Zone) {
    self.code = code
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.zone = zone
  }

  /// The name of the relic in a language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}
