import Foundation
import Geodesy
import Overlays

/// One check while it goes over one state of a register.
struct CheckRun {
  let request: CheckRequest
  let state: any RegisterState
  let outline: OverlayArea
  /// The box around the outline.
  let box: BoundingBox
  var looked: [String] = []
  var zones: [ZoneHit] = []
  var relics: [RelicHit] = []
  var gaps: [CheckGap] = []

  /// How far around an outline zones and relics are listed that are apart from it.
  static let surroundings = 2000.0
  /// A shape or a point of which nobody knows how far it may be off is apart only beyond this.
  static let unknownAccuracy = 1000.0

  init(_ request: CheckRequest, in state: any RegisterState) throws {
    (self.request, self.state) = (request, state)
    outline = try OverlayArea(request.outline)
    let corners = request.outline.polygons.flatMap(\.exterior).map(request.projection.position)
    guard let box = BoundingBox(containing: corners) else {
      throw OverlayError.failed("empty")
    }
    self.box = box
  }

  /// The answer.
  mutating func answer() throws -> CheckAnswer {
    let bodies = try state.bodies(meeting: box.expanded(by: .metres(farthestBody)))
    try findDrawnZones()
    try findDescribedZones(bodies)
    try findRelics(bodies)
    try findGaps()
    let isTouched =
      zones.contains { $0.finding == .touched } || relics.contains { $0.finding == .touched }
    let isOpen =
      zones.contains { $0.finding == .possible } || relics.contains { $0.finding == .possible }
      || !gaps.isEmpty
    var duties: [Consequence] = []
    if request.isLargeWorks == true { duties.append(.archaeology) }
    if request.isLandTransfer == true { duties += [.tractSurvey, .landSurvey] }
    var notAsked: [OpenQuestion] = []
    if request.isLargeWorks == nil { notAsked.append(.largeWorks) }
    if request.isLandTransfer == nil { notAsked.append(.landTransfer) }
    return CheckAnswer(
      verdict: isTouched ? .touches : isOpen ? .cannotSay : .clear, request: request,
      squareMetres: outline.squareMetres, zones: zones.sorted(by: ZoneHit.isBefore),
      relics: relics.sorted(by: RelicHit.isBefore), gaps: gaps, duties: duties,
      notAsked: notAsked,
      dataDigest: SHA256.hex(of: Array(looked.sorted().joined(separator: "\n").utf8)))
  }

  /// How far from the outline the body of a relic may matter: for a zone in words around it.
  private var farthestBody: Double { Self.surroundings + ZoneBounds.farthest }

  /// What the data digest knows of a zone.
  mutating func look(at owned: OwnedZone) {
    let zone = owned.zone
    let corners = zone.shape.map { shape in
      shape.polygons.flatMap(\.rings).flatMap(\.positions)
        .map { "\($0.longitude),\($0.latitude)" }.joined(separator: " ")
    }
    looked.append(
      "zone \(owned.owner?.code ?? "") \(owned.owner?.level.rawValue ?? "") \(zone.kind.rawValue) "
        + "\(zone.zoneClass ?? "") \(zone.nameZH ?? "") \(zone.status.rawValue) \(zone.rule ?? "") "
        + "\(zone.instrument ?? "") \(zone.announcedOn ?? "") \(zone.announcedBy ?? "") "
        + "\(zone.accuracy.map { "\($0.metres)" } ?? "") \(corners ?? "")")
  }
}

extension ZoneHit {
  /// What is touched comes first, then the nearest.
  static func isBefore(_ a: ZoneHit, _ b: ZoneHit) -> Bool {
    let (x, y) = (a.key, b.key)
    return x < y
  }

  private var key: (Int, Double, String, Int, String) {
    (
      CheckFinding.allCases.firstIndex(of: finding) ?? 0, distance?.metres ?? 0, zone.code ?? "~",
      zone.zone.kind.rank, zone.zone.zoneClass ?? ""
    )
  }
}

extension RelicHit {
  /// What is touched comes first, then the nearest.
  static func isBefore(_ a: RelicHit, _ b: RelicHit) -> Bool {
    func key(_ hit: RelicHit) -> (Int, Double, String) {
      (CheckFinding.allCases.firstIndex(of: hit.finding) ?? 0, hit.distance.metres, hit.code)
    }
    return key(a) < key(b)
  }
}
