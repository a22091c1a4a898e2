import ArgumentParser
import Foundation

/// The command line of the register.
@main
struct Heritage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heritage",
    abstract:
      "A county's immovable cultural relics: what is here, what is near, how it is protected.",
    discussion: """
      The register is one SQLite file with SpatiaLite geometry; create it with `heritage init`. \
      Answers go to the standard output, everything else to the standard error.
      """,
    version: "0.1.0",
    subcommands: [
      Init.self, Import.self, Show.self, Search.self, Near.self, Nearest.self, List.self,
      Group.self, Cluster.self, Intangible.self, Stats.self, Export.self, Map.self,
      Tour.self, Synthesize.self, Convert.self, Doctor.self,
    ])

  static func main() {
    let arguments = PointArgument.protectingNegatives(Array(CommandLine.arguments.dropFirst()))
    Terminal.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      // Nothing is buffered: the clean-up of the libraries' globals would only take time.
      _exit(ExitStatus.done.rawValue)
    } catch {
      Failure.exit(error, arguments: arguments)
    }
  }
}
