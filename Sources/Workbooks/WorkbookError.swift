/// Why a file is no workbook that can be read or written.
public enum WorkbookError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is not what its name says, or damaged.
  case unreadable(reason: String)
  /// The file could not be written.
  case unwritable(path: String, reason: String)

  /// The reason, as a sentence.
  public var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .unwritable(let path, let reason): "\(path): \(reason)"
    }
  }
}
