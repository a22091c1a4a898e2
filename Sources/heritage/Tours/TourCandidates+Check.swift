import HeritageRegistry
import TourPlanner

extension TourCandidates {
  /// The relics that a plan visits, and its must-sees, however they may be visited.
  init(
    visited sites: [Site], wishes: TourWishes, visits: [String: HeritageRegistry.Visit],
    audience: Audience
  ) throws {
    self.init()
    let known = Dictionary(
      (sites + wishes.musts.compactMap { wishes.sites[$0] }).map { ($0.code, $0) }
    ) { first, _ in first }
    for (code, site) in known.sorted(by: { CodeOrder.isBefore($0.key, $1.key) }) {
      guard site.provenance != .standIn else {
        throw Failure(
          "\(code) is a stand-in, which is no relic", hint: "take it out of the plan",
          status: .badData)
      }
      if let reason = site.reasonUnlocated(for: audience) {
        throw Failure(
          "\(code) \(reason), so that no way to it can be checked",
          hint: "heritage show says what is known of its place", status: .badData)
      }
      add(Candidate(site: site, visit: visits[code]))
    }
  }
}
