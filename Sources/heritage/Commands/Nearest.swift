import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Words

/// Lists the nearest relics.
struct Nearest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nearest",
    abstract: "List the relics nearest to a point or to a relic, nearest first.",
    discussion: """
      The order is by distance alone; look at the accuracy before you rely on it. \
      With an area or a road, relics that lie there but possibly are left out without being counted, \
      unless --possible is given.
      """)

  @OptionGroup var place: OriginOptions

  @Option(name: [.customShort("n"), .long], help: ArgumentHelp("How many.", valueName: "n"))
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
