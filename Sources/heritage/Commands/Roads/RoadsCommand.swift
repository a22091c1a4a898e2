import ArgumentParser

/// Makes, checks and asks files of roads.
struct RoadsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "roads",
      abstract: .help("roads"),
      discussion: .help("roads.discussion"),
      subcommands: [RoadsBuild.self, RoadsCheck.self, RoadsRoute.self])
  }
}
