import Geodesy
import HeritageRegistry
import TourPlanner

/// The relics among which a plan chooses, and those that it cannot choose, with the reason.
struct TourCandidates {
  /// A relic and what is known about visits.
  struct Candidate {
    let site: Site
    let visit: HeritageRegistry.Visit?
  }

  /// The most relics that one plan chooses from.
  static let most = 1000

  /// The relics to choose from, by code.
  private(set) var chosen: [Candidate] = []
  /// The relics that cannot be chosen.
  private(set) var leftOut: [LeftOutStop] = []
  /// Every relic of both lists, by code.
  private(set) var sites: [String: Site] = [:]
  /// How many relics there were before the best were chosen; nil where all are there.
  var preselectedFrom: Int?

  /// No relics.
  init() {}

  /// Sorts relics into those that can be planned and those that cannot.
  ///
  /// - Throws: ``Failure`` for a must-see that cannot be visited.
  init(
    _ all: [Site], visits: [String: HeritageRegistry.Visit], wishes: TourWishes, audience: Audience
  ) throws {
    for site in all.sorted(by: { CodeOrder.isBefore($0.code, $1.code) })
    where !wishes.skipped.contains(site.code) && sites[site.code] == nil {
      let visit = visits[site.code]
      sites[site.code] = site
      guard let reason = wishes.reasonAgainst(site, visit?.access ?? .unknown, audience) else {
        chosen.append(Candidate(site: site, visit: visit))
        continue
      }
      if wishes.musts.contains(site.code) {
        throw TourCandidates.refusal(site, for: reason, audience)
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

  private static func refusal(
    _ site: Site, for reason: WhyNot, _ audience: Audience
  ) -> Failure {
    let (clause, hint) =
      switch reason {
      case .closedToVisitors, .byArrangement:
        ("is \(reason)", "arrange the visit yourself and plan without it")
      case .standIn: ("is a stand-in, which is no relic", "leave it out of --must")
      case .accessUnknown:
        ("is not known to be open to visitors", "--include-unknown-access plans it all the same")
      default:
        (
          site.reasonUnlocated(for: audience) ?? "\(reason)",
          "heritage show says what is known of its place"
        )
      }
    return Failure("\(site.code) must be seen, but \(clause)", hint: hint, status: .badData)
  }

  /// Keeps the relics with the most points for the time that they cost from a start, at most ``most``.
  ///
  /// Must-sees and pinned relics stay.
  mutating func preselect(_ wishes: TourWishes, near start: Coordinate?, secondsPerMetre: Double) {
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

extension Site {
  /// That a relic has no position, or none for an audience, as a clause; nil where it has one.
  func reasonUnlocated(for audience: Audience) -> String? {
    guard position == nil else { return nil }
    return isWithheld(from: audience)
      ? "has a position that is withheld from this audience" : "has no position"
  }

  fileprivate func isWithheld(from audience: Audience) -> Bool {
    position == nil && audience == .public && disclosure == .withheld
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
    if site.isWithheld(from: audience) { return .positionWithheld }
    if site.position == nil { return .noPosition }
    return access == .unknown && !includesUnknownAccess ? .accessUnknown : nil
  }

  /// How long a visit of a relic takes, in seconds: as asked, as the register says, or by category.
  func visitSeconds(_ candidate: TourCandidates.Candidate) -> Int {
    seconds[candidate.site.code]
      ?? (candidate.visit?.durationMinutes ?? VisitLength.minutes(candidate.site.category)) * 60
  }
}
