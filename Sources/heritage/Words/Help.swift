import ArgumentParser
import Words

/// The help of commands and options, from the tables `help.en.txt` and `help.zh.txt`.
enum Help {
  /// Whether help is looked up.
  ///
  /// The parser makes a command with the help of all its options whenever it parses, and makes it anew
  /// before it prints anything. While it only parses, help is left empty: a start costs no look-up.
  nonisolated(unsafe) static var isWanted = true

  static func text(_ key: String) -> String {
    isWanted ? HelpTable.text(key, in: .spoken) : ""
  }

  /// The names of commands after `help`, without the language, which the parser does not expect there.
  static func topics(_ arguments: [String]) -> [String] {
    guard arguments.first == "help", Language.of(arguments) != nil else { return arguments }
    return arguments.indices.filter { index in
      !arguments[index].hasPrefix("--lang=") && arguments[index] != "--lang"
        && arguments[index - 1, default: ""] != "--lang"
    }.map { arguments[$0] }
  }
}

extension Help {
  /// Whether arguments ask for help with tours, as `help tour` and `tour --help` do.
  static func isOfTours(_ arguments: [String]) -> Bool {
    let topics = topics(arguments)
    return topics == ["help", "tour"]
      || topics.first == "tour"
        && topics.dropFirst().first.map { ["--help", "-h"].contains($0) } == true
  }
}

extension Array {
  fileprivate subscript(index: Int, default value: Element) -> Element {
    indices.contains(index) ? self[index] : value
  }
}

extension String {
  /// What a command does, by its key in the tables of help.
  static func help(_ key: String) -> String { Help.text(key) }
}

extension ArgumentHelp {
  /// What an argument or an option does, by its key in the tables of help.
  ///
  /// - Parameter value: What its value is called there, without the `value.` before it; nil for flags.
  static func help(_ key: String, value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Help.text(key), valueName: value.map { Help.text("value.\($0)") })
  }
}
