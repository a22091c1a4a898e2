public import Geodesy

/// What an answer about a place cannot exclude: that nothing was found is no clearance.
public struct BlindSpots: Hashable, Sendable {
  /// Relics that meet the other conditions of the question and have no position that anybody knows.
  public var unlocated = 0
  /// Relics that meet the other conditions of the question and whose position the audience may not see.
  public var withheld = 0
  /// Relics that are registered and that the register does not know: they may stand anywhere.
  public var standIns = 0
  /// How far outside the county the place lies; nil inside it, and where the county has no outline.
  public var distanceOutside: Length?
}

extension Registry {
  /// What the answer to a question about a place cannot exclude.
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know.
  /// - Complexity: O(k + o) for k relics without a position and o edges of the county's outline.
  public func blindSpots(of query: SiteQuery) throws -> BlindSpots {
    try read { state in
      var spots = try state.blindSpots(of: query)
      if let place = try SiteSearch(query, in: state).origin,
        let county = try state.outlines().first(where: { $0.kind == .county })?.area,
        !county.contains(place)
      {
        spots.distanceOutside = county.distanceToEdge(from: place)
      }
      return spots
    }
  }
}

extension RegisterState {
  /// The relics that an answer about a place cannot exclude.
  func blindSpots(of query: SiteQuery) throws -> BlindSpots {
    var spots = BlindSpots()
    var conditions = query
    (conditions.origin, conditions.radius, conditions.areas) = (nil, nil, [])
    (conditions.corridor, conditions.boundingBox, conditions.cursor) = (nil, nil, nil)
    conditions.sort = .code
    conditions.includesStandIns = false
    let search = try SiteSearch(conditions, in: self)
    try forEachCandidate(search.resolved, in: .unlocated) { row in
      if try row.site(at: nil).disclosure == .withheld {
        spots.withheld += 1
      } else {
        spots.unlocated += 1
      }
      return true
    }
    spots.standIns = try standInCount
    return spots
  }
}
