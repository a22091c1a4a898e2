import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner
import Tours
import Words

/// Plans the days of a tour.
struct TourPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan the days of a tour with the most points; `heritage tour` alone does the same.",
    discussion: """
      A visit is worth 100 points for a national unit, 50 provincial, 30 municipal, 20 county, 10 \
      registered, times --prefer. It takes as long as the register says, else by category: ancient \
      site 60 minutes, tomb 40, building 45, cave temple or stone carving 45, modern site 40, others \
      30. Relics that are known to be open are planned; where no source says, \
      --include-unknown-access. Unknown hours are taken as 08:00-18:00. The same question and seed \
      give the same plan on every machine.
      """)

  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var date: String

  @Option(help: ArgumentHelp("How many days.", valueName: "n"))
  var days = 1

  @OptionGroup var frame: TourDayOptions

  @Option(
    help: ArgumentHelp("Only these relics, with commas; repeat for more.", valueName: "codes"),
    completion: SiteCompletion.kind)
  var sites: [String] = []

  @Option(
    help: ArgumentHelp("A relic that has to be visited; repeat for several.", valueName: "codes"),
    completion: SiteCompletion.kind)
  var must: [String] = []

  @Option(
    help: ArgumentHelp("A relic that is not visited; repeat for several.", valueName: "codes"),
    completion: SiteCompletion.kind)
  var skip: [String] = []

  @Option(
    help: ArgumentHelp("The only day for a relic; repeat for several.", valueName: "code=day"))
  var pin: [String] = []

  @OptionGroup var stops: TourStopOptions

  @Option(
    help: ArgumentHelp(
      "The points of a category or level times a factor; repeat for several.",
      valueName: "ancient_building=2"))
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
    let sheet = TourSheet(
      itinerary, of: request, info: registry.info, language: writer.language)
    try writer.write(sheet.text(in: output.format, language: writer.language))
    if itinerary.days.allSatisfy({ $0.visits.isEmpty }) {
      writer.note(Self.remark(onNothing: itinerary.leftOut))
    }
  }

  /// Why a plan visits nothing.
  private static func remark(onNothing leftOut: [LeftOutStop]) -> Sentence {
    leftOut.isEmpty ? Sentence("tour.nothingToChoose") : Sentence("tour.nothingFits")
  }
}
