public import ArgumentParser
public import HeritageFormats
import HeritageRegistry

/// How a plan is written.
struct TourOutputOptions: ParsableArguments {
  @Option(help: "table, json, geojson, gpx, kml, csv, ics or html.")
  var format: TourFormat = .table

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the plan to a file instead.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "The language of labels: zh or en (default: from the locale).")
  var lang: Language?

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  /// The writer of text and remarks.
  var writer: Output {
    var options = OutputOptions()
    (options.format, options.output, options.lang) = (nil, output, lang)
    (options.failEmpty, options.quiet, options.noColor) = (false, quiet, true)
    options.raw = false
    return Output(options: options)
  }
}

extension TourFormat: ExpressibleByArgument {}
