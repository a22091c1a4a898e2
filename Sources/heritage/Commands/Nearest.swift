import ArgumentParser
import HeritageRegistry

/// Lists the nearest relics.
struct Nearest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nearest",
    abstract: "List the relics nearest to a point or to a relic, nearest first.",
    discussion: "The order is by distance alone; look at the accuracy before you rely on it.")

  @OptionGroup var place: OriginOptions

  @Option(name: [.customShort("n"), .long], help: ArgumentHelp("How many.", valueName: "n"))
  var count = 10

  @OptionGroup var filters: FilterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if count <= 0 { throw ValidationError("-n must be 1 or more, and is \(count)") }
  }

  func run() throws {
    let registry = try common.open()
    let hits = try registry.nearest(
      to: try place.origin(in: registry), count: count, matching: try filters.query())
    let output = Output(options: common.output)
    try output.write(hits, measured: true, credits: registry.info.credits)
  }
}
