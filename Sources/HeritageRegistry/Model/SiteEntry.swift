/// Everything that a register holds about one relic.
public struct SiteEntry: Hashable, Sendable {
  /// The relic itself.
  public let site: Site
  /// Former and other names.
  public let otherNames: [OtherName]
  /// Announcements as a protected unit, the present one first.
  public let designations: [Designation]
  /// The groups it belongs to.
  public let groups: [SiteGroup]
  /// Its protection and construction-control zones.
  public let zones: [Zone]
  /// Whether and how it can be visited.
  public let visit: Visit?
  /// Where the facts come from, in the order in which they are cited.
  public let sources: [String]
}
