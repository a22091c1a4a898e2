import Foundation

/// What is done when the user presses ctrl-C.
enum Interruption {
  /// The files to remove, as C strings: a signal handler may not allocate.
  nonisolated(unsafe) private static var leftovers: [UnsafeMutablePointer<CChar>] = []

  /// Ends the program with 130 on ctrl-C or a termination request, and removes a half-written file.
  static func remove(_ path: String) {
    leftovers = [path, path + "-journal"].compactMap { (name: String) in strdup(name) }
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        for path in Interruption.leftovers { unlink(path) }
        _exit(ExitStatus.interrupted.rawValue)
      }
    }
  }
}
