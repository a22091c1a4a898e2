import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Hours
import Words

/// Writes the tables of a year.
struct Report: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: .help("report"), discussion: .help("report.discussion"))
  }

  @Option(help: .help("report.year", value: "year"))
  var year: Int?

  @Option(help: .help("report.format", value: "format"))
  var format: ReportFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: .help("report.output", value: "file"),
    completion: .file(extensions: ReportFormat.allCases.flatMap(\.endings)))
  var output: String?

  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var register: RegisterOptions

  private var chosenFormat: ReportFormat {
    (try? ReportFormat.chosen(format, for: output)) ?? .table
  }

  func validate() throws {
    let format = try ReportFormat.chosen(format, for: output) ?? .table
    if format == .xlsx, output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(Sentence("option.workbookFile"))
    }
    if let year, !(1949...3000).contains(year) {
      throw ValidationError(Sentence("option.year", ["year": year]))
    }
  }

  func run() throws {
    let registry = try register.open()
    let writer = Output(output: output, lang: lang, quiet: quiet)
    let year = year ?? Today.inChina.year
    let sheets = ReportSheets(
      try registry.report(of: year, changes: try registry.yearChanges(year)), of: registry.info,
      language: writer.language)
    switch chosenFormat {
    case .table: try writer.write(sheets.text(table: writer.table))
    case .json: try writer.write(JSONText.pretty(sheets.object))
    case .csv: try writer.write(sheets.cells.csv)
    case .xlsx:
      if let output {
        try OutputFile(output).writeFile { try sheets.write(to: $0) }
        writer.note(Sentence("answer.wrote", ["path": output]))
      } else {
        try OutputFile.writeToStandardOutput { try sheets.write(to: $0) }
      }
    }
  }
}

extension ReportFormat: FileFormat {
  var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .xlsx: ["xlsx"]
    case .json, .csv: [rawValue, "txt"]
    }
  }
}
