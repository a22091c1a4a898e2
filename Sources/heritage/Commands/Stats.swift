import ArgumentParser
import HeritageFormats
import HeritageRegistry

/// Counts the relics and reconciles the register with the official numbers.
struct Stats: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "stats", abstract: .help("stats"))
  }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    let output = Output(options: common.output)
    let report = StatsReport(
      info: registry.info, totals: try registry.totals(),
      counts: try registry.counts(by: [.level, .category, .township]))
    switch common.output.chosenFormat {
    case .table: try output.write(report.text(in: output.language, table: output.table))
    case .json: try output.write(JSONText.pretty(report.object))
    case .jsonl: try output.write(JSONText.compact(report.object) + "\n")
    case .csv, .tsv, .geojson: try output.write(report.cells)
    }
    if common.output.chosenFormat == .table, let credits = registry.info.credits {
      output.note(credits)
    }
  }
}
