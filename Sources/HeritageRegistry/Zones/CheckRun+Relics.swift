import Foundation
import Geodesy
import Overlays

/// Relics beside an outline, and what is not covered.
extension CheckRun {
  /// The relics whose outline, or the circle of whose area, may meet the outline of the project.
  mutating func findRelics(_ near: [GroundBody], _ bodies: [String: GroundBody]) throws {
    let register = try ground.register()
    var found = try ground.relics(
      around: box, accuracy: request.accuracy.metres
    ) { isOfUse($0, $1, radius: register.largestRadius) }
    .filter {
      bodies[$0.site.code] != nil || isOfUse($0.point, $0.place.accuracy?.metres, radius: $0.radius)
    }
    // A relic whose body is near may have its point far away.
    let codes = Set(found.map(\.site.code))
    for body in near where !codes.contains(body.body.code) {
      guard let id = try ground.state.id(withCode: body.body.code) else { continue }
      let site = try ground.state.site(withID: id)
      guard let position = site.position else { continue }
      found.append(
        GroundRelic(
          id, site,
          CheckedPlace(coordinate: position.coordinate, accuracy: position.accuracy),
          request.projection.point(position.coordinate)))
    }
    var units: [String] = []
    for relic in found {
      let body = bodies[relic.site.code]
      let hit = try hit(relic, body)
      guard hit.finding != .apart || hit.distance.metres <= Self.surroundings else { continue }
      looked.append(relic.line(with: body))
      relics.append(hit)
      if relic.site.level != .registered, relic.site.state?.isFormer != true,
        !register.coverage.contains(where: {
          $0.covers(.zones(.protection), of: relic.site.level)
        }), try !ground.hasProtectionZone(relic.id)
      {
        units.append(relic.site.code)
      }
    }
    if !units.isEmpty {
      gaps.append(.unitsWithoutZone(units.sorted(by: CodeOrder.isBefore)))
    }
  }

  /// Whether a relic at a point, with a circle of a radius at most, may be touched or lies near by.
  private func isOfUse(_ point: PlaneArea.Point, _ accuracy: Double?, radius: Double) -> Bool {
    let reach = max(
      Self.surroundings,
      (accuracy ?? Self.unknownAccuracy + Generalisation.halfDiagonal) + request.accuracy.metres)
    // A micrometre is more than all rounding.
    return distanceToBox(point) <= reach + radius + 1e-6
  }

  private func hit(_ relic: GroundRelic, _ body: GroundBody?) throws -> RelicHit {
    let (site, radius) = (relic.site, relic.radius)
    func hit(
      _ finding: CheckFinding, _ distance: Double, _ accuracy: Double?, _ extent: RelicHit.Extent
    ) -> RelicHit {
      RelicHit(
        code: site.code, nameZH: site.nameZH, nameEN: site.nameEN, level: site.level,
        finding: finding, distance: .metres(max(0, distance)),
        accuracy: accuracy.map(Length.metres), extent: extent,
        consequences: Consequence.ofBody(site.level))
    }
    let own = request.accuracy.metres
    if let body {
      let area = try body.area()
      let distance = try outline.area.distance(to: area.area)
      let accuracy = body.body.accuracy.map { $0.metres + own }
      let isTouched =
        try accuracy.map { accuracy in
          try outline.area.relation(to: area.area) == .overlaps
            && outline.overlapsSurely(area, accuracy)
        } ?? false
      let reach = accuracy ?? (Self.unknownAccuracy + own)
      return hit(
        isTouched ? .touched : distance > reach ? .apart : .possible, distance, accuracy, .body)
    }
    // Below 0 inside the outline.
    let depth = request.outline.signedDistance(to: relic.point)
    let extent: RelicHit.Extent = site.areaSquareMetres == nil ? .point : .area
    guard let accuracy = relic.place.accuracy.map({ $0.metres + own }) else {
      // The middle of a cell is off by what the position is, and by the cell.
      let cell = site.position?.method == .generalised ? Generalisation.halfDiagonal : 0
      return hit(
        depth - radius > Self.unknownAccuracy + cell + own ? .apart : .possible, depth - radius,
        nil, extent)
    }
    let finding: CheckFinding =
      depth + accuracy <= radius ? .touched : depth - accuracy > radius ? .apart : .possible
    return hit(finding, depth - radius, accuracy, extent)
  }

  /// What the answer does not cover.
  mutating func findGaps() throws {
    let register = try ground.register()
    gaps += register.gaps
    if let county = register.county {
      let outside = corners.filter { !county.contains($0) }
        .compactMap { corner in register.countyEdges.map { $0.distance(from: corner) }.min() }
        .max()
      // Outlines are generalised by up to that.
      if let outside, outside > .metres(500) { gaps.append(.outsideCounty(outside)) }
    } else {
      gaps.append(.noCounty)
    }
    if request.unreadParts > 0 { gaps.append(.unreadParts(request.unreadParts)) }
    looked += register.lines
  }
}

extension PlaneArea {
  /// The distance from a point to the edge of the area, below 0 inside of it.
  func signedDistance(to point: Point) -> Double {
    var (nearest, isInside) = (Double.infinity, false)
    for polygon in polygons {
      for ring in polygon.rings {
        for (a, b) in zip(ring, ring.dropFirst()) {
          let (dx, dy) = (b.x - a.x, b.y - a.y)
          let length = dx * dx + dy * dy
          let share =
            length == 0 ? 0 : min(1, max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
          nearest = min(nearest, hypot(a.x + share * dx - point.x, a.y + share * dy - point.y))
          if (a.y > point.y) != (b.y > point.y),
            point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
          {
            isInside.toggle()
          }
        }
      }
    }
    return isInside ? -nearest : nearest
  }
}
