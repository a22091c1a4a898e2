import ArgumentParser
import HeritageFormats
import HeritageRegistry
import Words

/// Finds relics by a text.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find relics by a name, its pinyin or initials, a code or a township.",
    discussion: """
      Chinese in Simplified, Traditional or variant characters, pinyin with or without spaces and \
      tones (chengtoushan), initials (cts), both mixed (cheng头山), English and former names, codes. \
      The best match comes first. When fewer than three relics are found, near misses follow and say \
      that they are.
      """)

  @Argument(help: ArgumentHelp("Part of a name, from one character on.", valueName: "text"))
  var text: String

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
