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

/// A name that is not, or no longer, the one in use.
public struct OtherName: Hashable, Sendable {
  /// Why the name is not the one in use.
  public enum Kind: String, Vocabulary {
    /// In use before.
    case former
    /// In use beside it.
    case alias

    /// What messages call it.
    public static var noun: String { "kind of name" }

    /// What people read.
    public var labels: Labels {
      switch self {
      case .former: Labels(zh: "旧称", en: "former")
      case .alias: Labels(zh: "别称", en: "alias")
      }
    }
  }

  /// The name, in Chinese.
  public let name: String
  /// Former or alias.
  public let kind: Kind
}
