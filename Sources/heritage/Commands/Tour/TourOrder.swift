import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner
import Tours
import Words

/// Puts chosen relics into the shortest order.
struct TourOrder: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "order",
      abstract: .help("tour.order"),
      discussion: .help("tour.order.discussion"))
  }

  @Option(help: .help("tour.order.sites", value: "codes"), completion: SiteCompletion.kind)
  var sites: [String]

  @Option(parsing: .unconditional, help: .help("tour.order.start", value: "place"))
  var start: String?

  @Option(parsing: .unconditional, help: .help("tour.order.end", value: "place"))
  var end: String?

  @Flag(help: .help("tour.order.closed"))
  var closed = false

  @OptionGroup var travel: TravelOptions

  @Option(help: .help("tour.search.seed", value: "s"))
  var seed: UInt64 = 1

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if closed, end != nil { throw ValidationError(Sentence("option.closedEnd")) }
    try TourOptions.check(sites, of: "--sites")
  }

  func run() throws {
    let travel = try travel.travel()
    let registry = try common.open()
    let ordered = try OrderedRelics(
      of: sites, from: start, to: closed ? .atStart : .named(end), travel: travel, seed: seed,
      in: registry)
    let listing = OrderListing(ordered)
    var roadCredits: String?
    if case .roads(let source, _, _) = travel.model.assumption { roadCredits = source }
    let output = Output(options: common.output)
    output.note(listing.summary(in: output.language))
    output.note(travel.model.assumption.sentence(in: output.language))
    if common.output.chosenFormat == .geojson {
      // A map has the relics alone.
      let relics = listing.relics
      try output.write(
        relics.hits, measures: .none, adding: relics.columns, naming: roadCredits, in: registry)
    } else if common.output.chosenFormat == .table {
      try output.write(listing.answer)
      let credits = [registry.info.credits, roadCredits].compactMap { $0 }
      if !credits.isEmpty { output.note(credits.joined(separator: "; ")) }
    } else {
      try output.write(listing.answer(naming: roadCredits))
    }
  }
}
