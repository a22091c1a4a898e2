import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Words

/// Finds relics by a text.
struct Search: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: .help("search"),
      discussion: .help("search.discussion"))
  }

  @Argument(help: .help("search.text", value: "text"))
  var texts: [String]

  /// Words may be one argument or several.
  private var text: String { texts.joined(separator: " ") }

  @OptionGroup var filters: FilterOptions
  @OptionGroup var vicinity: VicinityOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if text.allSatisfy(\.isWhitespace) { throw ValidationError(Sentence("option.emptySearch")) }
    if filters.name != nil { throw ValidationError(Sentence("option.searchName")) }
  }

  func run() throws {
    let registry = try common.open()
    var query = try filters.query()
    try vicinity.apply(to: &query, in: registry)
    query.cursor = page.after
    let found = try registry.search(text, limit: page.limit ?? .max, matching: query)
    let listing = SiteListing(registry: registry, common: common)
    try listing.print(
      found.map(\.hit), measures: Measures(of: query),
      adding: SearchColumns.columns(
        found.items, common.output.chosenFormat == .table ? .brief : .full))
    let misses = found.items.count { $0.match.kind.isNearMiss }
    if misses > 0 {
      listing.output.note(
        misses == found.items.count
          ? Sentence("search.nothing") : Sentence("search.nearMisses", ["number": misses]))
    }
  }
}
