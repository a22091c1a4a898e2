public import Geodesy

/// A question about relics, as a value: every condition that is set must hold.
///
/// ```swift
/// var query = SiteQuery()
/// query.levels = [.national]
/// query.townships = ["城头山镇"]
/// for site in try registry.sites(matching: query).items { print(site.code, site.nameZH) }
/// ```
public struct SiteQuery: Hashable, Sendable {
  /// A part of a name, former names and aliases included; letters of either case.
  public var text: String?
  /// The codes; empty for any.
  public var codes: [String] = []
  /// The protection levels; empty for any.
  public var levels: Set<ProtectionLevel> = []
  /// The categories; empty for any.
  public var categories: Set<CategoryFilter> = []
  /// Years that the period overlaps.
  public var years: YearRange?
  /// Townships by Chinese name, English name or code; a former one stands for its successor.
  public var townships: [String] = []
  /// The key of a group.
  public var group: String?
  /// Whether it can be visited; empty for any.
  ///
  /// A relic of which nobody says is `unknown`.
  public var access: Set<Access> = []
  /// Where the row comes from; empty for any.
  public var provenances: Set<Provenance> = []
  /// Whether stand-ins are part of the answer; they are in none otherwise.
  public var includesStandIns = false
  /// Whether relics that are registered no longer are part of the answer: what was revoked, merged or split.
  public var includesFormer = false
  /// A box that holds the position.
  public var boundingBox: BoundingBox?
  /// Areas of which one holds the position, its edge included; empty for anywhere.
  public var areas: [MultiPolygon] = []
  /// A corridor along lines that holds the position.
  public var corridor: Corridor?
  /// The place from which distances are measured.
  public var origin: Origin?
  /// How accurate a position is from which distances are measured; nil where nobody knows.
  public var originAccuracy: Length? = .metres(0)
  /// The greatest distance from the origin.
  public var radius: Length?
  /// Whether relics are included whose point lies outside the radius, the areas or the corridor while
  /// the circle of their accuracy reaches in.
  public var includesPossible = false
  /// The order of the answer; ties are broken by code.
  public var sort: Sort = .code
  /// The greatest number of relics in a page; nil for all.
  public var limit: Int?
  /// The cursor of the page before; nil for the first page.
  public var cursor: String?

  /// Every relic, by code.
  public init() {}

  /// The order of an answer.
  public enum Sort: String, CaseIterable, Hashable, Sendable {
    /// By code.
    case code
    /// By Chinese name, in the order of Unicode.
    case name
    /// Highest protection level first.
    case level
    /// Nearest to the origin first.
    case distance
  }

  /// A place to measure from.
  public enum Origin: Hashable, Sendable {
    /// A position, as accurate as the query says; exact where it says nothing.
    case position(Coordinate)
    /// A relic: its accuracy is added to every other's, and it is left out of the answer.
    case site(code: String)
  }
}

/// A category, or none known.
public enum CategoryFilter: Hashable, Sendable {
  /// One of the six classes.
  case category(Category)
  /// No source says.
  case unknown

  /// The filter for a code, a label in either language, or `unknown`.
  ///
  /// - Throws: ``RegistryError/unknownValue(noun:value:known:)``.
  public init(named text: String) throws(RegistryError) {
    if text.lowercased() == "unknown" {
      self = .unknown
      return
    }
    do {
      self = .category(try Category(named: text))
    } catch {
      guard case .unknownValue(let noun, let value, let known) = error else { throw error }
      throw .unknownValue(noun: noun, value: value, known: known + [.text("unknown")])
    }
  }
}
