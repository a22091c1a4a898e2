import ArgumentParser
import HeritageRegistry
import Words

/// The names of commands, held against what was typed.
enum CommandNames {
  /// Refuses a command that there is not, with the one that is meant: the parser would say that there are
  /// unexpected arguments, and `help` of it would be that of the whole program.
  ///
  /// - Throws: ``Failure``.
  static func check(_ arguments: [String]) throws {
    let typed = Array(arguments.prefix { !$0.hasPrefix("-") })
    let isHelp = typed.first == "help"
    let words = isHelp ? Array(typed.dropFirst()) : typed
    var command: any ParsableCommand.Type = Heritage.self
    var path = "heritage"
    for word in words {
      let known = command.configuration.subcommands
      guard !known.isEmpty else { return }
      if let next = known.first(where: { $0.configuration.commandName == word }) {
        command = next
        path += " " + word
        continue
      }
      // What follows a command with one of its own by default is its argument.
      guard isHelp || command.configuration.defaultSubcommand == nil else { return }
      let names = known.compactMap { $0.configuration.commandName } + (isHelp ? [] : ["help"])
      throw Failure(
        Sentence("command.unknown", ["word": word, "path": path]),
        hint: nearest(word, among: names).map { Sentence("command.didYouMean", ["name": $0]) }
          ?? Sentence("advice.help"), status: .usage)
    }
  }

  /// The name that is meant; nil where none is near.
  private static func nearest(_ word: String, among names: [String]) -> String? {
    names.map { (distance: EditDistance.between($0, word.lowercased()), name: $0) }
      .filter { $0.distance <= min(2, $0.name.count / 2) || $0.name.hasPrefix(word.lowercased()) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }
}
