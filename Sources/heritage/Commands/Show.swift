import ArgumentParser
import HeritageFormats
import HeritageRegistry

/// Prints everything that is known about one relic.
struct Show: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: .help("show"))
  }

  @Argument(help: .help("show.code", value: "code"), completion: SiteCompletion.kind)
  var code: String

  @Flag(help: .help("show.evidence"))
  var evidence = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    let output = Output(options: common.output)
    if evidence {
      let (full, brief) = EvidenceTable.answer(try registry.evidence(of: code))
      return try output.write(full, brief: brief)
    }
    let entry = try registry.entry(code)
    switch common.output.chosenFormat {
    case .json: try output.write(JSONText.pretty(EntryFields.object(entry)))
    case .jsonl: try output.write(JSONText.compact(EntryFields.object(entry)) + "\n")
    case .geojson:
      try output.write([SiteHit(entry.site)], measures: .none, in: registry)
    case .table: try output.write(EntryText(entry: entry, language: output.language).text)
    case .csv, .tsv: try output.write(EntryFields.answer(entry))
    }
    if common.output.chosenFormat == .table, let credits = registry.info.credits {
      output.note(credits)
    }
  }
}
