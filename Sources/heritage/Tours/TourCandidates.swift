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
  /// The codes of the relics that are closed to visitors or open by arrangement only.
  private(set) var notOpen: [String] = []
  /// How many relics there were before the best were chosen; nil where all are there.
  var preselectedFrom: Int?

  /// No relics.
  init() {}

  /// Sorts relics into those that can be planned and those that cannot.
  ///
  /// - Throws: ``Failure`` for a must-see that cannot be visited.
  init(_ all: [Site], visits: [String: HeritageRegistry.Visit], wishes: TourWishes) throws {
    for site in all.sorted(by: { CodeOrder.isBefore($0.code, $1.code) })
    where !wishes.skipped.contains(site.code) && sites[site.code] == nil {
      let visit = visits[site.code]
      let access = visit?.access ?? .unknown
      let isMust = wishes.musts.contains(site.code)
      if access == .closed || access == .restricted {
        if isMust {
          throw TourCandidates.refusal(
            site, access == .closed ? "is closed to visitors" : "is open by arrangement only",
            hint: "arrange the visit yourself and plan without it")
        }
        notOpen.append(site.code)
        continue
      }
      sites[site.code] = site
      let reason: WhyNot? =
        if site.provenance == .standIn { .standIn } else if site.position == nil {
          .noPosition
        } else if access == .unknown, !wishes.includesUnknownAccess { .accessUnknown } else { nil }
      guard let reason else {
        chosen.append(Candidate(site: site, visit: visit))
        continue
      }
      if isMust { throw TourCandidates.refusal(site, for: reason) }
      leftOut.append(
        LeftOutStop(stop: site.code, score: wishes.scores.score(site), reason: reason))
    }
  }

  /// Adds a relic to choose from.
  mutating func add(_ candidate: Candidate) {
    chosen.append(candidate)
    sites[candidate.site.code] = candidate.site
  }

  private static func refusal(_ site: Site, for reason: WhyNot) -> Failure {
    switch reason {
    case .standIn:
      refusal(site, "is a stand-in, which is no relic", hint: "leave it out of --must")
    case .noPosition:
      refusal(site, "has no position", hint: "heritage show says what is known of its place")
    default:
      refusal(
        site, "is not known to be open to visitors",
        hint: "--include-unknown-access plans it all the same")
    }
  }

  private static func refusal(_ site: Site, _ reason: String, hint: String) -> Failure {
    Failure("\(site.code) must be seen, but \(reason)", hint: hint, status: .badData)
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

extension TourWishes {
  /// How long a visit of a relic takes, in seconds: as asked, as the register says, or by category.
  func visitSeconds(_ candidate: TourCandidates.Candidate) -> Int {
    seconds[candidate.site.code]
      ?? (candidate.visit?.durationMinutes ?? VisitLength.minutes(candidate.site.category)) * 60
  }
}
