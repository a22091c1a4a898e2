import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner
import Tours
import Words

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

  func validate() throws { try frame.check() }

  func run() throws {
    let file = try PlanFile(InputFile.bytes(plan), file: plan)
    let travel = try travel.travel()
    let registry = try common.open()
    let check = try PlanCheck(
      file, asked: frame.asked, wishes: stops.asked(musts: must, pins: pin), travel: travel,
      in: registry)
    let output = Output(options: common.output)
    remark(on: check, output)
    output.note(travel.model.assumption.sentence(in: output.language))
    guard let answer = check.answer(in: output.language) else {
      output.note(Sentence("tour.planHolds"))
      if common.output.format == .json { try output.write("[]\n") }
      return
    }
    try output.write(answer)
    throw ExitCode(ExitStatus.failed.rawValue)
  }

  /// Says which relics need an arrangement, and of which nobody knows.
  private func remark(on check: PlanCheck, _ output: Output) {
    if !check.byArrangement.isEmpty {
      output.note(Sentence("tour.toArrange", ["codes": check.byArrangement]))
    }
    if !check.accessUnknown.isEmpty, !stops.includeUnknownAccess {
      output.note(Sentence("tour.unknownAccess", ["codes": check.accessUnknown]))
    }
  }
}
