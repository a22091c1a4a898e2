import Foundation
import Geodesy
import Overlays
import Tables
import Words

/// Zones beside an outline.
extension CheckRun {
  /// The zones that have a shape which the audience may see.
  mutating func findDrawnZones() throws {
    for zone in try ground.zones(meeting: box.expanded(by: .metres(Self.surroundings))) {
      looked.append(zone.line)
      switch try zone.area() {
      case .failure(let error):
        // What is no area may lie anywhere in its box.
        zones.append(hit(zone.owned, .possible, reason: error.sentence))
      case .success(let area):
        if let hit = try hit(zone.owned, area) { zones.append(hit) }
      }
    }
  }

  /// A zone that is drawn beside the outline; nil for one beyond the surroundings.
  private func hit(_ owned: OwnedZone, _ area: ShrunkArea) throws -> ZoneHit? {
    guard outline.distanceOfBoxes(to: area) <= Self.surroundings else { return nil }
    let distance = try outline.area.distance(to: area.area)
    guard distance <= Self.surroundings else { return nil }
    // A distance is rounded, a relation is not: only what is far apart needs no other look.
    let relation = distance > 1 ? .apart : try outline.area.relation(to: area.area)
    let overlap = relation == .overlaps ? try outline.area.overlap(with: area.area) : 0
    let known = owned.zone.accuracy?.metres
    let accuracy = known.map { $0 + request.accuracy.metres }
    let finding: CheckFinding
    if let accuracy {
      let isSure = relation == .overlaps ? try outline.overlapsSurely(area, accuracy) : false
      finding = isSure ? .touched : distance > accuracy ? .apart : .possible
    } else {
      let own = request.accuracy.metres
      let isSure = relation == .overlaps ? try outline.overlapsSurely(area, own) : false
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

  /// The zones without a shape that the audience may see: what their words leave open.
  mutating func findDescribedZones(_ bodies: [String: GroundBody]) throws {
    var (unplaced, withheld) = (0, 0)
    for words in try ground.zonesInWords() {
      guard let owner = words.owned.owner, let point = words.point else {
        looked.append(words.line)
        if words.owned.owner?.isHidden == true { withheld += 1 } else { unplaced += 1 }
        continue
      }
      guard distanceToBox(point) <= words.reach + request.accuracy.metres else { continue }
      looked.append(words.line)
      let body = bodies[owner.code]
      let bounds = try words.bounds(with: body) { try self.bounds(of: words, owner, point, body) }
      if let hit = try hit(words, bounds, around: point) { zones.append(hit) }
    }
    if unplaced > 0 { gaps.append(.unplacedZones(unplaced)) }
    if withheld > 0 { gaps.append(.withheldZones(withheld)) }
  }

  /// The distance from a point to the box around the outline.
  func distanceToBox(_ point: PlaneArea.Point) -> Double {
    guard let box = outline.area.box else { return .infinity }
    let x = max(box.west - point.x, 0, point.x - box.east)
    let y = max(box.south - point.y, 0, point.y - box.north)
    return (x * x + y * y).squareRoot()
  }

  private func bounds(
    of words: GroundWords, _ owner: ZoneOwner, _ point: PlaneArea.Point, _ body: GroundBody?
  ) throws -> ZoneBounds {
    var anchor = ZoneBounds.Anchor(point: point, accuracy: owner.position?.accuracy?.metres)
    if let body, let accuracy = body.body.accuracy {
      anchor.body = (try body.area().area, accuracy.metres)
    }
    anchor.reach = owner.squareMetres.map { 2 * $0.squareRoot() }
    var protection: ZoneBounds?
    switch words.rule {
    case .beyondProtection, .asProtection:
      let own = try ground.state.zones(of: owner.id).first {
        $0.kind == .protection && $0.isInForce
      }
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
    return try ZoneBounds(words.rule, around: anchor, protection: protection)
  }

  private func hit(
    _ words: GroundWords, _ bounds: GroundWords.Bounds, around point: PlaneArea.Point
  ) throws -> ZoneHit? {
    let (own, owned, rule) = (request.accuracy.metres, words.owned, words.rule)
    if let inner = bounds.inner, try outline.area.relation(to: inner.area) == .overlaps,
      try outline.overlapsSurely(inner, own)
    {
      return hit(
        owned, .touched, reason: Sentence("check.innerBound", ["rule": rule.sentence]))
    }
    guard let outer = bounds.outer else {
      guard try outline.area.distance(to: words.disc(around: point)) <= own else { return nil }
      return hit(
        owned, .possible, distance: 0,
        reason: owned.zone.isShapeWithheld
          ? Sentence("check.shapeWithheld")
          : rule == .unread
            ? Sentence("check.notDrawn", ["kilometres": Int(ZoneBounds.farthest / 1000)])
            : Sentence(
              "check.noExtent",
              ["rule": rule.sentence, "kilometres": Int(ZoneBounds.farthest / 1000)]))
    }
    let distance = try outline.area.distance(to: outer)
    guard distance <= Self.surroundings else { return nil }
    return distance <= own
      ? hit(
        owned, .possible, distance: 0,
        reason: Sentence("check.outerBound", ["rule": rule.sentence]))
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
