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
  ///
  /// Hits that are equally near are rare: what tells them apart is looked at for them alone.
  static func isBefore(_ a: ZoneHit, _ b: ZoneHit) -> Bool {
    if a.finding != b.finding { return a.finding.rank < b.finding.rank }
    let (near, far) = (a.distance?.metres ?? 0, b.distance?.metres ?? 0)
    guard near == far else { return near < far }
    func key(_ hit: ZoneHit) -> (String, Int, String, Int) {
      let zone = hit.zone.zone
      return (hit.zone.code ?? "~", zone.kind.rank, zone.zoneClass ?? "", zone.number ?? 0)
    }
    return key(a) < key(b)
  }
}

extension RelicHit {
  /// What is touched comes first, then the nearest.
  static func isBefore(_ a: RelicHit, _ b: RelicHit) -> Bool {
    if a.finding != b.finding { return a.finding.rank < b.finding.rank }
    let (near, far) = (a.distance.metres, b.distance.metres)
    return near == far ? a.code < b.code : near < far
  }
}

extension CheckFinding {
  /// The place among findings: what is touched first.
  fileprivate var rank: Int {
    switch self {
    case .touched: 0
    case .possible: 1
    case .apart: 2
    }
  }
}
