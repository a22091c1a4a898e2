import Geodesy
import Overlays

/// An area, and what is left of it by how much it is shrunk.
final class ShrunkArea {
  let area: OverlayArea
  private(set) lazy var squareMetres = area.squareMetres
  private var cores: [Double: OverlayArea] = [:]

  init(_ area: OverlayArea) { self.area = area }

  /// What is left of the area where it is shrunk by some metres.
  func core(_ metres: Double) throws -> OverlayArea {
    if let core = cores[metres] { return core }
    let core = try area.grown(by: -metres)
    cores[metres] = core
    return core
  }

  /// How far apart the boxes of two areas are, which the areas are at least.
  func distanceOfBoxes(to other: ShrunkArea) -> Double {
    guard let a = area.box, let b = other.area.box else { return .infinity }
    let x = max(a.west - b.east, 0, b.west - a.east)
    let y = max(a.south - b.north, 0, b.south - a.north)
    return (x * x + y * y).squareRoot()
  }

  /// Whether two areas overlap wherever each of them really is: one of them reaches deeper into the other
  /// than both may be off.
  func overlapsSurely(_ other: ShrunkArea, _ accuracy: Double) throws -> Bool {
    guard accuracy > 0 else { return true }
    for (whole, shrunk) in [(self, other), (other, self)] {
      let core = try shrunk.core(accuracy)
      if !core.isEmpty, try whole.area.relation(to: core) == .overlaps { return true }
    }
    return false
  }
}

/// A zone that has a shape.
final class GroundZone {
  let owned: OwnedZone
  let box: BoundingBox
  private let (shape, projection): (MultiPolygon, GaussKruger)
  private var made: Result<ShrunkArea, OverlayError>?
  /// What the data digest knows of it.
  private(set) lazy var line = owned.line

  init(_ owned: OwnedZone, shape: MultiPolygon, _ projection: GaussKruger) {
    (self.owned, self.shape, self.projection) = (owned, shape, projection)
    box = shape.boundingBox
  }

  /// The area in the plane, or why it is none.
  func area() throws -> Result<ShrunkArea, OverlayError> {
    if let made { return made }
    let result: Result<ShrunkArea, OverlayError>
    do {
      result = .success(ShrunkArea(try OverlayArea(projection.plane(of: shape))))
    } catch let error as OverlayError {
      result = .failure(error)
    }
    made = result
    return result
  }
}

/// The outline of a relic itself.
final class GroundBody {
  let body: RelicBody
  let box: BoundingBox
  private let projection: GaussKruger
  private var made: ShrunkArea?
  /// The corners, as the data digest knows them.
  private(set) lazy var corners = body.shape.corners

  init(_ body: RelicBody, _ projection: GaussKruger) {
    (self.body, self.projection) = (body, projection)
    box = body.shape.boundingBox
  }

  /// The area in the plane.
  func area() throws -> ShrunkArea {
    if let made { return made }
    let area = ShrunkArea(try OverlayArea(projection.plane(of: body.shape)))
    made = area
    return area
  }
}

/// A relic at its point.
final class GroundRelic {
  let id: RowID
  let site: Site
  let place: CheckedPlace
  let point: PlaneArea.Point
  /// The radius of the circle of its area; 0 where that is not known.
  let radius: Double
  private lazy var facts =
    "relic \(site.code) \(site.nameZH) \(site.level.rawValue) \(place.coordinate.longitude),"
    + "\(place.coordinate.latitude) \(place.accuracy.map { "\($0.metres)" } ?? "") "
    + "\(site.areaSquareMetres.map { "\($0)" } ?? "") "

  init(_ id: RowID, _ site: Site, _ place: CheckedPlace, _ point: PlaneArea.Point) {
    (self.id, self.site, self.place, self.point) = (id, site, place, point)
    radius = site.areaSquareMetres.map { ($0 / .pi).squareRoot() } ?? 0
  }

  /// What the data digest knows of it.
  func line(with body: GroundBody?) -> String { body.map { facts + $0.corners } ?? facts }
}

/// A zone without a shape that the audience may see.
final class GroundWords {
  let owned: OwnedZone
  let rule: ZoneRule
  /// The point of its relic in the plane; nil for none.
  let point: PlaneArea.Point?
  /// How far it is taken to reach from that point.
  let reach: Double
  private var made: [Bool: Bounds] = [:]
  private var circle: OverlayArea?
  /// What the data digest knows of it.
  private(set) lazy var line = owned.line

  /// What the words leave of the extent.
  struct Bounds {
    let inner: ShrunkArea?
    let outer: OverlayArea?
  }

  init(_ owned: OwnedZone, _ projection: GaussKruger) {
    self.owned = owned
    rule = owned.rule
    let place = owned.owner?.position
    point = place.map { projection.point($0.coordinate) }
    let unknown = CheckRun.unknownAccuracy + Generalisation.halfDiagonal
    reach = (place?.accuracy?.metres ?? unknown) + ZoneBounds.farthest
  }

  /// The bounds, worked out once with the body of the relic and once without.
  func bounds(with body: GroundBody?, _ make: () throws -> ZoneBounds) rethrows -> Bounds {
    if let known = made[body != nil] { return known }
    let bounds = try make()
    let kept = Bounds(inner: bounds.inner.map(ShrunkArea.init), outer: bounds.outer)
    made[body != nil] = kept
    return kept
  }

  /// The circle that surely holds the zone.
  func disc(around point: PlaneArea.Point) throws -> OverlayArea {
    if let circle { return circle }
    let disc = try OverlayArea(.circle(around: point, radius: reach))
    circle = disc
    return disc
  }
}

extension MultiPolygon {
  /// The corners, as the data digest knows them.
  var corners: String {
    polygons.flatMap(\.rings).flatMap(\.positions).map { "\($0.longitude),\($0.latitude)" }
      .joined(separator: " ")
  }
}

extension OwnedZone {
  /// What the data digest knows of a zone.
  var line: String {
    "zone \(owner?.code ?? "") \(owner?.level.rawValue ?? "") \(zone.kind.rawValue) "
      + "\(zone.zoneClass ?? "") \(zone.nameZH ?? "") \(zone.status.rawValue) \(zone.rule ?? "") "
      + "\(zone.instrument ?? "") \(zone.announcedOn ?? "") \(zone.announcedBy ?? "") "
      + "\(zone.accuracy.map { "\($0.metres)" } ?? "") \(zone.shape?.corners ?? "")"
  }
}
