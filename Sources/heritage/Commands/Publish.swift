import ArgumentParser
import Foundation
import HeritageRegistry
import HeritageSQLite
import Words

/// Writes the public copy of a register.
struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the public copy of a register: without exact positions, checked byte by byte.",
    discussion: """
      Left behind are the table of exact positions, the outlines of zones around sensitive relics and \
      the log of imports. Where a text of the register still tells an exact position or address, the \
      copy is not written and the text is named.
      """)

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where to write the copy.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var output: String

  @OptionGroup var register: RegisterFileOption

  @Flag(help: "Replace an existing file, which is kept beside the new one.")
  var force = false

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  func run() throws {
    let path = register.path
    let partial = RegisterFile.temporaryPath(for: output)
    Interruption.remove([partial, partial + "-journal"])
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
  }
}
