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

  /// The origin of a query.
  func origin(in registry: Registry) throws -> SiteQuery.Origin {
    if let site { return .site(code: site) }
    guard let point else { throw RegistryError.noOrigin }
    return .position(try point.coordinate(near: registry.extent))
  }

  /// The place as it is printed in remarks.
  var label: String { site ?? point?.text ?? "" }
}
