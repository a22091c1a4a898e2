import Foundation

/// What is done when the user presses ctrl-C, or the system asks the program to end.
enum Interruption {
  /// The files to remove, as C strings: a signal handler may not allocate.
  nonisolated(unsafe) private static var leftovers: [UnsafeMutablePointer<CChar>] = []

  /// Ends the program with 130 on ctrl-C, 143 or 129 on a request to end, and removes half-written files.
  static func remove(_ paths: [String]) {
    leftovers = paths.compactMap { (path: String) in strdup(path) }
    endQuietly()
  }

  /// Ends the program in the same way; an open transaction is rolled back by the next reader.
  static func endQuietly() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        for path in Interruption.leftovers { unlink(path) }
        _exit(128 + number)
      }
    }
  }
}
