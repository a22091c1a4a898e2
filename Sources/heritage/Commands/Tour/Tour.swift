import ArgumentParser

/// Plans tours, orders relics, and checks plans.
struct Tour: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract:
      "Plan tours: which relics to visit, on which day, in what order, and why not the others.",
    discussion: """
      `heritage tour --date 2026-12-05 --days 2 --start county-town` plans; `heritage help tour plan` \
      names its options.
      """,
    subcommands: [TourPlan.self, TourOrder.self, TourFewestDays.self, TourCheck.self],
    defaultSubcommand: TourPlan.self)
}
