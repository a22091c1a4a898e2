import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Hours
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
      local. The day, the travel and the visits are judged by the same options as those of the plan. A \
      day has to start where the day before ends, unless --hotel or --end say where days end. A relic \
      that is closed to visitors breaks a rule; one that is open by arrangement, or of which no source \
      says whether it may be visited, is a remark. Exits with 1 when a rule is broken.
      """)

  /// Places as near to each other as this, in metres, are one.
  private static let samePlace = 100.0

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
    let sites = try file.sites(in: registry)
    let codes = sites.joined().map(\.code)
    let wishes = try TourWishes(
      musts: must, pins: pin, options: stops, days: days.dates.count, in: registry)
    let visits = try registry.visits(of: codes + wishes.musts)
    let request = TourRequest(
      frame: days,
      candidates: try TourCandidates(
        visited: Array(sites.joined()), wishes: wishes, visits: visits, audience: registry.audience),
      wishes: wishes, travel: travel)
    let problem = try request.problem()
    let itinerary = file.itinerary(of: sites, in: problem)
    let output = Output(options: common.output)
    let access = Dictionary(grouping: Set(codes)) { visits[$0]?.access ?? .unknown }
      .mapValues { $0.sorted(by: CodeOrder.isBefore) }
    let found =
      ItineraryVerifier.violations(of: itinerary, in: problem)
      + nights(days, in: output.language)
      + (access[.closed] ?? []).map(ItineraryViolation.closedToVisitors)
    remark(on: access, output)
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
          Answer.Column("path", zh: "位置", en: "Where"),
        ],
        rows: found.enumerated().map { number, violation in
          [
            .integer(number + 1), .text(violation.sentence(in: output.language)),
            FieldValue(PlanFile.path(of: violation, in: itinerary)),
          ]
        }))
    throw ExitCode(ExitStatus.failed.rawValue)
  }

  /// The days that do not start where the day before ends, unless the options say where days end.
  private func nights(_ days: TourFrame, in language: Language) -> [ItineraryViolation] {
    guard frame.hotel.isEmpty, frame.end == nil else { return [] }
    return days.dates.indices.dropFirst().compactMap { day in
      guard days.dates[day].ordinal == days.dates[day - 1].ordinal + 1,
        let start = days.starts[day], let end = days.ends[day - 1], start.id != end.id,
        Geodesic.distance(start.position, end.position).metres > Self.samePlace
      else { return nil }
      return .startsElsewhere(
        day: days.dates[day].description, place: start.name[language],
        lastEnd: end.name[language])
    }
  }

  /// Says which relics need an arrangement, and of which nobody knows.
  private func remark(on access: [Access: [String]], _ output: Output) {
    let isChinese = output.language == .zh
    func list(_ codes: [String]) -> String { codes.joined(separator: isChinese ? "、" : ", ") }
    if let codes = access[.restricted] {
      output.note(
        isChinese
          ? "须事先预约：\(list(codes))"
          : "open by arrangement only, to be arranged before: \(list(codes))")
    }
    if let codes = access[.unknown], !stops.includeUnknownAccess {
      output.note(
        isChinese
          ? "没有资料说明可以参观：\(list(codes))"
          : "no source says that these may be visited: \(list(codes))")
    }
  }
}
