import ArgumentParser
import HeritageFormats
import HeritageRegistry

/// Counts the relics and reconciles the register with the official numbers.
struct Stats: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "stats", abstract: .help("stats"))
  }

  @OptionGroup var register: RegisterOptions
  @OptionGroup var output: StatsOutputOptions

  func run() throws {
    let registry = try register.open()
    let writer = output.writer
    let language = writer.language
    switch output.chosenFormat {
    case .svg: return try writer.write(Statistics(of: registry).svg(in: language))
    case .html:
      return try writer.write(StatisticsPage(Statistics(of: registry), language: language).text)
    default: break
    }
    let (totals, counts) = try registry.totals(withCountsBy: [.level, .category, .township])
    let report = StatsReport(info: registry.info, totals: totals, counts: counts)
    switch output.chosenFormat {
    case .json: try writer.write(JSONText.pretty(report.object))
    case .jsonl: try writer.write(JSONText.compact(report.object) + "\n")
    case .csv, .tsv, .geojson: try writer.write(report.cells)
    default:
      try writer.write(report.text(in: language, table: writer.table))
      if let credits = registry.info.credits { writer.note(credits) }
    }
  }
}
