public import ArgumentParser
public import HeritageFormats
import HeritageRegistry
import Tours

/// How a plan is written.
struct TourOutputOptions: ParsableArguments {
  @Option(help: .help("tour.output.format", value: "format"))
  var format: TourFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: .help("tour.output.output", value: "file"),
    completion: .file())
  var output: String?

  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  /// The format asked for, or told by the ending of the file.
  var chosenFormat: TourFormat { (try? TourFormat.chosen(format, for: output)) ?? .table }

  func validate() throws { _ = try TourFormat.chosen(format, for: output) }

  /// Asks for a name that says so where a plan for staff shows what the public may not see.
  func remarkOnName(of assumptions: [TourAssumption]) {
    for case .internalPositions(let count) in assumptions {
      if let remark = InternalFile.remark(on: output, holding: count) { writer.note(remark) }
    }
  }

  /// The writer of text and remarks.
  var writer: Output {
    Output(output: output, lang: lang, quiet: quiet)
  }
}

extension TourFormat: ExpressibleByArgument {}
