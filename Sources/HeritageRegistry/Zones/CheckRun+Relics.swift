import Foundation
import Geodesy
import Overlays

/// Relics beside an outline, and what is not covered.
extension CheckRun {
  /// The relics whose outline, or the circle of whose area, may meet the outline of the project.
  mutating func findRelics(_ bodies: [RelicBody]) throws {
    let shapes = Dictionary(bodies.map { ($0.code, $0) }) { first, _ in first }
    let largest = max(
      try state.largestAccuracy?.metres ?? 0, Self.unknownAccuracy,
      (max(0, try state.largestSquareMetres ?? 0) / .pi).squareRoot())
    // A relic whose body is near may have its point far away.
    let margin = Self.surroundings + 2 * largest
    let question = try SiteSearch(SiteQuery(), in: state).resolved
    var found: [(RowID, Site, CheckedPlace)] = []
    var seen: Set<RowID> = []
    try state.forEachCandidate(question, in: .boxes([box.expanded(by: .metres(margin))])) { row in
      guard let coordinate = try row.coordinate() else { return true }
      let accuracy = row.accuracy?.metres ?? Self.unknownAccuracy
      let point = request.projection.point(coordinate)
      guard distanceToBox(point) <= Self.surroundings + accuracy + largest,
        seen.insert(row.id).inserted
      else { return true }
      found.append(
        (
          row.id, try row.site(at: coordinate),
          CheckedPlace(coordinate: coordinate, accuracy: row.accuracy)
        )
      )
      return true
    }
    for body in bodies where !found.contains(where: { $0.1.code == body.code }) {
      guard let id = try state.id(withCode: body.code) else { continue }
      let site = try state.site(withID: id)
      guard let position = site.position else { continue }
      found.append(
        (
          id, site,
          CheckedPlace(coordinate: position.coordinate, accuracy: position.accuracy)
        ))
    }
    var units: [String] = []
    for (id, site, place) in found {
      let hit = try hit(site, place, shapes[site.code])
      guard hit.finding != .apart || hit.distance.metres <= Self.surroundings else { continue }
      look(at: site, place, shapes[site.code])
      relics.append(hit)
      if site.level != .registered,
        !(try state.zones(of: id).contains { $0.kind == .protection && $0.isInForce })
      {
        units.append(site.code)
      }
    }
    let coverage = try state.coverage()
    let uncovered = units.filter { code in
      let level = found.first { $0.1.code == code }?.1.level
      return !coverage.contains { $0.covers(.zones(.protection), of: level) }
    }
    if !uncovered.isEmpty {
      gaps.append(.unitsWithoutZone(uncovered.sorted(by: CodeOrder.isBefore)))
    }
  }

  private mutating func look(at site: Site, _ place: CheckedPlace, _ body: RelicBody?) {
    let corners = body.map { body in
      body.shape.polygons.flatMap(\.rings).flatMap(\.positions)
        .map { "\($0.longitude),\($0.latitude)" }.joined(separator: " ")
    }
    looked.append(
      "relic \(site.code) \(site.nameZH) \(site.level.rawValue) \(place.coordinate.longitude),"
        + "\(place.coordinate.latitude) \(place.accuracy.map { "\($0.metres)" } ?? "") "
        + "\(site.areaSquareMetres.map { "\($0)" } ?? "") \(corners ?? "")")
  }

  private func hit(_ site: Site, _ place: CheckedPlace, _ body: RelicBody?) throws -> RelicHit {
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
      let area = try OverlayArea(request.projection.plane(of: body.shape))
      let distance = try outline.distance(to: area)
      let accuracy = body.accuracy.map { $0.metres + own }
      let isTouched =
        try accuracy.map { accuracy in
          try outline.relation(to: area) == .overlaps
            && Self.overlapsSurely(outline, area, accuracy)
        } ?? false
      let reach = accuracy ?? (Self.unknownAccuracy + own)
      return hit(
        isTouched ? .touched : distance > reach ? .apart : .possible, distance, accuracy, .body)
    }
    let radius = site.areaSquareMetres.map { ($0 / .pi).squareRoot() } ?? 0
    let point = request.projection.point(place.coordinate)
    // Below 0 inside the outline.
    let depth = request.outline.signedDistance(to: point)
    let extent: RelicHit.Extent = site.areaSquareMetres == nil ? .point : .area
    guard let accuracy = place.accuracy.map({ $0.metres + own }) else {
      return hit(
        depth - radius > Self.unknownAccuracy + own ? .apart : .possible, depth - radius, nil,
        extent)
    }
    let finding: CheckFinding =
      depth + accuracy <= radius ? .touched : depth - accuracy > radius ? .apart : .possible
    return hit(finding, depth - radius, accuracy, extent)
  }

  /// What the answer does not cover.
  mutating func findGaps() throws {
    let spots = try state.blindSpots(of: SiteQuery())
    if spots.unlocated > 0 { gaps.append(.unlocated(spots.unlocated)) }
    if spots.withheld > 0 { gaps.append(.withheld(spots.withheld)) }
    if spots.standIns > 0 { gaps.append(.standIns(spots.standIns)) }
    let coverage = try state.coverage()
    let units: [ProtectionLevel] = [.national, .provincial, .municipal, .county]
    for what in Coverage.What.allCases {
      let levels: [ProtectionLevel?] =
        switch what {
        case .relics: units + [.registered]
        case .zones(let kind): kind.belongsToUnit ? units : [nil]
        }
      let missing = levels.filter { level in !coverage.contains { $0.covers(what, of: level) } }
      if missing.count == levels.count {
        gaps.append(.notCertified(what, nil))
      } else {
        gaps += missing.map { .notCertified(what, $0) }
      }
    }
    if let county = try state.outlines().first(where: { $0.kind == .county })?.area {
      let outside = request.outline.polygons.flatMap(\.exterior).map(request.projection.position)
        .filter { !county.contains($0) }.map { county.distanceToEdge(from: $0) }.max()
      // Outlines are generalised by up to that.
      if let outside, outside > .metres(500) { gaps.append(.outsideCounty(outside)) }
    }
    for row in coverage {
      looked.append(
        "coverage \(row.what.code) \(row.level?.rawValue ?? "") \(row.completeAsOf) "
          + "\(row.certifiedBy) \(row.document)")
    }
    looked.append("spots \(spots.unlocated) \(spots.withheld) \(spots.standIns)")
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
