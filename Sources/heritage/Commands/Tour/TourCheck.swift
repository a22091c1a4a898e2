import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner

/// Checks a plan against every rule.
struct TourCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a plan that `heritage tour --format json` or a person wrote.",
    discussion: """
      The least that a plan needs: {"days": [{"date": "2026-12-05", "start": "county-town", \
      "visits": [{"code": "LX-0001", "arrival": "09:00", "start": "09:00", "departure": "11:30"}]}]}. \
      A day may have an end, a departure, an arrival and a lunch with its start and end. Times are \
      local. The day, the travel and the visits are judged by the same options as those of the plan; \
      exits with 1 when a rule is broken.
      """)

  @Argument(
    help: ArgumentHelp("The plan; - is the standard input.", valueName: "plan.json"),
    completion: .file(extensions: ["json"]))
  var plan: String

  @Option(
    help: ArgumentHelp("A relic that has to be visited; repeat for several.", valueName: "codes"),
    completion: SiteCompletion.kind)
  var must: [String] = []

  @Option(
    help: ArgumentHelp("The only day for a relic; repeat for several.", valueName: "code=day"))
  var pin: [String] = []

  @OptionGroup var frame: TourDayOptions
  @OptionGroup var stops: TourStopOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    _ = try frame.hours()
    _ = try frame.lunchBreak()
  }

  func run() throws {
    let file = try PlanFile(bytes: try InputFile.bytes(plan), path: plan)
    let travel = try TourTravel(travel)
    let registry = try common.open()
    let days = try file.frame(frame, in: registry)
    let codes = try file.days.flatMap(\.visits).map { try registry.site($0.code).code }
    let wishes = try TourWishes(
      musts: must, pins: pin, options: stops, days: days.dates.count, in: registry)
    let visits = try registry.visits(of: codes + wishes.musts)
    let access = visits.mapValues(\.access)
    let request = TourRequest(
      frame: days,
      candidates: try TourCandidates(
        visited: codes, wishes: wishes, visits: visits
      ) { try registry.site($0) },
      wishes: wishes, travel: travel)
    let problem = try request.problem()
    let itinerary = try file.itinerary(in: problem) { try registry.site($0).code }
    let found = ItineraryVerifier.violations(of: itinerary, in: problem)
    let output = Output(options: common.output)
    let unsure = Set(codes).filter { (access[$0] ?? .unknown) != .open }.sorted()
    if !unsure.isEmpty, !stops.includeUnknownAccess {
      output.note(
        output.language == .zh
          ? "没有资料说明可以参观：\(unsure.joined(separator: "、"))"
          : "no source says that these may be visited: \(unsure.joined(separator: ", "))")
    }
    output.note(travel.assumption(in: output.language))
    guard !found.isEmpty else {
      output.note(
        output.language == .zh
          ? "这个方案可行，没有违反任何规则。" : "the plan holds: no rule is broken")
      if common.output.format == .json { try output.write("[]\n") }
      return
    }
    try output.write(
      Answer(
        columns: [
          Answer.Column("number", zh: "序号", en: "No.", isNumber: true),
          Answer.Column("violation", zh: "问题", en: "Violation"),
        ],
        rows: found.enumerated().map { [.integer($0.offset + 1), .text($0.element.description)] }))
    throw ExitCode(ExitStatus.failed.rawValue)
  }
}
