import ArgumentParser
import HeritageRegistry
import Words

/// How much of a long answer is printed.
struct PageOptions: ParsableArguments {
  @Option(help: .help("page.limit", value: "n"))
  var limit: Int?

  @Option(help: .help("page.after", value: "cursor"))
  var after: String?

  func validate() throws {
    if let limit, limit <= 0 {
      throw ValidationError(Sentence("option.limit", ["limit": limit]))
    }
  }

  /// Cuts the page out of a query's answer.
  func apply(to query: inout SiteQuery) {
    query.limit = limit
    query.cursor = after
  }
}
