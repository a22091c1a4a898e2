/// A relic in an answer together with what belongs to it alone: its names, designations and sources.
public struct SiteDossier: Hashable, Sendable {
  /// The relic, with what the answer says of the way to it.
  public let hit: SiteHit
  /// Former names, then aliases, each by name.
  public let otherNames: [OtherName]
  /// Announcements as a protected unit, the present one first.
  public let designations: [Designation]
  /// Where the facts come from, in the order in which they are cited.
  public let sources: [String]

  /// The relic.
  public var site: Site { hit.site }

  /// Makes a dossier.
  public init(
    _ hit: SiteHit, otherNames: [OtherName] = [], designations: [Designation] = [],
    sources: [String] = []
  ) {
    self.hit = hit
    self.otherNames = otherNames
    self.designations = designations
    self.sources = sources
  }
}
