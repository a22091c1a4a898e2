import ArgumentParser
import Foundation
import Words

/// What ArgumentParser prints, which it knows in English alone, in the language of the program.
enum ParserWords {
  /// The message about wrong arguments; one that is not the parser's own stays as it is.
  static func message(_ message: String, in language: Language = .spoken) -> String {
    guard language == .zh else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indent = line.prefix { $0 == " " }
      let words = String(line.dropFirst(indent.count))
      return indent + (HelpTable.chinese(for: words, under: "parser.error.") ?? words)
    }.joined(separator: "\n")
  }

  /// Prints what arguments ask the parser for, which is help, the version or a script, and ends the
  /// program; an exit code alone ends it too.
  static func exit(answering requests: any Error...) -> Never {
    guard Language.spoken == .zh, requests.allSatisfy({ Heritage.exitCode(for: $0).isSuccess })
    else {
      for request in requests.dropLast() { print(Heritage.fullMessage(for: request), "\n") }
      Heritage.exit(withError: requests[requests.count - 1])
    }
    for request in requests {
      let text = chinese(Heritage.fullMessage(for: request, columns: .max))
      if !text.isEmpty { print(text) }
    }
    Foundation.exit(ExitStatus.done.rawValue)
  }

  /// An answer of the parser, its lines unbroken, in Chinese.
  private static func chinese(_ answer: String) -> String {
    guard Help.isWanted else { return answer }
    let isScreen = answer.hasPrefix("OVERVIEW: ") || answer.hasPrefix("USAGE: ")
    // Scripts and the description in JSON have the parser's own help as well.
    let text = HelpTable.lines(under: "parser.fixed.").reduce(answer) {
      $0.replacing($1.english, with: $1.chinese)
    }
    return isScreen ? HelpScreen(width: Terminal.width() ?? 80).chinese(text) : text
  }
}
