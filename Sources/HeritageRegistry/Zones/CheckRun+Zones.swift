import Foundation
import Geodesy
import Overlays
import Tables
import Words

/// Zones beside an outline.
extension CheckRun {
  /// The zones that have a shape which the audience may see.
  mutating func findDrawnZones() throws {
    for owned in try state.drawnZones(meeting: box.expanded(by: .metres(Self.surroundings))) {
      guard owned.zone.isInForce, let shape = owned.zone.shape else { continue }
      look(at: owned)
      let area: OverlayArea
      do {
        area = try OverlayArea(request.projection.plane(of: shape))
      } catch let error as OverlayError {
        // What is no area may lie anywhere in its box.
        zones.append(hit(owned, .possible, reason: error.sentence))
        continue
      }
      if let hit = try hit(owned, area) { zones.append(hit) }
    }
  }

  /// A zone that is drawn beside the outline; nil for one beyond the surroundings.
  private func hit(_ owned: OwnedZone, _ area: OverlayArea) throws -> ZoneHit? {
    let distance = try outline.distance(to: area)
    guard distance <= Self.surroundings else { return nil }
    let relation = try outline.relation(to: area)
    let overlap = relation == .overlaps ? try outline.overlap(with: area) : 0
    let known = owned.zone.accuracy?.metres
    let accuracy = known.map { $0 + request.accuracy.metres }
    let finding: CheckFinding
    if let accuracy {
      let isSure = relation == .overlaps ? try Self.overlapsSurely(outline, area, accuracy) : false
      finding = isSure ? .touched : distance > accuracy ? .apart : .possible
    } else {
      let own = request.accuracy.metres
      let isSure = relation == .overlaps ? try Self.overlapsSurely(outline, area, own) : false
      finding = isSure ? .touched : distance > Self.unknownAccuracy + own ? .apart : .possible
    }
    let reason: Sentence? =
      finding != .possible
      ? nil
      : accuracy == nil
        ? Sentence("check.unknownAccuracy", ["metres": Int(Self.unknownAccuracy)])
        : Sentence(
          "check.withinAccuracy",
          [
            "gap": DecimalText.string(distance, places: 3),
            "accuracy": DecimalText.string(accuracy ?? 0, places: 3),
          ])
    return ZoneHit(
      zone: owned.shaped, finding: finding, relation: relation, overlap: overlap,
      shareOfProject: share(overlap, of: outline.squareMetres),
      shareOfZone: share(overlap, of: area.squareMetres), distance: .metres(distance),
      accuracy: accuracy.map(Length.metres), reason: reason,
      consequences: Consequence.of(owned.zone.kind, level: owned.owner?.level),
      level: owned.owner?.level)
  }

  private func share(_ part: Double, of whole: Double) -> Double? {
    whole > 0 ? min(1, part / whole) : nil
  }

  /// Whether two areas overlap wherever each of them really is: one of them reaches deeper into the other
  /// than both may be off.
  static func overlapsSurely(
    _ one: OverlayArea, _ other: OverlayArea, _ accuracy: Double
  ) throws -> Bool {
    guard accuracy > 0 else { return true }
    for (whole, shrunk) in [(one, other), (other, one)] {
      let core = try shrunk.grown(by: -accuracy)
      if !core.isEmpty, try whole.relation(to: core) == .overlaps { return true }
    }
    return false
  }

  /// The zones without a shape that the audience may see: what their words leave open.
  mutating func findDescribedZones(_ bodies: [RelicBody]) throws {
    let described = try state.describedZones().filter(\.zone.isInForce)
    let shapes = Dictionary(grouping: bodies, by: \.code)
    var (unplaced, withheld) = (0, 0)
    for owned in described {
      guard let owner = owned.owner, let place = owner.position else {
        look(at: owned)
        if owned.owner?.isHidden == true { withheld += 1 } else { unplaced += 1 }
        continue
      }
      let point = request.projection.point(place.coordinate)
      let reach = (place.accuracy?.metres ?? Self.unknownAccuracy) + ZoneBounds.farthest
      guard distanceToBox(point) <= reach + request.accuracy.metres else { continue }
      look(at: owned)
      let bounds = try bounds(of: owned, owner, place, shapes[owner.code]?.first)
      if let hit = try hit(owned, bounds, around: point, reach) { zones.append(hit) }
    }
    if unplaced > 0 { gaps.append(.unplacedZones(unplaced)) }
    if withheld > 0 { gaps.append(.withheldZones(withheld)) }
  }

  /// The distance from a point to the box around the outline.
  func distanceToBox(_ point: PlaneArea.Point) -> Double {
    guard let box = outline.box else { return .infinity }
    let x = max(box.west - point.x, 0, point.x - box.east)
    let y = max(box.south - point.y, 0, point.y - box.north)
    return (x * x + y * y).squareRoot()
  }

  private func bounds(
    of owned: OwnedZone, _ owner: ZoneOwner, _ place: CheckedPlace, _ body: RelicBody?
  ) throws -> ZoneBounds {
    let rule = owned.zone.rule.map { ZoneRule($0, kind: owned.zone.kind) } ?? .unread
    var anchor = ZoneBounds.Anchor(
      point: request.projection.point(place.coordinate), accuracy: place.accuracy?.metres)
    if let body, let accuracy = body.accuracy {
      anchor.body = (
        try OverlayArea(request.projection.plane(of: body.shape)), accuracy.metres
      )
    }
    anchor.reach = owner.squareMetres.map { 2 * $0.squareRoot() }
    var protection: ZoneBounds?
    switch rule {
    case .beyondProtection, .asProtection:
      let own = try state.zones(of: owner.id).first { $0.kind == .protection && $0.isInForce }
      if let shape = own?.shape {
        protection = try ZoneBounds(
          drawn: OverlayArea(request.projection.plane(of: shape)),
          accuracy: own?.accuracy?.metres ?? Self.unknownAccuracy)
      } else if let words = own?.rule {
        protection = try ZoneBounds(
          ZoneRule(words, kind: .protection), around: anchor, protection: nil)
      }
    default: break
    }
    return try ZoneBounds(rule, around: anchor, protection: protection)
  }

  private func hit(
    _ owned: OwnedZone, _ bounds: ZoneBounds, around point: PlaneArea.Point, _ reach: Double
  ) throws -> ZoneHit? {
    let own = request.accuracy.metres
    if let inner = bounds.inner, try outline.relation(to: inner) == .overlaps,
      try Self.overlapsSurely(outline, inner, own)
    {
      return hit(
        owned, .touched, reason: Sentence("check.innerBound", ["rule": owned.rule.sentence]))
    }
    guard let outer = bounds.outer else {
      let disc = try OverlayArea(.circle(around: point, radius: reach))
      guard try outline.distance(to: disc) <= own else { return nil }
      return hit(
        owned, .possible, distance: 0,
        reason: owned.zone.isShapeWithheld
          ? Sentence("check.shapeWithheld")
          : owned.rule == .unread
            ? Sentence("check.notDrawn", ["kilometres": Int(ZoneBounds.farthest / 1000)])
            : Sentence(
              "check.noExtent",
              ["rule": owned.rule.sentence, "kilometres": Int(ZoneBounds.farthest / 1000)]))
    }
    let distance = try outline.distance(to: outer)
    guard distance <= Self.surroundings else { return nil }
    return distance <= own
      ? hit(
        owned, .possible, distance: 0,
        reason: Sentence("check.outerBound", ["rule": owned.rule.sentence]))
      : hit(owned, .apart, distance: distance)
  }

  /// A hit that no shape decides.
  private func hit(
    _ owned: OwnedZone, _ finding: CheckFinding, distance: Double? = nil, reason: Sentence? = nil
  ) -> ZoneHit {
    ZoneHit(
      zone: owned.shaped, finding: finding, relation: nil, overlap: nil, shareOfProject: nil,
      shareOfZone: nil, distance: distance.map(Length.metres), accuracy: nil, reason: reason,
      consequences: Consequence.of(owned.zone.kind, level: owned.owner?.level),
      level: owned.owner?.level)
  }
}

extension OwnedZone {
  /// The zone with the names of its relic.
  var shaped: ShapedZone {
    ShapedZone(
      code: owner?.code, nameZH: owner?.nameZH ?? zone.nameZH ?? "", nameEN: owner?.nameEN,
      zone: zone)
  }

  /// What the words say.
  var rule: ZoneRule { zone.rule.map { ZoneRule($0, kind: zone.kind) } ?? .unread }
}
