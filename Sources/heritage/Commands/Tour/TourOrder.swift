import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner
import Tours
import Words

/// Puts chosen relics into the shortest order.
struct TourOrder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "Put chosen relics into the shortest order, whatever their hours.",
    discussion: """
      Up to 12 relics the order is proved to be the shortest; above, it is searched for. Without \
      --start and --end the order begins and ends with whichever relics make it shortest.
      """)

  @Option(
    help: ArgumentHelp("The relics, with commas; repeat for more.", valueName: "codes"),
    completion: SiteCompletion.kind)
  var sites: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where it starts: the key of a place, a relic, a point or free.", valueName: "place"))
  var start: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Where it ends.", valueName: "place"))
  var end: String?

  @Flag(help: "Go back to where it starts.")
  var closed = false

  @OptionGroup var travel: TravelOptions

  @Option(help: ArgumentHelp("What the random numbers of the search start from.", valueName: "s"))
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
    let output = Output(options: common.output)
    output.note(listing.summary(in: output.language))
    output.note(travel.model.assumption.sentence(in: output.language))
    if common.output.chosenFormat == .geojson {
      // A map has the relics alone.
      let relics = listing.relics
      try output.write(relics.hits, measures: .none, adding: relics.columns, in: registry)
    } else {
      try output.write(listing.answer)
      if common.output.chosenFormat == .table, let credits = registry.info.credits {
        output.note(credits)
      }
    }
  }
}
