import ArgumentParser
import HeritageRegistry
import Words

/// A place to measure from: a point or a relic.
struct OriginOptions: ParsableArguments {
  @Argument(help: .help("origin.point", value: "point"))
  var point: PointArgument?

  @Option(help: .help("origin.site", value: "code"), completion: SiteCompletion.kind)
  var site: String?

  func validate() throws {
    if (point == nil) == (site == nil) {
      throw ValidationError(Sentence("origin.onePlace"))
    }
  }

  /// Sets how accurate the place is in a query, and says where it is and how it is called in remarks.
  func origin(
    of query: inout SiteQuery, in registry: Registry
  ) throws -> (origin: SiteQuery.Origin, label: Sentence.Value) {
    if let site { return (.site(code: site), .text(site)) }
    guard let point else { throw RegistryError.noOrigin }
    let place = try point.place(in: registry, relicsBy: "--site")
    query.originAccuracy = place.accuracy
    return (.position(place.position), place.label)
  }
}
