import Foundation

/// What is done when the user presses ctrl-C, or the system asks the program to end.
enum Interruption {
  private static let lock = NSLock()
  /// What is removed, and whether a thread waits for the signals; read and set under the lock.
  nonisolated(unsafe) private static var state = (paths: Set<String>(), isWatched: false)

  /// Ends the program with 130 on ctrl-C, 143 or 129 on a request to end; removes half-written files.
  ///
  /// Files add up: a command that writes several of them calls this before each. The signals are blocked
  /// and one thread waits for them, so that what follows is ordinary code and no signal handler. To be
  /// called the first time before any other thread is started; an open transaction is rolled back when
  /// the file is opened next.
  static func remove(_ paths: [String] = []) {
    let isWatched = lock.withLock {
      state.paths.formUnion(paths)
      defer { state.isWatched = true }
      return state.isWatched
    }
    guard !isWatched else { return }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Thread.detachNewThread { [signals] in
      var (signals, number) = (signals, Int32(0))
      guard sigwait(&signals, &number) == 0 else { return }
      lock.lock()
      for path in state.paths { unlink(path) }
      _exit(128 + number)
    }
  }
}
