import ArgumentParser
import Tables

/// The encoding of a text on the command line: `big5`, `gbk`, `shift-jis`.
struct EncodingArgument: ExpressibleByArgument {
  let encoding: TextEncoding

  init?(argument: String) {
    guard let encoding = TextEncoding(name: argument) else { return nil }
    self.encoding = encoding
  }

  static var allValueStrings: [String] { TextEncoding.allCases.map { $0.rawValue.lowercased() } }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
