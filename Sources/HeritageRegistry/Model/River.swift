public import Geodesy

/// A stretch of a river: what a map draws behind the relics.
public struct River: Hashable, Sendable {
  /// The name in Chinese.
  public let nameZH: String?
  /// The name in English.
  public let nameEN: String?
  /// How far the river may lie from the line; nil where nobody knows.
  public let accuracy: Length?
  /// Who says so.
  public let source: String?
  /// Its course.
  public let line: LineString

  package init(
    nameZH: String? = nil, nameEN: String? = nil, accuracy: Length? = nil, source: String? = nil,
    line: LineString
  ) {
    self.nameZH = nameZH
    self.nameEN = nameEN
    self.accuracy = accuracy
    self.source = source
    self.line = line
  }

  /// The name in a language, or in Chinese where there is none; nil for a river without a name.
  public func name(in language: Language) -> String? {
    language == .en ? nameEN ?? nameZH : nameZH
  }
}
