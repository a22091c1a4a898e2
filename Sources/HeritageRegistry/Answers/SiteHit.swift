public import Geodesy

/// A relic in the answer to a question about a place.
public struct SiteHit: Hashable, Sendable {
  /// The relic.
  public let site: Site
  /// The geodesic distance from the origin.
  public let distance: Length?
  /// The bearing from the origin, in degrees clockwise from north; nil at distance 0.
  public let bearing: Double?
  /// Whether it lies within the radius; nil where no radius was asked for.
  public let certainty: Certainty?

  /// A relic by itself, without a question about a place.
  public init(_ site: Site) { self.init(site: site) }

  package init(
    site: Site, distance: Length? = nil, bearing: Double? = nil, certainty: Certainty? = nil
  ) {
    self.site = site
    self.distance = distance
    self.bearing = bearing
    self.certainty = certainty
  }
}
