import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner

/// Finds the fewest days in which chosen relics can all be visited.
struct TourFewestDays: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "days",
    abstract: "Find the fewest days that visit all of the chosen relics, and plan them.",
    discussion: """
      Days are added one by one, up to 30, until every relic fits. That fewer do not is proved up to \
      12 relics.
      """)

  /// The most days that are tried.
  static let most = 30

  @Option(
    help: ArgumentHelp("The relics, with commas; repeat for more.", valueName: "codes"),
    completion: SiteCompletion.kind)
  var sites: [String]

  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var date: String

  @OptionGroup var frame: TourDayOptions
  @OptionGroup var stops: TourStopOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var search: TourSearchOptions
  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: TourOutputOptions

  func validate() throws {
    if TourArgument.list(sites).isEmpty { throw ValidationError("--sites names no relic") }
    _ = try TourArgument.date(date, of: "--date")
    _ = try frame.hours()
    _ = try frame.lunchBreak()
  }

  func run() throws {
    let first = try TourArgument.date(date, of: "--date")
    let travel = try TourTravel(travel)
    let registry = try register.open()
    // Hotels are nights that there may be; those beyond the last night are not needed.
    func days(_ count: Int) throws -> TourFrame {
      var options = frame
      options.hotel = Array(frame.hotel.prefix(count - 1))
      return try TourFrame(from: first, days: count, options: options, in: registry)
    }
    let wishes = try TourWishes(
      musts: sites, options: stops, days: 1, in: registry)
    let candidates = try TourSelection(registry: registry, wishes: wishes)
      .candidates(SiteQuery(), sites: sites, near: nil)
    var request = TourRequest(
      frame: try days(Self.most), candidates: candidates, wishes: wishes, travel: travel)
    let places = request.places
    let matrix = try travel.matrix(of: places)
    func problem(_ count: Int) throws -> TourProblem {
      request.frame = try days(count)
      return try request.problem(matrix: matrix, places: places)
    }
    let fewest = FewestDays(search: TourSearch(options: search, quiet: output.quiet))
    let found = try fewest.find(most: Self.most, problem)
    request.frame = try days(found.count)
    let writer = output.writer
    let remark = found.remark(in: writer.language)
    writer.note(remark)
    let sheet = request.sheet(
      found.itinerary, remarks: [remark], info: registry.info, language: writer.language)
    try writer.write(sheet.text(in: output.format, language: writer.language))
  }
}
