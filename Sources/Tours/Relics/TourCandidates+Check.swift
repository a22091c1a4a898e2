public import HeritageRegistry

extension TourCandidates {
  /// The relics that a plan visits, and its must-sees, however they may be visited.
  ///
  /// - Throws: ``TourError`` for a stand-in, and for a relic without a position.
  public init(
    visited sites: [Site], wishes: TourWishes, visits: [String: Visit], audience: Audience
  ) throws(TourError) {
    self.init()
    let known = Dictionary(
      (sites + wishes.musts.compactMap { wishes.sites[$0] }).map { ($0.code, $0) }
    ) { first, _ in first }
    for (code, site) in known.sorted(by: { CodeOrder.isBefore($0.key, $1.key) }) {
      guard site.provenance != .standIn else { throw .standInPlanned(code: code) }
      if let reason = site.unlocated(for: audience) {
        throw .unlocated(code: code, reason, for: .check)
      }
      add(Candidate(site: site, visit: visits[code]))
    }
  }
}
