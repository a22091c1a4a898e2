import ArgumentParser
import HeritageFormats
import HeritageRegistry
import TourPlanner
import Tours
import Words

/// Checks a plan against every rule.
struct TourCheck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: .help("tour.check"),
      discussion: .help("tour.check.discussion"))
  }

  @Argument(help: .help("tour.check.plan", value: "plan"), completion: .file(extensions: ["json"]))
  var plan: String

  @Option(help: .help("tour.plan.must", value: "codes"), completion: SiteCompletion.kind)
  var must: [String] = []

  @Option(help: .help("tour.plan.pin", value: "pin"))
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
      if common.output.chosenFormat == .json { try output.write("[]\n") }
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
