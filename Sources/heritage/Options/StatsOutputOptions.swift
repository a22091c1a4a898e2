import ArgumentParser
import HeritageRegistry

/// How the numbers of a register are written: as data, as text, as pictures.
struct StatsOutputOptions: ParsableArguments {
  @Option(help: .help("stats.format", value: "format"))
  var format: StatsFormat?

  @Option(
    name: [.customShort("o"), .long], help: .help("output.output", value: "file"),
    completion: .file())
  var output: String?

  @Flag(help: .help("output.raw"))
  var raw = false

  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?

  @Flag(help: .help("output.failEmpty"))
  var failEmpty = false

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @Flag(help: .help("output.noColor"))
  var noColor = false

  /// The format asked for or told by the ending of the file, or the one that fits where the answer goes.
  var chosenFormat: StatsFormat {
    (try? StatsFormat.chosen(format, for: output))
      ?? (output == nil && Terminal.isTerminal(.output) ? .table : .tsv)
  }

  func validate() throws { _ = try StatsFormat.chosen(format, for: output) }

  /// The writer of text, tables and remarks.
  var writer: Output {
    var options = OutputOptions()
    options.format = OutputOptions.Format(rawValue: chosenFormat.rawValue)
    (options.output, options.lang, options.raw) = (output, lang, raw)
    (options.failEmpty, options.quiet, options.noColor) = (failEmpty, quiet, noColor)
    return Output(options: options)
  }
}

/// How the numbers of a register can be written.
enum StatsFormat: String, FileFormat {
  case table, json, jsonl, csv, tsv, geojson, svg, html

  var endings: [String] {
    switch self {
    case .svg: ["svg"]
    case .html: ["html", "htm", "xhtml"]
    default: OutputOptions.Format(rawValue: rawValue)?.endings ?? []
    }
  }
}
