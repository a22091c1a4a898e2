import ArgumentParser
import Geodesy
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
    let place = try place.origin(of: &query, in: registry)
    let hits = try registry.nearest(to: place.origin, count: count, matching: query)
    let listing = SiteListing(registry: registry, common: common)
    // A name that was looked up is told with what it stands for.
    if query.originAccuracy != .metres(0) {
      listing.output.note(Sentence("nearest.from", ["place": place.label]))
    }
    query.origin = place.origin
    try listing.print(Page(items: hits), measures: .distance, answering: query)
  }
}
