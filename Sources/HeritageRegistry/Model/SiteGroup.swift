/// A group of relics (遗址群) that is known under one name.
public struct SiteGroup: Hashable, Sendable {
  /// A short key: `liyang-plain`.
  public let key: String
  /// The name in Chinese.
  public let nameZH: String
  /// The name in English.
  public let nameEN: String?
  /// A sentence in English.
  public let summaryEN: String?
  /// Who says so.
  public let source: String?
  /// The number of members.
  public let memberCount: Int

  package init(
    key: String, nameZH: String, nameEN: String? = nil, summaryEN: String? = nil,
    source: String? = nil, memberCount: Int
  ) {
    self.key = key
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.summaryEN = summaryEN
    self.source = source
    self.memberCount = memberCount
  }

  /// The name in the language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}
