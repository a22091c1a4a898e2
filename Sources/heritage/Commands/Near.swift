import ArgumentParser
import Geodesy
import HeritageFormats
import HeritageRegistry
import Tables
import Words

/// Lists the relics within a radius.
struct Near: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "near",
      abstract: .help("near"),
      discussion: .help("near.discussion"))
  }

  @OptionGroup var place: OriginOptions

  @Option(help: .help("near.radius", value: "length"))
  var radius: String?

  @OptionGroup var byRoad: ByRoadOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if byRoad.byRoad != nil, page.after != nil {
      throw ValidationError(Sentence("near.noPages"))
    }
    guard let radius else { return }
    if byRoad.byRoad != nil { throw ValidationError(Sentence("near.radiusByRoad")) }
    guard LengthArgument.length(radius) != nil else {
      throw ValidationError(
        Sentence("option.radius", ["radius": radius, "hint": LengthArgument.hint]))
    }
  }

  func run() throws {
    guard let radius = LengthArgument.length(radius ?? "5km") else { return }
    let registry = try common.open()
    var query = try filters.query()
    page.apply(to: &query)
    let place = try place.origin(of: &query, in: registry)
    if let seconds = byRoad.seconds {
      return try byRoad.list(
        within: seconds, of: place, query, in: registry, Output(options: common.output))
    }
    let listing = SiteListing(registry: registry, common: common)
    let answer = try registry.within(radius, of: place.origin, matching: query)
    listing.output.note(
      Sentence(
        "near.within",
        ["metres": DecimalText.string(radius.metres, places: 3), "place": place.label]))
    query.origin = place.origin
    try listing.print(answer, measures: .distance, answering: query)
  }
}
