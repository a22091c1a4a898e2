public import Geodesy

/// A dense group of relics.
public struct Cluster: Hashable, Sendable {
  /// Its number, from 1, in the order of the codes of the first core members.
  public let number: Int
  /// The members, by code.
  public let members: [Member]
  /// The hull of the members' positions, and their extent.
  public let hull: ConvexHull

  /// A relic of a cluster.
  public struct Member: Hashable, Sendable {
    /// The relic.
    public var site: Site { relic.site }
    /// How many other relics that can be used lie within the distance.
    public let neighbourCount: Int
    /// Whether enough do; the other members are the cluster's border.
    public let isCore: Bool
    /// A relic is large, and a member is copied as often as the answer is laid out.
    private let relic: SharedSite

    init(_ site: Site, neighbourCount: Int, isCore: Bool) {
      relic = SharedSite(site)
      (self.neighbourCount, self.isCore) = (neighbourCount, isCore)
    }
  }

  private final class SharedSite: Hashable, Sendable {
    let site: Site

    init(_ site: Site) { self.site = site }

    static func == (a: SharedSite, b: SharedSite) -> Bool { a.site == b.site }
    func hash(into hasher: inout Hasher) { hasher.combine(site) }
  }
}

/// The dense groups of relics, and what is in none.
public struct ClusterAnswer: Hashable, Sendable {
  /// The clusters, by number.
  public let clusters: [Cluster]
  /// How many relics could be used and are in no cluster.
  public let noiseCount: Int
  /// How many relics could not be used.
  public let leftOut: LeftOut
  /// How many relics lie outside the areas or the corridor of the query while the circle of their
  /// accuracy reaches in.
  public let possibleBeyond: Int

  /// How many relics could not be used, by reason.
  public struct LeftOut: Hashable, Sendable {
    /// The position is that of the township's seat.
    public internal(set) var townshipSeats = 0
    /// The position is less accurate than the distance.
    public internal(set) var inaccurate = 0
    /// There is no position that the audience may see.
    public internal(set) var unlocated = 0
  }
}

/// Whether a position can be used to tell how dense relics lie.
enum ClusterUse {
  case usable
  case townshipSeat
  case inaccurate

  /// The rule for a distance.
  ///
  /// A township's seat is not the relic, however near it lies. Where nobody knows the accuracy the
  /// position is used, for a survey gives one that is worth its method; but the centre of a cell is
  /// never better than the cell.
  init(method: PositionMethod, accuracy: Length?, epsilon: Length) {
    let least = method == .generalised ? Length.metres(Generalisation.accuracy) : .metres(0)
    if method == .townshipSeat {
      self = .townshipSeat
    } else if max(accuracy ?? least, least) > epsilon {
      self = .inaccurate
    } else {
      self = .usable
    }
  }
}
