import Foundation
import Geodesy
import Overlays

/// One check while it goes over one state of a register.
struct CheckRun {
  let request: CheckRequest
  let ground: CheckGround
  let outline: ShrunkArea
  /// The corners of the outline.
  let corners: [Coordinate]
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

  init(_ request: CheckRequest, on ground: CheckGround) throws {
    (self.request, self.ground) = (request, ground)
    outline = ShrunkArea(try OverlayArea(request.outline))
    corners = request.outline.polygons.flatMap(\.exterior).map(request.projection.position)
    guard let box = BoundingBox(containing: corners) else {
      throw OverlayError.failed("empty")
    }
    self.box = box
  }

  /// The answer.
  mutating func answer() throws -> CheckAnswer {
    let near = try ground.bodies(meeting: box.expanded(by: .metres(farthestBody)))
    let bodies = Dictionary(near.map { ($0.body.code, $0) }) { first, _ in first }
    try findDrawnZones()
    try findDescribedZones(bodies)
    try findRelics(near, bodies)
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
      notAsked: notAsked, looked: looked.sorted())
  }

  /// How far from the outline the body of a relic may matter: for a zone in words around it.
  private var farthestBody: Double { Self.surroundings + ZoneBounds.farthest }
}

extension ZoneHit {
  /// What is touched comes first, then the nearest.
  static func isBefore(_ a: ZoneHit, _ b: ZoneHit) -> Bool {
    let (x, y) = (a.key, b.key)
    return x < y
  }

  private var key: (Int, Double, String, Int, String, Int) {
    (
      CheckFinding.allCases.firstIndex(of: finding) ?? 0, distance?.metres ?? 0, zone.code ?? "~",
      zone.zone.kind.rank, zone.zone.zoneClass ?? "", zone.zone.number ?? 0
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
