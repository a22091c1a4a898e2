import ArgumentParser
import HeritageRegistry
import Words

/// A radius as one filter among others.
struct VicinityOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .help("vicinity.near", value: "point"))
  var near: PointArgument?

  @Option(help: .help("vicinity.nearSite", value: "code"))
  var nearSite: String?

  @Option(help: .help("vicinity.radius", value: "length"))
  var radius: String?

  func validate() throws {
    if near != nil, nearSite != nil {
      throw ValidationError(Sentence("option.nearTwice"))
    }
    if let radius, LengthArgument.length(radius) == nil {
      throw ValidationError(
        Sentence("option.radius", ["radius": radius, "hint": LengthArgument.hint]))
    }
    if radius != nil, near == nil, nearSite == nil {
      throw ValidationError(Sentence("option.radiusOrigin"))
    }
  }

  /// Sets the origin and the radius of a query.
  func apply(to query: inout SiteQuery, in registry: Registry) throws {
    if let nearSite { query.origin = .site(code: nearSite) }
    if let near {
      let place = try near.place(in: registry, relicsBy: "--near-site")
      (query.origin, query.originAccuracy) = (.position(place.position), place.accuracy)
    }
    query.radius = radius.flatMap(LengthArgument.length)
  }
}
