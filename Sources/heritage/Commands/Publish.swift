import ArgumentParser
import Foundation
import HeritageRegistry
import HeritageSQLite
import Words

/// Writes the public copy of a register.
struct Publish: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish",
      abstract: .help("publish"),
      discussion: .help("publish.discussion"))
  }

  @Option(
    name: [.customShort("o"), .long],
    help: .help("publish.output", value: "file"),
    completion: .file(extensions: ["sqlite"]))
  var output: String

  @OptionGroup var register: RegisterFileOption

  @Flag(help: .help("init.force"))
  var force = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  func validate() throws { try KnownEndings.refuse(output) }

  func run() throws {
    let path = register.path
    let partial = RegisterFile.temporaryPath(for: output)
    Interruption.remove(
      [partial, partial + "-draft"].flatMap { file in
        ["", "-journal", "-wal", "-shm"].map { file + $0 }
      })
    let copy = try RegisterFile(path).publish(to: output, replacing: force)
    guard !quiet else { return }
    if let old = copy.oldFile { Terminal.say(Sentence("output.oldFile", ["path": old])) }
    Terminal.say(Sentence("publish.wrote", ["path": output, "count": copy.rows]))
    Terminal.say(
      Sentence(
        "publish.leftBehind",
        [
          "positions": Sentence("publish.positions", ["count": copy.withheld]),
          "outlines": Sentence("publish.outlines", ["count": copy.zones]),
        ]))
    let undecided = try Registry(opening: output).undecidedPositions()
    guard !undecided.isEmpty else { return }
    Terminal.say(Sentence("publish.undecided", ["count": undecided.count]))
    for position in undecided {
      Terminal.say(
        Sentence(
          "publish.undecidedRelic",
          ["code": position.code, "name": position.name, "reason": position.reason.sentence]))
    }
    Terminal.say(Sentence("publish.decide"))
  }
}

extension UndecidedPosition.Reason {
  /// The reason as a clause.
  fileprivate var sentence: Sentence {
    switch self {
    case .noCategory: Sentence("publish.noCategory")
    case .words(let text): Sentence("publish.saysTomb", ["text": text])
    case .category(let category): Sentence("publish.category", ["category": category])
    }
  }
}
