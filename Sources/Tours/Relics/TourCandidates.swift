public import Geodesy
public import HeritageRegistry
public import TourPlanner

/// The relics among which a plan chooses, and those that it cannot choose, with the reason.
public struct TourCandidates: Sendable {
  /// A relic and what is known about visits.
  public struct Candidate: Hashable, Sendable {
    /// The relic.
    public let site: Site
    /// Whether and how it can be visited; nil where nobody says.
    public let visit: HeritageRegistry.Visit?
  }

  /// The most relics that one plan chooses from.
  public static let most = 1000

  /// The relics to choose from, by code.
  public private(set) var chosen: [Candidate] = []
  /// The relics that cannot be chosen.
  public private(set) var leftOut: [LeftOutStop] = []
  /// Every relic of both lists, by code.
  public private(set) var sites: [String: Site] = [:]
  /// How many relics there were before the best were chosen; nil where all are there.
  public internal(set) var preselectedFrom: Int?

  /// No relics.
  init() {}

  /// Sorts relics into those that can be planned and those that cannot.
  ///
  /// - Throws: ``TourError/mustSeeRefused(code:_:)`` for a must-see that cannot be visited.
  public init(
    _ all: [Site], visits: [String: HeritageRegistry.Visit], wishes: TourWishes, audience: Audience
  ) throws(TourError) {
    for site in all.sorted(by: { CodeOrder.isBefore($0.code, $1.code) })
    where !wishes.skipped.contains(site.code) && sites[site.code] == nil {
      let visit = visits[site.code]
      sites[site.code] = site
      guard let reason = wishes.reasonAgainst(site, visit?.access ?? .unknown, audience) else {
        chosen.append(Candidate(site: site, visit: visit))
        continue
      }
      if wishes.musts.contains(site.code) {
        throw .mustSeeRefused(code: site.code, reason)
      }
      leftOut.append(
        LeftOutStop(stop: site.code, score: wishes.scores.score(site), reason: reason))
    }
  }

  /// Adds a relic to choose from.
  mutating func add(_ candidate: Candidate) {
    chosen.append(candidate)
    sites[candidate.site.code] = candidate.site
  }

  /// Keeps the relics with the most points for the time that they cost from a start, at most ``most``.
  ///
  /// Must-sees and pinned relics stay.
  ///
  /// - Parameters:
  ///   - wishes: What is asked of single relics.
  ///   - start: Where the tour begins; nil where that is free.
  ///   - secondsPerMetre: The time that a metre of geodesic takes, roughly.
  public mutating func preselect(
    _ wishes: TourWishes, near start: Coordinate?, secondsPerMetre: Double
  ) {
    if leftOut.count > Self.most {
      for stop in leftOut[Self.most...] { sites[stop.stop] = nil }
      leftOut = Array(leftOut[..<Self.most])
    }
    guard chosen.count > Self.most else { return }
    preselectedFrom = max(preselectedFrom ?? 0, chosen.count)
    let ranked = chosen.map { candidate -> (worth: Double, candidate: Candidate) in
      let site = candidate.site
      if wishes.musts.contains(site.code) || wishes.pins[site.code] != nil {
        return (.infinity, candidate)
      }
      var seconds = Double(wishes.visitSeconds(candidate))
      if let start, let position = site.position?.coordinate {
        seconds += 2 * Geodesic.distance(start, position).metres * secondsPerMetre
      }
      return (Double(wishes.scores.score(site)) / seconds, candidate)
    }
    let kept = ranked.enumerated().sorted {
      ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset)
    }
    for dropped in kept.dropFirst(Self.most) { sites[dropped.element.candidate.site.code] = nil }
    chosen = kept.prefix(Self.most).map(\.element.candidate)
      .sorted { CodeOrder.isBefore($0.site.code, $1.site.code) }
  }
}

extension TourWishes {
  /// Why a relic cannot be chosen; nil where it can.
  fileprivate func reasonAgainst(
    _ site: Site, _ access: Access, _ audience: Audience
  ) -> WhyNot? {
    if site.provenance == .standIn { return .standIn }
    if access == .closed { return .closedToVisitors }
    if access == .restricted { return .byArrangement }
    switch site.unlocated(for: audience) {
    case .withheld: return .positionWithheld
    case .noPosition: return .noPosition
    case nil: return access == .unknown && !includesUnknownAccess ? .accessUnknown : nil
    }
  }
}
