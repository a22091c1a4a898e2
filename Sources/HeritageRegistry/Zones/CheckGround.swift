import Foundation
import Geodesy

/// What checks of one state of a register have in common, in the plane of one zone.
///
/// What no outline changes is read once. What lies around an outline is read with what lies a little
/// farther, where others follow, and kept for them.
final class CheckGround {
  let state: any RegisterState
  let projection: GaussKruger
  /// Whether outlines follow each other.
  private let isShared: Bool

  private var kept = Kept()
  private var ofRegister: CheckedRegister?
  private var withoutShape: [GroundWords]?
  private var hasProtection: [RowID: Bool] = [:]

  /// What has been read around boxes.
  ///
  /// A zone or relic that several boxes share is kept once.
  private struct Kept {
    var zones: [BoundingBox: [GroundZone]] = [:]
    var bodies: [BoundingBox: [GroundBody]] = [:]
    var relics: [Surroundings: [GroundRelic]] = [:]
    var zoneByNumber: [Int: GroundZone] = [:]
    var relicByID: [RowID: GroundRelic] = [:]

    /// A box, and how far around it relics were read.
    struct Surroundings: Hashable {
      let box: BoundingBox
      let reach: Double
    }

    /// Whether it is so much that it is better read again: some hundred megabytes.
    var isFull: Bool {
      zoneByNumber.count + relicByID.count > 100_000
        || zones.count + bodies.count + relics.count > 5000
    }
  }

  init(_ state: any RegisterState, projection: GaussKruger, isShared: Bool = false) {
    (self.state, self.projection, self.isShared) = (state, projection, isShared)
  }

  /// What the register says as a whole.
  func register() throws -> CheckedRegister {
    if let ofRegister { return ofRegister }
    let made = try CheckedRegister(state)
    ofRegister = made
    return made
  }

  /// The zones in force that have a shape and meet a box.
  func zones(meeting box: BoundingBox) throws -> [GroundZone] {
    let wide = widened(box)
    let found: [GroundZone]
    if let known = kept.zones[wide] {
      found = known
    } else {
      found = try state.drawnZones(meeting: wide).filter(\.zone.isInForce).compactMap(zone)
      kept.zones[wide] = found
    }
    // The tree's boxes are larger than the shapes.
    return found.filter { $0.box.meets(box) }
  }

  /// The bodies of relics that meet a box.
  func bodies(meeting box: BoundingBox) throws -> [GroundBody] {
    let wide = widened(box)
    let found: [GroundBody]
    if let known = kept.bodies[wide] {
      found = known
    } else {
      found = try state.bodies(meeting: wide).map { GroundBody($0, projection) }
      kept.bodies[wide] = found
    }
    return found.filter { $0.box.meets(box) }
  }

  /// The relics that may be of use to an outline in a box: those with a position that lies, with all that
  /// it may be off, no farther away than a relic is wide.
  ///
  /// - Parameters:
  ///   - accuracy: How far the outline may be off.
  ///   - isOfUse: What is asked of a point and its accuracy before a relic is read, where no other outline
  ///     follows.
  func relics(
    around box: BoundingBox, accuracy: Double,
    where isOfUse: (PlaneArea.Point, Double?) -> Bool
  ) throws -> [GroundRelic] {
    let register = try register()
    let reach =
      max(CheckRun.surroundings, register.largestAccuracy + accuracy) + register.largestRadius
    let wide = widened(box)
    let key = Kept.Surroundings(box: wide, reach: reach)
    if let known = kept.relics[key] { return known }
    var found: [GroundRelic] = []
    var seen: Set<RowID> = []
    try state.forEachCandidate(
      register.question, in: .boxes([wide.expanded(by: .metres(reach + 1))])
    ) { row in
      guard let coordinate = try row.coordinate() else { return true }
      let point = projection.point(coordinate)
      guard isShared || isOfUse(point, row.accuracy?.metres), seen.insert(row.id).inserted
      else { return true }
      let relic =
        try kept.relicByID[row.id]
        ?? GroundRelic(
          row.id, row.site(at: coordinate),
          CheckedPlace(coordinate: coordinate, accuracy: row.accuracy), point)
      kept.relicByID[row.id] = relic
      guard relic.site.state != .revoked else { return true }
      found.append(relic)
      return true
    }
    kept.relics[key] = found
    return found
  }

  /// The zones in force without a shape that the audience may see.
  func zonesInWords() throws -> [GroundWords] {
    if let withoutShape { return withoutShape }
    let made = try state.describedZones().filter(\.zone.isInForce)
      .map { GroundWords($0, projection) }
    withoutShape = made
    return made
  }

  /// Whether a relic has a protection zone in force.
  func hasProtectionZone(_ id: RowID) throws -> Bool {
    if let known = hasProtection[id] { return known }
    let found = try state.zones(of: id).contains { $0.kind == .protection && $0.isInForce }
    hasProtection[id] = found
    return found
  }

  /// Forgets what has been read, where that has become much.
  func makeRoom() { if kept.isFull { kept = Kept() } }

  private func zone(_ owned: OwnedZone) -> GroundZone? {
    if let known = owned.zone.number.flatMap({ kept.zoneByNumber[$0] }) { return known }
    guard let shape = owned.zone.shape else { return nil }
    let zone = GroundZone(owned, shape: shape, projection)
    if let number = owned.zone.number { kept.zoneByNumber[number] = zone }
    return zone
  }

  /// The box, or where outlines follow each other one that others are likely to share: its sides on
  /// twentieths of a degree, some five kilometres.
  private func widened(_ box: BoundingBox) -> BoundingBox {
    guard isShared, !box.crossesAntimeridian else { return box }
    func down(_ degrees: Double) -> Double { (degrees * 20).rounded(.down) / 20 }
    func up(_ degrees: Double) -> Double { (degrees * 20).rounded(.up) / 20 }
    let wide = try? BoundingBox(
      west: max(-180, down(box.west)), south: max(-90, down(box.south)),
      east: min(180, up(box.east)), north: min(90, up(box.north)))
    return wide ?? box
  }
}

/// What a register says as a whole, whatever the outline.
struct CheckedRegister {
  /// The question for every relic that is there, and for what was merged or split, whose ground is still that of
  /// a relic.
  let question: ResolvedQuery
  /// The farthest that any position may be off, in metres.
  let largestAccuracy: Double
  /// The radius of the largest circle that stands for the area of a relic, in metres.
  let largestRadius: Double
  /// What is certified.
  let coverage: [Coverage]
  /// The outline of the county; nil for none.
  let county: MultiPolygon?
  /// Its edges, for distances to it.
  let countyEdges: [LineString]
  /// What no answer covers.
  let gaps: [CheckGap]
  /// What the data digest knows of all this.
  let lines: [String]

  init(_ state: any RegisterState) throws {
    var everything = SiteQuery()
    everything.includesFormer = true
    question = try SiteSearch(everything, in: state).resolved
    largestAccuracy = max(
      try state.largestAccuracy?.metres ?? 0,
      CheckRun.unknownAccuracy + Generalisation.halfDiagonal)
    largestRadius = (max(0, try state.largestSquareMetres ?? 0) / .pi).squareRoot()
    let coverage = try state.coverage()
    self.coverage = coverage
    county = try state.outlines().first { $0.kind == .county }?.area
    countyEdges = county?.straightEdges ?? []
    let spots = try state.blindSpots(of: SiteQuery())
    var gaps: [CheckGap] = []
    if spots.unlocated > 0 { gaps.append(.unlocated(spots.unlocated)) }
    if spots.withheld > 0 { gaps.append(.withheld(spots.withheld)) }
    if spots.standIns > 0 { gaps.append(.standIns(spots.standIns)) }
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
    self.gaps = gaps
    lines =
      coverage.map { row in
        "coverage \(row.what.code) \(row.level?.rawValue ?? "") \(row.completeAsOf) "
          + "\(row.certifiedBy) \(row.document)"
      } + ["spots \(spots.unlocated) \(spots.withheld) \(spots.standIns)"]
  }
}

extension BoundingBox {
  /// Whether two boxes have a point in common.
  func meets(_ other: BoundingBox) -> Bool {
    guard !crossesAntimeridian, !other.crossesAntimeridian else {
      return parts.contains { one in
        other.parts.contains { !$0.crossesAntimeridian && one.meets($0) }
      }
    }
    return west <= other.east && east >= other.west && south <= other.north && north >= other.south
  }
}
