import ArgumentParser
import HeritageRegistry
import HeritageSQLite
import Words

/// By which document something becomes of a relic, and when.
struct DocumentOptions: ParsableArguments {
  @Option(help: .help("fate.document", value: "text"))
  var document: String

  @Option(help: .help("fate.date", value: "date"))
  var date: String

  @Option(help: .help("fate.cause", value: "text"))
  var cause: String?

  func event(_ state: RelicState?) -> LifecycleEvent {
    LifecycleEvent(state: state, date: date, document: document, cause: cause)
  }
}

/// A command that brings a relic into a state by a document.
protocol FateCommand: ParsableCommand {
  var code: String { get }
  var paper: DocumentOptions { get }
  var options: ChangeOptions { get }
  var state: RelicState? { get }
}

extension FateCommand {
  func run() throws {
    let note = try options.edit.note()
    let fate = try options.open().note(
      paper.event(state), of: code, note: note, today: Today.inChina, rehearsing: options.dryRun)
    let report = FateReport(fates: [fate], options: options)
    if options.dryRun { return report.sayRehearsed() }
    try report.say {
      Sentence(
        "fate.noted",
        ["number": $0, "code": fate.code, "state": FateReport.words(fate.after)])
    }
  }
}

/// A relic is gone.
struct Destroy: FateCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "destroy", abstract: .help("destroy"), discussion: .help("destroy.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String
  @OptionGroup var paper: DocumentOptions
  @OptionGroup var options: ChangeOptions
  var state: RelicState? { .destroyed }
}

/// A relic stands elsewhere.
struct Move: FateCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "move", abstract: .help("move"), discussion: .help("move.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String
  @OptionGroup var paper: DocumentOptions
  @OptionGroup var options: ChangeOptions
  var state: RelicState? { .moved }
}

/// A relic is registered no longer.
struct Retire: FateCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retire", abstract: .help("retire"), discussion: .help("retire.discussion"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String
  @Flag(help: .help("retire.proposed"))
  var proposed = false
  @OptionGroup var paper: DocumentOptions
  @OptionGroup var options: ChangeOptions
  var state: RelicState? { proposed ? .revocationProposed : .revoked }
}

/// A relic exists again as before.
struct Reinstate: FateCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "reinstate", abstract: .help("reinstate"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String
  @OptionGroup var paper: DocumentOptions
  @OptionGroup var options: ChangeOptions
  var state: RelicState? { nil }
}
