public import Geodesy
import Words

/// May I build here.
extension Registry {
  /// What a project touches, by zones, by relics, and by what the register does not know.
  ///
  /// "Clear" is said only where somebody has certified that nothing is missing. The public's answer is made
  /// of what the public sees: of a sensitive relic the generalised cell, and no zone.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read, `OverlayError` for an outline that
  ///   crosses itself, `MissingLibrary` without GEOS.
  /// - Complexity: Zones and relics near by come from R*Trees; zones in words are all looked at.
  public func check(_ request: CheckRequest) throws -> CheckAnswer {
    try read { state in
      var run = try CheckRun(request, on: CheckGround(state, projection: request.projection))
      return try run.answer()
    }
  }

  /// Checks outlines one after another in one state of the register: the answers of ``check(_:)``.
  ///
  /// - Parameters:
  ///   - requests: The outlines.
  ///   - body: Is given the answers in the order of the outlines.
  /// - Throws: as ``check(_:)``, and what `body` throws.
  /// - Complexity: What does not depend on an outline is read once, and what lies around it once for all that
  ///   lie side by side.
  public func check(
    each requests: some Sequence<CheckRequest>, _ body: (CheckAnswer) throws -> Void
  ) throws {
    try read { state in
      var ground: CheckGround?
      for request in requests {
        if ground?.projection != request.projection { ground = nil }
        let shared =
          ground ?? CheckGround(state, projection: request.projection, isShared: true)
        ground = shared
        shared.makeRoom()
        var run = try CheckRun(request, on: shared)
        try body(run.answer())
      }
    }
  }

  /// The zones of the register that the audience may see, by code, those in force first.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func zones(includingSuperseded: Bool = false) throws -> [ShapedZone] {
    try read { state in
      (try state.drawnZones(meeting: nil) + state.describedZones())
        .filter { includingSuperseded || $0.zone.isInForce }.map(\.shaped)
        .sorted { a, b in
          let (x, y) = (a.code ?? "~" + a.nameZH, b.code ?? "~" + b.nameZH)
          guard x == y else { return CodeOrder.isBefore(x, y) }
          return (
            a.zone.kind.rank, a.zone.zoneClass ?? "", a.zone.announcedOn ?? "", a.zone.number ?? 0
          )
            < (
              b.zone.kind.rank, b.zone.zoneClass ?? "", b.zone.announcedOn ?? "", b.zone.number ?? 0
            )
        }
    }
  }

  /// The zones in force that are drawn, and that a circle touches or may touch.
  ///
  /// - Throws: as ``check(_:)``.
  public func zones(around position: Coordinate, radius: Length) throws -> [ZoneHit] {
    guard let projection = GaussKruger(nearest: position.longitude) else { return [] }
    let request = CheckRequest(
      circleAround: position, radius: max(radius, .metres(0.01)), name: "",
      projection: projection)
    return try zones(of: request)
  }

  /// The zones in force that are drawn, and that an area touches or may touch.
  ///
  /// - Throws: as ``check(_:)``.
  public func zones(meeting area: MultiPolygon) throws -> [ZoneHit] {
    let box = area.boundingBox
    guard let projection = GaussKruger(nearest: (box.west + box.east) / 2) else { return [] }
    return try zones(
      of: CheckRequest(
        file: "", sha256: "", datum: "wgs84", outline: projection.plane(of: area),
        projection: projection))
  }

  /// GEOS is opened only where a zone is near.
  private func zones(of request: CheckRequest) throws -> [ZoneHit] {
    try read { state in
      let corners = request.outline.polygons.flatMap(\.exterior).map(request.projection.position)
      guard let box = BoundingBox(containing: corners),
        try !state.drawnZones(meeting: box).isEmpty
      else { return [] }
      var run = try CheckRun(request, on: CheckGround(state, projection: request.projection))
      try run.findDrawnZones()
      return run.zones.filter { $0.finding != .apart }.sorted(by: ZoneHit.isBefore)
    }
  }

  /// What is certified as complete, in the order in which it was entered.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func coverage() throws -> [Coverage] { try read { try $0.coverage() } }

  /// The saved checks, by number; none for the public.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func checks() throws -> [CheckRecord] { try read { try $0.checks() } }

  /// The saved check with a number; nil for none.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func check(numbered number: Int) throws -> CheckRecord? {
    try read { try $0.check(numbered: number) }
  }
}
