public import Geodesy

/// A relic together with what belongs to it alone: its other names, its announcements, its sources, and
/// how it can be visited.
public struct Dossier: Hashable, Sendable {
  /// The relic.
  public package(set) var site: Site
  /// Former names, then aliases, each by name.
  public package(set) var otherNames: [OtherName]
  /// Announcements as a protected unit, the present one first.
  public package(set) var designations: [Designation]
  /// Where the facts come from, in the order in which they are cited.
  public package(set) var sources: [String]
  /// Whether and how it can be visited; nil where nobody says.
  public package(set) var visit: Visit?

  /// Makes a dossier.
  public init(
    _ site: Site, otherNames: [OtherName] = [], designations: [Designation] = [],
    sources: [String] = [], visit: Visit? = nil
  ) {
    self.site = site
    self.otherNames = otherNames
    self.designations = designations
    self.sources = sources
    self.visit = visit
  }

  /// The announcement that stands.
  public var present: Designation? { designations.first { $0.standing == .present } }

  /// The names of a kind, in their order.
  public func names(_ kind: OtherName.Kind) -> [String] {
    otherNames.isEmpty ? [] : otherNames.filter { $0.kind == kind }.map(\.name)
  }
}

/// The dossier of a relic in the answer to a question about a place.
public struct DossierHit: Hashable, Sendable {
  /// The relic and what belongs to it.
  public package(set) var dossier: Dossier
  /// The geodesic distance from the origin.
  public let distance: Length?
  /// The bearing from the origin, in degrees clockwise from north; nil at distance 0.
  public let bearing: Double?
  /// How sure it is that it lies where the question asks; nil where no region was asked for.
  public let presence: Presence?

  /// Makes the dossier of a hit.
  public init(
    _ hit: SiteHit, otherNames: [OtherName] = [], designations: [Designation] = [],
    sources: [String] = [], visit: Visit? = nil
  ) {
    dossier = Dossier(
      hit.site, otherNames: otherNames, designations: designations, sources: sources, visit: visit)
    distance = hit.distance
    bearing = hit.bearing
    presence = hit.presence
  }

  /// The dossier of a relic by itself, without a question about a place.
  public init(_ dossier: Dossier) {
    self.dossier = dossier
    (distance, bearing, presence) = (nil, nil, nil)
  }

  /// The relic, with what the answer says of the way to it.
  public var hit: SiteHit {
    SiteHit(site: dossier.site, distance: distance, bearing: bearing, presence: presence)
  }
}
