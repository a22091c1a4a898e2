import Foundation
import Words

/// The standard streams, byte by byte.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// A reader that closes its end early is no failure: writes then report it, and the program ends.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Writes an answer; ends the program quietly when nobody reads it any more.
  ///
  /// - Throws: ``Failure`` when the device is full or cannot be written.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes bytes of an answer.
  static func write(_ bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes {
        Foundation.write(Stream.output.rawValue, $0.baseAddress, $0.count)
      }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        exit(ExitStatus.done.rawValue)
      } else if errno != EINTR {
        throw Failure(
          Sentence("answer.unwritable", ["reason": Sentence(systemError: errno)]), hint: nil,
          status: .inputOutput)
      }
    }
  }

  /// Writes a remark; a closed standard error is no failure.
  static func writeError(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes {
      Foundation.write(Stream.error.rawValue, $0.baseAddress, $0.count)
    }
  }

  /// Says something to whoever runs the program, on a line of the standard error.
  static func say(_ words: any SentenceValue) { writeError(words.spoken + "\n") }

  /// Asks whoever runs the program a question; nil where nobody is there to answer.
  static func ask(_ question: Sentence) -> String? {
    guard isatty(STDIN_FILENO) == 1, isTerminal(.error) else { return nil }
    writeError(question.spoken + " ")
    return readLine()
  }

  /// The width of a stream's terminal in columns; nil where it goes to none.
  static func width(of stream: Stream = .output) -> Int? {
    guard isTerminal(stream) else { return nil }
    if let text = Environment["COLUMNS"], let columns = Int(text),
      columns > 0
    {
      return columns
    }
    var size = winsize()
    guard ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
