public import ArgumentParser
import HeritageFormats
public import HeritageRegistry

/// Lists the relics that meet every filter.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the relics that meet every filter, a page at a time.")

  @OptionGroup var filters: FilterOptions
  @OptionGroup var vicinity: VicinityOptions

  @Option(help: "code, name, level or distance.")
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
      .print(try registry.hits(matching: query), measures: Measures(of: query))
  }
}

extension SiteQuery.Sort: ExpressibleByArgument {}
