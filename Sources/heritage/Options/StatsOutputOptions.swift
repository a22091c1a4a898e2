import ArgumentParser
import HeritageRegistry

/// How the numbers of a register are written: as data, as text, as pictures.
struct StatsOutputOptions: ParsableArguments {
  @Option(help: .help("stats.format", value: "format"))
  var format: StatsFormat?

  @OptionGroup
  var writing: WritingOptions

  var output: String? { writing.output }

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
    options.writing = writing
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
