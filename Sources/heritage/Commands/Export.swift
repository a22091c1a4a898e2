import ArgumentParser
import HeritageFormats
import HeritageRegistry

/// Writes relics for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write relics for mapping tools: GeoJSON unless --format says otherwise.",
    discussion: "Stand-ins are left out unless asked for, and so are relics without a position.")

  @OptionGroup var filters: FilterOptions
  @OptionGroup var vicinity: VicinityOptions

  @Flag(help: "Keep relics without a position, with a null geometry.")
  var withUnlocated = false

  @OptionGroup var page: PageOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    var query = try filters.query()
    try vicinity.apply(to: &query, in: registry)
    page.apply(to: &query)
    var options = common
    options.output.format = common.output.format ?? .geojson
    try SiteListing(registry: registry, common: options).print(
      try registry.hits(matching: query), measures: Measures(of: query),
      keepsUnlocated: withUnlocated)
  }
}
