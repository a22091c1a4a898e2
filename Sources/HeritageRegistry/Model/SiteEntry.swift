/// Everything that a register holds about one relic.
public struct SiteEntry: Hashable, Sendable {
  /// The relic itself, its names, announcements and sources, and how it can be visited.
  public let dossier: Dossier
  /// The groups it belongs to.
  public let groups: [SiteGroup]
  /// Its protection and construction-control zones.
  public let zones: [Zone]
  /// What became of it.
  public let lifecycle: Lifecycle
  /// Whether and how it can be visited.
  public var visit: Visit? { dossier.visit }
  /// The relic itself.
  public var site: Site { dossier.site }
}
