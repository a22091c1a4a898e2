import HeritageRegistry
import TourPlanner

extension TourCandidates {
  /// The relics that a plan visits, and its must-sees, however they may be visited.
  init(
    visited codes: [String], wishes: TourWishes, visits: [String: HeritageRegistry.Visit],
    site: (String) throws -> Site
  ) throws {
    self.init()
    for code in Set(codes).union(wishes.musts).sorted(by: CodeOrder.isBefore) {
      let site = try site(code)
      guard site.provenance != .standIn else {
        throw Failure(
          "\(code) is a stand-in, which is no relic", hint: "take it out of the plan",
          status: .badData)
      }
      guard site.position != nil else {
        throw Failure(
          "\(code) has no position, so that no way to it can be checked",
          hint: "heritage show says what is known of its place", status: .badData)
      }
      add(Candidate(site: site, visit: visits[code]))
    }
  }
}
