import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Words

/// Lists the nearest relics.
struct Nearest: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "nearest",
      abstract: .help("nearest"),
      discussion: .help("nearest.discussion"))
  }

  @OptionGroup var place: OriginOptions

  @Option(name: [.customShort("n"), .long], help: .help("nearest.count", value: "n"))
  var count = 10

  @OptionGroup var filters: FilterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if count <= 0 { throw ValidationError(Sentence("option.nearestCount", ["count": count])) }
  }

  func run() throws {
    let registry = try common.open()
    let hits = try registry.nearest(
      to: try place.origin(in: registry), count: count, matching: try filters.query())
    let output = Output(options: common.output)
    try output.write(hits, measures: .distance, in: registry)
  }
}
