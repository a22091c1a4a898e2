import Foundation

/// What is done when the user presses ctrl-C, or the system asks the program to end.
enum Interruption {
  /// Ends the program with 130 on ctrl-C, 143 or 129 on a request to end; removes half-written files.
  ///
  /// The signals are blocked and one thread waits for them, so that what follows is ordinary code and no
  /// signal handler. To be called before any other thread is started; an open transaction is rolled back
  /// when the file is opened next.
  static func remove(_ paths: [String] = []) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Thread.detachNewThread { [signals] in
      var (signals, number) = (signals, Int32(0))
      guard sigwait(&signals, &number) == 0 else { return }
      for path in paths { unlink(path) }
      _exit(128 + number)
    }
  }
}
