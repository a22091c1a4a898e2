import ArgumentParser
import HeritageRegistry

/// Where an answer goes and how it is said, whatever its format.
struct WritingOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: .help("output.output", value: "file"),
    completion: .file())
  var output: String?

  @Flag(help: .help("output.raw"))
  var raw = false

  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?

  @Flag(help: .help("output.failEmpty"))
  var failEmpty = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @Flag(help: .help("output.noColor"))
  var noColor = false
}
