/// From which state of the register a table was made, in a text that a column of it carries: `r120-3f9a12bc`.
///
/// The number is that of the last change that the table knows, the digits begin the digest of the last edit
/// before it, so that a table of another register is not taken for one of this.
public struct TableVersion: Hashable, Sendable, CustomStringConvertible {
  /// The number of the last change; 0 for a register that was never changed.
  public let change: Int
  /// The first eight digits of the digest of the last edit; zeros where there is none.
  public let mark: String

  package init(change: Int, digest: String?) {
    self.change = change
    mark = digest.map { String($0.prefix(8)) } ?? Self.none
  }

  /// What stands for the digest of no edit.
  package static let none = "00000000"

  /// Reads the text of a cell; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first == "r", let change = Int(parts[0].dropFirst()),
      change >= 0, parts[1].count == 8,
      parts[1].allSatisfy({ $0.isHexDigit && !$0.isUppercase })
    else { return nil }
    self.change = change
    mark = String(parts[1])
  }

  /// The text of a cell.
  public var description: String { "r\(change)-\(mark)" }
}

extension Registry {
  /// The version that a table made now carries; nil for the public, and where no history is kept.
  public func tableVersion() throws -> TableVersion? {
    guard audience == .staff else { return nil }
    return try read { try $0.history?.version() }
  }
}
