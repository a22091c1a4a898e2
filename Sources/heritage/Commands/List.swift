public import ArgumentParser
import HeritageFormats
public import HeritageRegistry

/// Lists the relics that meet every filter.
struct List: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: .help("list"))
  }

  @OptionGroup var filters: FilterOptions
  @OptionGroup var vicinity: VicinityOptions

  @Option(help: .help("list.sort", value: "sort"))
  var sort: SiteQuery.Sort = .code

  @OptionGroup var page: PageOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try common.open()
    var query = try filters.query()
    try vicinity.apply(to: &query, in: registry)
    query.sort = sort
    page.apply(to: &query)
    try SiteListing(registry: registry, common: common)
      .print(
        try registry.hits(matching: query), measures: Measures(of: query), answering: query)
  }
}

extension SiteQuery.Sort: ExpressibleByArgument {}
