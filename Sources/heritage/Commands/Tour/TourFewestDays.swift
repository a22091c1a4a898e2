import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Tours
import Words

/// Finds the fewest days in which chosen relics can all be visited.
struct TourFewestDays: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "days",
      abstract: .help("tour.days"),
      discussion: .help("tour.days.discussion"))
  }

  @Option(help: .help("tour.order.sites", value: "codes"), completion: SiteCompletion.kind)
  var sites: [String]

  @Option(help: .help("tour.plan.date", value: "date"))
  var date: String

  @OptionGroup var frame: TourDayOptions
  @OptionGroup var stops: TourStopOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var search: TourSearchOptions
  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: TourOutputOptions

  func validate() throws {
    try TourOptions.check(sites, of: "--sites")
    try TourOptions.checking { _ = try TourText.date(date, of: .date) }
    try frame.check()
  }

  func run() throws {
    let travel = try travel.travel()
    let registry = try register.open()
    let found = try FewestDays(
      visiting: sites, from: try TourText.date(date, of: .date), asked: frame.asked,
      wishes: stops.asked(), travel: travel, search: search.search(quiet: output.quiet),
      in: registry)
    let writer = output.writer
    writer.note(found.assumption.sentence(in: writer.language))
    var sheet = TourSheet(
      found.itinerary, of: found.request, remarks: [found.assumption], info: registry.info,
      language: writer.language,
      advice: Advice.on)
    if output.chosenFormat == .html { try sheet.addSurroundings(of: registry) }
    try writer.write(sheet.text(in: output.chosenFormat, language: writer.language))
    output.remarkOnName(of: found.request.assumptions(of: found.itinerary))
  }
}
