import ArgumentParser
import HeritageRegistry

/// Finds relics by a part of a name.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find relics by a part of a name, former names and aliases included.")

  @Argument(help: ArgumentHelp("Part of a name, from one character on.", valueName: "text"))
  var text: String

  @OptionGroup var filters: FilterOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if text.allSatisfy(\.isWhitespace) { throw ValidationError("the text to search is empty") }
    if filters.name != nil { throw ValidationError("search takes the text without --name") }
  }

  func run() throws {
    let registry = try common.open()
    var query = try filters.query()
    query.text = text
    page.apply(to: &query)
    try SiteListing(registry: registry, common: common).print(try registry.hits(matching: query))
  }
}
