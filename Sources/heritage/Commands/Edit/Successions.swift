import ArgumentParser
import HeritageRegistry
import Words

/// Relics become part of another.
struct Merge: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge", abstract: .help("merge"), discussion: .help("merge.discussion"))
  }

  @Argument(help: .help("merge.codes", value: "code"), completion: SiteCompletion.kind)
  var codes: [String]

  @Option(help: .help("merge.into", value: "code"), completion: SiteCompletion.kind)
  var into: String

  @OptionGroup var paper: DocumentOptions
  @OptionGroup var options: ChangeOptions

  func run() throws {
    let note = try options.edit.note()
    guard !options.dryRun else { return options.note(Sentence("edit.dryRun")) }
    try options.open().merge(codes, into: into, paper.event(.merged), note: note)
    try ChangeReport.sayNumber(of: options) {
      Sentence(
        "merge.noted", ["number": $0, "codes": codes.joined(separator: ", "), "into": into])
    }
  }
}

/// A relic becomes several.
struct Split: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "split", abstract: .help("split"), discussion: .help("split.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @Option(
    parsing: .upToNextOption, help: .help("split.into", value: "code"),
    completion: SiteCompletion.kind)
  var into: [String]

  @OptionGroup var paper: DocumentOptions
  @OptionGroup var options: ChangeOptions

  func run() throws {
    let note = try options.edit.note()
    guard !options.dryRun else { return options.note(Sentence("edit.dryRun")) }
    try options.open().split(code, into: into, paper.event(.split), note: note)
    try ChangeReport.sayNumber(of: options) {
      Sentence(
        "split.noted", ["number": $0, "code": code, "into": into.joined(separator: ", ")])
    }
  }
}
