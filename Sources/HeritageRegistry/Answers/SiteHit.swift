public import Geodesy

/// A relic in the answer to a question about a place.
public struct SiteHit: Hashable, Sendable {
  /// The relic.
  public let site: Site
  /// The geodesic distance from the origin.
  public let distance: Length?
  /// The bearing from the origin, in degrees clockwise from north; nil at distance 0.
  public let bearing: Double?
  /// How sure it is that it lies within the radius, the areas or the corridor; nil where none was asked
  /// for.
  public let presence: Presence?
  /// The same as a word.
  public var certainty: Certainty? { presence?.certainty }

  /// A relic by itself, without a question about a place.
  public init(_ site: Site) { self.init(site: site) }

  package init(
    site: Site, distance: Length? = nil, bearing: Double? = nil, presence: Presence? = nil
  ) {
    self.site = site
    self.distance = distance
    self.bearing = bearing
    self.presence = presence
  }
}
