import ArgumentParser
import Foundation

/// The command line of the register.
@main
struct Heritage: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "heritage",
      abstract: .help("heritage"),
      discussion: .help("heritage.discussion"),
      version: "0.1.0",
      subcommands: [
        Init.self, Import.self, Show.self, Search.self, Near.self, Nearest.self, List.self,
        Group.self, Cluster.self, Intangible.self, Stats.self, Export.self, Map.self, Tour.self,
        RoadsCommand.self,
        PrintCard.self, Report.self, Synthesize.self, Convert.self, Template.self, Attach.self,
        ListAttachments.self, Detach.self, Files.self, Publish.self, Imports.self, Backup.self,
        Doctor.self, SetFields.self, Add.self, Retire.self, Destroy.self, Move.self, Reinstate.self,
        Merge.self, Split.self, History.self, ClaimCommand.self, ClaimsCommand.self, Undo.self,
        Adopt.self, Drafts.self, Approve.self,
        Reject.self, Restore.self, OutlineCommand.self, Check.self, ZoneCommand.self,
        BodyCommand.self, CoverageCommand.self, Reconcile.self, Form.self, Serve.self,
        HubCommand.self, Pull.self, Push.self, Conflicts.self, Resolve.self,
      ])
  }

  static func main() {
    let arguments = PointArgument.protectingNegatives(Array(CommandLine.arguments.dropFirst()))
    Help.isWanted = false
    Terminal.ignoreBrokenPipes()
    do {
      try CommandNames.check(Help.topics(arguments))
      // What `tour` does by itself is `tour plan`, whose options are those that are asked for.
      if Help.isOfTours(arguments) {
        Help.isWanted = true
        ParserWords.exit(
          answering: CleanExit.helpRequest(Tour.self), CleanExit.helpRequest(TourPlan.self))
      }
      var command = try parsed(Help.topics(arguments))
      try command.run()
      // Nothing is buffered: the clean-up of the libraries' globals would only take time.
      _exit(ExitStatus.done.rawValue)
    } catch {
      Failure.exit(error, arguments: arguments)
    }
  }

  /// The command that the arguments give.
  ///
  /// A command that is named first is parsed by itself, which spares the program the options of all the
  /// others. What that does not understand, help among it, goes through the whole tree.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { command in
      command.configuration.commandName == arguments.first
        && command.configuration.subcommands.isEmpty
    }
    if let named, let command = try? named.parseAsRoot(Array(arguments.dropFirst())),
      type(of: command) == named
    {
      return command
    }
    return try parseAsRoot(arguments)
  }
}
