import ArgumentParser

/// Plans tours, orders relics, and checks plans.
struct Tour: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tour",
      abstract: .help("tour"),
      discussion: .help("tour.discussion"),
      subcommands: [TourPlan.self, TourOrder.self, TourFewestDays.self, TourCheck.self],
      defaultSubcommand: TourPlan.self)
  }
}
