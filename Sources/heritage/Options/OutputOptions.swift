public import ArgumentParser
import HeritageFormats
public import HeritageRegistry

/// How an answer is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "table, json, jsonl, csv, tsv or geojson (default: table on a terminal, tsv into a pipe)."))
  var format: Format?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the answer to a file instead.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(
    help: ArgumentHelp(
      "Leave text of csv and tsv as it is where a spreadsheet could run it as a formula."))
  var raw = false

  @Option(help: "The language of labels: zh or en (default: from the locale).")
  var lang: Language?

  @Flag(help: "Exit with 1 when the answer is empty.")
  var failEmpty = false

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  @Flag(help: "Print no colours ($NO_COLOR does the same).")
  var noColor = false

  /// How answers can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, csv, tsv, geojson

    /// The format in which relics leave as data; nil for what people read.
    var text: TextExport.Format? {
      switch self {
      case .table: nil
      case .json: .json
      case .jsonl: .jsonl
      case .csv: .csv
      case .tsv: .tsv
      case .geojson: .geojson
      }
    }
  }

  /// The language asked for, or the locale's.
  var language: Language { lang ?? Self.localeLanguage }

  /// The language of the locale.
  static var localeLanguage: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment[$0] }.first
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }

  /// The format asked for, or the one that fits where the answer goes.
  var chosenFormat: Format {
    format ?? (output == nil && Terminal.isTerminal(.output) ? .table : .tsv)
  }
}

extension Language: ExpressibleByArgument {}
