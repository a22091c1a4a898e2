import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner
import Tours
import Words

/// Plans the days of a tour.
struct TourPlan: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: .help("tour.plan"),
      discussion: .help("tour.plan.discussion"))
  }

  @Option(help: .help("tour.plan.date", value: "date"))
  var date: String

  @Option(help: .help("tour.plan.days", value: "n"))
  var days = 1

  @OptionGroup var frame: TourDayOptions

  @Option(help: .help("tour.plan.sites", value: "codes"), completion: SiteCompletion.kind)
  var sites: [String] = []

  @Option(help: .help("tour.plan.must", value: "codes"), completion: SiteCompletion.kind)
  var must: [String] = []

  @Option(help: .help("tour.plan.skip", value: "codes"), completion: SiteCompletion.kind)
  var skip: [String] = []

  @Option(help: .help("tour.plan.pin", value: "pin"))
  var pin: [String] = []

  @OptionGroup var stops: TourStopOptions

  @Option(help: .help("tour.plan.prefer", value: "prefer"))
  var prefer: [String] = []

  @OptionGroup var travel: TravelOptions
  @OptionGroup var search: TourSearchOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var vicinity: VicinityOptions
  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: TourOutputOptions

  func validate() throws {
    if !(1...60).contains(days) { throw ValidationError(Sentence("option.days", ["days": days])) }
    if filters.includeStandIns {
      throw ValidationError(Sentence("option.tourStandIns"))
    }
    try TourOptions.checking { _ = try TourText.date(date, of: .date) }
    try frame.check()
    try TourOptions.checking { _ = try TourScores(prefer) }
    for (option, texts) in [("--sites", sites), ("--must", must), ("--skip", skip)]
    where !texts.isEmpty { try TourOptions.check(texts, of: option) }
  }

  func run() throws {
    let travel = try travel.travel()
    let registry = try register.open()
    var query = try filters.query()
    try vicinity.apply(to: &query, in: registry)
    let request = try TourRequest(
      query, sites: sites, from: try TourText.date(date, of: .date), days: days,
      asked: frame.asked,
      wishes: stops.asked(musts: must, skipped: skip, pins: pin, preferences: prefer),
      travel: travel, in: registry)
    let itinerary = try request.plan(search.search(quiet: output.quiet))
    let writer = output.writer
    var sheet = TourSheet(
      itinerary, of: request, info: registry.info, language: writer.language,
      advice: Advice.on)
    if output.chosenFormat == .html { try sheet.addSurroundings(of: registry) }
    try writer.write(sheet.text(in: output.chosenFormat, language: writer.language))
    output.remarkOnName(of: request.assumptions(of: itinerary))
    if itinerary.days.allSatisfy({ $0.visits.isEmpty }) {
      writer.note(Self.remark(onNothing: itinerary.leftOut))
    }
  }

  /// Why a plan visits nothing.
  private static func remark(onNothing leftOut: [LeftOutStop]) -> Sentence {
    leftOut.isEmpty ? Sentence("tour.nothingToChoose") : Sentence("tour.nothingFits")
  }
}
