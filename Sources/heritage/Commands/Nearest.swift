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
    var query = try filters.query()
    let origin = try place.origin(in: registry)
    let hits = try registry.nearest(to: origin, count: count, matching: query)
    query.origin = origin
    try SiteListing(registry: registry, common: common)
      .print(Page(items: hits), measures: .distance, answering: query)
  }
}
