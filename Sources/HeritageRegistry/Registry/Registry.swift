/// A county's register of immovable relics, opened for questions.
///
/// ```swift
/// let registry = try Registry(opening: "heritage.sqlite")
/// let chengtoushan = try registry.site("LX-0001")
/// print(chengtoushan.nameZH)  // 城头山遗址
/// ```
///
/// The value can be shared between threads, and never writes.
public struct Registry: Sendable {
  /// Who reads.
  public let audience: Audience
  /// What the register says of itself.
  public let info: RegistryInfo

  let store: any RegisterStore

  /// The path of the file, or what a register is called that is in none.
  public var path: String { store.name }

  /// A register that is open, as an audience may see it.
  package init(_ store: any RegisterStore, for audience: Audience, info: RegistryInfo) {
    self.store = store
    self.audience = audience
    self.info = info
  }

  /// The same register as another audience may see it; what is kept in memory of it is shared.
  public func seen(by audience: Audience) -> Registry {
    Registry(store, for: audience, info: info)
  }

  /// Runs `body` on one state of the register.
  func read<Value>(_ body: (any RegisterState) throws -> Value) throws -> Value {
    try store.read(for: audience, .little, body)
  }
}

/// What a register says of itself.
public struct RegistryInfo: Hashable, Sendable {
  /// The county in Chinese.
  public let nameZH: String
  /// The county in English.
  public let nameEN: String?
  /// The county's code (GB/T 2260).
  public let countyCode: String?
  /// What is printed wherever the data are shown.
  public let credits: String?

  package init(nameZH: String, nameEN: String?, countyCode: String?, credits: String?) {
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.countyCode = countyCode
    self.credits = credits
  }

  /// The name in the language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}
