/// A township that was merged into another.
public struct FormerTownship: Hashable, Sendable {
  /// The former name in Chinese.
  public let nameZH: String
  /// The Chinese name of the township it became part of; nil where no source shows it.
  public let successor: String?

  /// Makes a former township.
  public init(nameZH: String, successor: String?) {
    self.nameZH = nameZH
    self.successor = successor
  }
}
