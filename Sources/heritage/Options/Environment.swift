import Foundation

/// The environment variables that the program reads, one at a time.
///
/// `ProcessInfo` would build a dictionary of them all, a millisecond's work at every start.
enum Environment {
  /// The value of a variable; nil where it is not set or empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
