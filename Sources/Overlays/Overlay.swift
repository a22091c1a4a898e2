import CGEOS
public import Geodesy
public import SystemLibraries
import Words

/// Areas laid over each other by GEOS, in a plane of metres.
///
/// GEOS is opened by the first area: it costs some ten milliseconds once. Its predicates decide exactly
/// for the coordinates as they are given; overlaps are exact to their last digits.
public enum Overlay {
  static let library = SystemLibrary(
    "GEOS", files: ["libgeos_c.so.1", "libgeos_c.so"], package: "libgeos-c1v5")
  private static let opened = library.functions(geos_functions(), geos_find)

  /// The functions of the library.
  ///
  /// - Throws: `MissingLibrary`.
  static func functions() throws -> geos_functions { try opened.get() }

  /// How two areas lie to each other.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// They have an area in common.
    case overlaps
    /// They meet in lines or points alone.
    case touches
    /// They have no point in common.
    case apart
  }
}

/// An area that GEOS holds.
public final class OverlayArea {
  private let geos: geos_functions
  private let context: OpaquePointer
  private let shape: OpaquePointer
  /// The box around it; nil for an area without a point.
  public let box: (west: Double, south: Double, east: Double, north: Double)?

  /// Gives an area to GEOS.
  ///
  /// - Throws: `MissingLibrary`, and ``OverlayError`` for an area that crosses itself.
  public convenience init(_ area: PlaneArea) throws {
    let geos = try Overlay.functions()
    guard let context = geos.GEOS_init_r() else { throw OverlayError.failed("GEOS_init") }
    guard let shape = Self.shape(area, geos, context) else {
      geos.GEOS_finish_r(context)
      throw OverlayError.failed("polygon")
    }
    // Polygons of one area that share an edge are no area for GEOS until they are united.
    if geos.GEOSisValid_r(context, shape) != 1 {
      let united = geos.GEOSUnaryUnion_r(context, shape)
      let reason = Self.reason(shape, geos, context)
      geos.GEOSGeom_destroy_r(context, shape)
      guard let united, geos.GEOSisValid_r(context, united) == 1 else {
        if let united { geos.GEOSGeom_destroy_r(context, united) }
        geos.GEOS_finish_r(context)
        throw OverlayError.invalid(reason)
      }
      self.init(geos, context, united)
    } else {
      self.init(geos, context, shape)
    }
  }

  private init(_ geos: geos_functions, _ context: OpaquePointer, _ shape: OpaquePointer) {
    (self.geos, self.context, self.shape) = (geos, context, shape)
    var box: (west: Double, south: Double, east: Double, north: Double)?
    for point in Self.points(geos, context, shape) {
      let old = box ?? (point.x, point.y, point.x, point.y)
      box = (
        min(old.west, point.x), min(old.south, point.y), max(old.east, point.x),
        max(old.north, point.y)
      )
    }
    self.box = box
  }

  deinit {
    geos.GEOSGeom_destroy_r(context, shape)
    geos.GEOS_finish_r(context)
  }

  /// The area in square metres.
  public var squareMetres: Double {
    var area = 0.0
    return geos.GEOSArea_r(context, shape, &area) == 1 ? area : 0
  }

  /// Whether the area has no point.
  public var isEmpty: Bool { box == nil }

  /// How this area lies to another.
  public func relation(to other: OverlayArea) throws -> Overlay.Relation {
    switch geos.GEOSRelatePattern_r(context, shape, other.shape, "T********") {
    case 1: return .overlaps
    case 0: break
    default: throw OverlayError.failed("relate")
    }
    switch geos.GEOSIntersects_r(context, shape, other.shape) {
    case 1: return .touches
    case 0: return .apart
    default: throw OverlayError.failed("intersects")
    }
  }

  /// The area that both have, in square metres.
  public func overlap(with other: OverlayArea) throws -> Double {
    guard let common = geos.GEOSIntersection_r(context, shape, other.shape) else {
      throw OverlayError.failed("intersection")
    }
    defer { geos.GEOSGeom_destroy_r(context, common) }
    var area = 0.0
    guard geos.GEOSArea_r(context, common, &area) == 1 else { throw OverlayError.failed("area") }
    return area
  }

  /// The shortest distance to another area, in metres; 0 where they meet.
  public func distance(to other: OverlayArea) throws -> Double {
    var distance = 0.0
    guard geos.GEOSDistance_r(context, shape, other.shape, &distance) == 1 else {
      throw OverlayError.failed("distance")
    }
    return distance
  }

  /// The area grown by some metres on every side, or shrunk by as many where they are negative.
  ///
  /// - Parameters:
  ///   - metres: By how much; negative to shrink.
  ///   - segments: How many pieces a quarter of a circle has.
  public func grown(by metres: Double, segments: Int = 16) throws -> OverlayArea {
    try made("buffer") { geos, context in
      geos.GEOSBuffer_r(context, shape, metres, Int32(segments))
    }
  }

  /// What is in this area and not in another.
  public func less(_ other: OverlayArea) throws -> OverlayArea {
    try made("difference") { geos, context in
      geos.GEOSDifference_r(context, shape, other.shape)
    }
  }

  private func made(
    _ name: String, _ body: (geos_functions, OpaquePointer) -> OpaquePointer?
  ) throws -> OverlayArea {
    guard let own = geos.GEOS_init_r() else { throw OverlayError.failed("GEOS_init") }
    guard let result = body(geos, own) else {
      geos.GEOS_finish_r(own)
      throw OverlayError.failed(name)
    }
    return OverlayArea(geos, own, result)
  }

  /// The area as polygons; what has no extent is left out.
  public var area: PlaneArea {
    PlaneArea(
      Self.polygons(geos, context, shape).map { polygon in
        func ring(_ ring: OpaquePointer?) -> PlaneArea.Ring {
          ring.map { Self.ring(geos, context, $0) } ?? []
        }
        let holes = max(0, geos.GEOSGetNumInteriorRings_r(context, polygon))
        return PlaneArea.Polygon(
          exterior: ring(geos.GEOSGetExteriorRing_r(context, polygon)),
          interiors: (0..<holes).map { ring(geos.GEOSGetInteriorRingN_r(context, polygon, $0)) })
      })
  }
}

extension OverlayArea {
  private static func shape(
    _ area: PlaneArea, _ geos: geos_functions, _ context: OpaquePointer
  ) -> OpaquePointer? {
    func ring(_ points: PlaneArea.Ring) -> OpaquePointer? {
      guard let sequence = geos.GEOSCoordSeq_create_r(context, UInt32(points.count), 2) else {
        return nil
      }
      for (index, point) in points.enumerated() {
        _ = geos.GEOSCoordSeq_setX_r(context, sequence, UInt32(index), point.x)
        _ = geos.GEOSCoordSeq_setY_r(context, sequence, UInt32(index), point.y)
      }
      return geos.GEOSGeom_createLinearRing_r(context, sequence)
    }
    var polygons: [OpaquePointer?] = []
    for polygon in area.polygons {
      var holes = polygon.interiors.map(ring)
      guard let shell = ring(polygon.exterior), !holes.contains(nil),
        let made = geos.GEOSGeom_createPolygon_r(context, shell, &holes, UInt32(holes.count))
      else { return nil }
      polygons.append(made)
    }
    // 6 is a multipolygon.
    return geos.GEOSGeom_createCollection_r(context, 6, &polygons, UInt32(polygons.count))
  }

  private static func reason(
    _ shape: OpaquePointer, _ geos: geos_functions, _ context: OpaquePointer
  ) -> String {
    guard let text = geos.GEOSisValidReason_r(context, shape) else { return "" }
    defer { geos.GEOSFree_r(context, text) }
    return String(cString: text)
  }

  private static func polygons(
    _ geos: geos_functions, _ context: OpaquePointer, _ shape: OpaquePointer
  ) -> [OpaquePointer] {
    // 3 is a polygon; 0 to 2 have no extent; the others hold parts.
    switch geos.GEOSGeomTypeId_r(context, shape) {
    case 3: [shape]
    case 4...7:
      (0..<max(0, geos.GEOSGetNumGeometries_r(context, shape))).flatMap { index in
        geos.GEOSGetGeometryN_r(context, shape, index).map { polygons(geos, context, $0) } ?? []
      }
    default: []
    }
  }

  private static func ring(
    _ geos: geos_functions, _ context: OpaquePointer, _ ring: OpaquePointer
  ) -> PlaneArea.Ring {
    guard let sequence = geos.GEOSGeom_getCoordSeq_r(context, ring) else { return [] }
    var count: UInt32 = 0
    guard geos.GEOSCoordSeq_getSize_r(context, sequence, &count) == 1 else { return [] }
    return (0..<count).map { index in
      var (x, y) = (0.0, 0.0)
      _ = geos.GEOSCoordSeq_getX_r(context, sequence, index, &x)
      _ = geos.GEOSCoordSeq_getY_r(context, sequence, index, &y)
      return PlaneArea.Point(x: x, y: y)
    }
  }

  private static func points(
    _ geos: geos_functions, _ context: OpaquePointer, _ shape: OpaquePointer
  ) -> [PlaneArea.Point] {
    polygons(geos, context, shape).flatMap { polygon in
      geos.GEOSGetExteriorRing_r(context, polygon).map { ring(geos, context, $0) } ?? []
    }
  }
}
