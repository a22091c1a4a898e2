import Geodesy

/// Runs a ``SiteQuery``: the store brings candidates, their stored coordinates decide.
struct SiteSearch {
  let query: SiteQuery
  let state: any RegisterState
  let resolved: ResolvedQuery
  let origin: Coordinate?
  let region: Region
  private let areaTests: [any AreaTest]

  /// Looks up what the query names and checks it.
  ///
  /// - Throws: ``RegistryError`` for what the register does not know and for a value out of its range.
  init(_ query: SiteQuery, in state: any RegisterState) throws {
    self.query = query
    self.state = state
    var resolved = ResolvedQuery(query)
    resolved.townshipIDs =
      query.townships.isEmpty ? nil : try query.townships.map(state.townshipID(named:))
    resolved.groupID = try query.group.map(state.groupID(named:))
    if let text = query.text { resolved.namedIDs = try NameSearch(text, in: state).containing() }
    resolved.codes = try query.codes.map { try state.relic($0).site.code }
    var region = Region(areas: query.areas, corridor: query.corridor)
    var accuracy: Length? = .metres(0)
    switch query.origin {
    case nil:
      if query.radius != nil || query.sort == .distance { throw RegistryError.noOrigin }
      origin = nil
    case .position(let coordinate):
      origin = coordinate
      accuracy = query.originAccuracy
    case .site(let code):
      let site = try state.relic(code).site
      guard query.includesStandIns || site.provenance != .standIn else {
        throw RegistryError.standInOrigin(code: site.code)
      }
      guard let position = site.position else {
        throw RegistryError.siteNotLocated(code: site.code)
      }
      origin = position.coordinate
      accuracy = position.accuracy
      resolved.originCode = site.code
    }
    if let radius = query.radius, let origin {
      guard radius.metres > 0, radius.metres.isFinite else {
        throw RegistryError.badRadius(metres: radius.metres)
      }
      region.circle = Region.Circle(centre: origin, accuracy: accuracy, radius: radius)
    }
    areaTests = try query.areas.enumerated().map {
      try state.test(of: $0.element, number: $0.offset + 1)
    }
    if let limit = query.limit, limit <= 0 { throw RegistryError.badLimit(limit) }
    resolved.cursor = try query.cursor.map { text throws(RegistryError) in
      try PageCursor(text, sort: query.sort)
    }
    self.resolved = resolved
    self.region = region
  }

  /// What the stored coordinate says of a candidate.
  struct Location {
    var coordinate: Coordinate?
    var line: GeodesicLine?
    var presence: Presence?
  }

  /// Where a candidate lies, or nil when that is outside the box or the region.
  func location(of row: any CandidateRow) throws -> Location? {
    let coordinate = try row.coordinate()
    if let box = query.boundingBox {
      guard let coordinate, box.contains(coordinate) else { return nil }
    }
    guard let coordinate else { return region.isEverywhere ? Location() : nil }
    let line = origin.map { Geodesic.line(from: $0, to: coordinate) }
    var presence: Presence?
    if !region.isEverywhere {
      presence = region.presence(
        of: coordinate, accuracy: row.accuracy, distance: line?.length,
        isInside: { areaTests[$0].holds(coordinate) })
      guard presence != nil else { return nil }
    }
    return Location(coordinate: coordinate, line: line, presence: presence)
  }

  /// The hit that a candidate makes at its place.
  func hit(_ row: any CandidateRow, at location: Location) throws -> SiteHit {
    SiteHit(
      site: try row.site(at: location.coordinate), distance: location.line?.length,
      bearing: location.line?.bearing, presence: location.presence)
  }

  /// Whether a relic is left out: its point lies outside, and it is but possible that it does not.
  func leavesOut(_ location: Location) -> Bool {
    !query.includesPossible && location.presence?.isOnlyPossible == true
  }

  /// Calls `body` once for each relic that meets the query, in no order, with its place.
  ///
  /// The query's order and page are not used.
  ///
  /// - Returns: How many relics were left out because they are but possible.
  @discardableResult
  func forEachMatch(_ body: (any CandidateRow, Location) throws -> Void) throws -> Int {
    var scope = CandidateScope.every
    var mayRepeat = false
    if !region.isEverywhere {
      let boxes = region.boxes(reach: try state.largestAccuracy ?? .metres(0))
      scope = .boxes(boxes)
      // Boxes of a corridor or of several areas overlap, and may bring a relic more than once.
      mayRepeat = boxes.count > 1
    }
    var seen: Set<RowID> = []
    var possibleBeyond = 0
    try state.forEachCandidate(resolved, in: scope) { row in
      if mayRepeat, !seen.insert(row.id).inserted { return true }
      guard let location = try location(of: row) else { return true }
      if leavesOut(location) {
        possibleBeyond += 1
      } else {
        try body(row, location)
      }
      return true
    }
    return possibleBeyond
  }

  /// How many relics meet the query, whatever its page.
  ///
  /// Cost: that of counting rows where the store decides alone; of a look at every candidate otherwise.
  func count() throws -> (found: Int, possibleBeyond: Int) {
    // Where distances order the answer, a relic without a position is not part of it.
    let needsPosition = !region.isEverywhere || query.sort == .distance
    if !needsPosition, let count = try state.count(resolved) {
      return (count, 0)
    }
    var found = 0
    let possible = try forEachMatch { _, location in
      if !needsPosition || location.coordinate != nil { found += 1 }
    }
    return (found, possible)
  }

  /// Whether more relics than a number meet the query, whatever its page.
  ///
  /// Cost: as of ``count()``, and no more rows are read than the number where the store decides alone.
  func finds(moreThan number: Int) throws -> Bool {
    guard region.isEverywhere, query.sort != .distance else { return try count().found > number }
    var found = 0
    try state.forEachCandidate(resolved, in: .every) { row in
      if try location(of: row) != nil { found += 1 }
      return found <= number
    }
    return found > number
  }

  /// A question for the same relics that a store decides alone: where positions decide, it names the rows.
  func decidedByStore() throws -> ResolvedQuery {
    let needsPosition = !region.isEverywhere || query.sort == .distance
    guard needsPosition || query.boundingBox != nil else { return resolved }
    var ids: [RowID] = []
    try forEachMatch { row, location in
      if !needsPosition || location.coordinate != nil { ids.append(row.id) }
    }
    var everything = SiteQuery()
    (everything.includesStandIns, everything.includesFormer) = (true, true)
    var named = ResolvedQuery(everything)
    named.namedIDs = ids
    return named
  }

  /// The relics with given ids that meet the query, by id, and those that are but possible.
  ///
  /// The query's order and page are not used.
  func hits(withIDs ids: [RowID]) throws -> (found: [RowID: SiteHit], possible: Set<RowID>) {
    var (found, possible): ([RowID: SiteHit], Set<RowID>) = ([:], [])
    try state.forEachCandidate(resolved.withoutBox, in: .ids(ids)) { row in
      guard let location = try location(of: row) else { return true }
      if leavesOut(location) {
        possible.insert(row.id)
      } else {
        found[row.id] = try hit(row, at: location)
      }
      return true
    }
    return (found, possible)
  }
}
