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
    let fates = try options.open().merge(
      codes, into: into, paper.event(.merged), note: note, today: Today.inChina,
      rehearsing: options.dryRun)
    let report = FateReport(fates: fates, options: options)
    if options.dryRun { return report.sayRehearsed() }
    try report.say {
      Sentence(
        "merge.noted",
        ["number": $0, "codes": fates.map(\.code), "into": fates.first?.successors ?? []])
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
    let fates = try options.open().split(
      code, into: into, paper.event(.split), note: note, today: Today.inChina,
      rehearsing: options.dryRun)
    let report = FateReport(fates: fates, options: options)
    if options.dryRun { return report.sayRehearsed() }
    try report.say {
      Sentence(
        "split.noted",
        [
          "number": $0, "code": fates.first?.code ?? code,
          "into": fates.first?.successors ?? [],
        ])
    }
  }
}
