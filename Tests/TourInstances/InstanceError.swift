/// Why a file of an instance, or of the best that is known of it, cannot be used.
public struct InstanceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as a path within the folder.
  public let file: String
  /// The line of the fault, from 1; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong, as a clause.
  public let reason: String

  init(_ file: String, line: Int? = nil, _ reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// The file, the line and the reason.
  public var description: String {
    line.map { "\(file), line \($0): \(reason)" } ?? "\(file): \(reason)"
  }
}
