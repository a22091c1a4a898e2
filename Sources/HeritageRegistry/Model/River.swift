public import Geodesy

/// A stretch of a river: what a map draws behind the relics.
public struct River: Hashable, Sendable {
  /// The name in Chinese.
  public let nameZH: String?
  /// How far the river may lie from the line; nil where nobody knows.
  public let accuracy: Length?
  /// Who says so.
  public let source: String?
  /// Its course.
  public let line: LineString

  package init(
    nameZH: String? = nil, accuracy: Length? = nil, source: String? = nil, line: LineString
  ) {
    self.nameZH = nameZH
    self.accuracy = accuracy
    self.source = source
    self.line = line
  }
}
