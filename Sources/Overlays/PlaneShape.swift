import CGEOS
import Words

/// Points, lines and areas in one plane, which GEOS compares.
///
/// One plane and its shapes belong to one task: GEOS remembers what it has prepared. Making the
/// first plane opens GEOS, which costs some ten milliseconds once.
public final class ShapePlane {
  fileprivate let geos: geos_functions
  fileprivate let context: OpaquePointer

  /// An empty plane.
  ///
  /// - Throws: `MissingLibrary` where GEOS cannot be opened.
  public init() throws {
    geos = try Overlay.functions()
    guard let context = geos.GEOS_init_r() else { throw OverlayError.failed("GEOS_init") }
    self.context = context
  }

  deinit { geos.GEOS_finish_r(context) }

  /// The shape of well-known binary (OGC 06-103r4, clause 8).
  ///
  /// - Throws: ``OverlayError/failed(_:)`` where GEOS cannot read it.
  public func shape(_ binary: [UInt8]) throws -> PlaneShape {
    guard let shape = geos.GEOSGeomFromWKB_buf_r(context, binary, binary.count) else {
      throw OverlayError.failed("WKB")
    }
    return PlaneShape(self, shape)
  }
}

/// How one shape lies to another, in the terms of the simple features (OGC 06-103r4, clause
/// 6.1.15).
public enum ShapeRelation: String, Hashable, Sendable, CaseIterable {
  case contains, crosses, disjoint, equals, intersects, overlaps, touches, within
}

/// A shape that GEOS holds.
public final class PlaneShape {
  private let plane: ShapePlane
  private let shape: OpaquePointer
  private var prepared: OpaquePointer?

  fileprivate init(_ plane: ShapePlane, _ shape: OpaquePointer) {
    (self.plane, self.shape) = (plane, shape)
  }

  deinit {
    if let prepared { plane.geos.GEOSPreparedGeom_destroy_r(plane.context, prepared) }
    plane.geos.GEOSGeom_destroy_r(plane.context, shape)
  }

  /// Why it is no shape of the simple features, such as an area that crosses itself; nil where it
  /// is one.
  public var fault: String? {
    guard plane.geos.GEOSisValid_r(plane.context, shape) != 1 else { return nil }
    guard let text = plane.geos.GEOSisValidReason_r(plane.context, shape) else { return "" }
    defer { plane.geos.GEOSFree_r(plane.context, text) }
    return String(cString: text)
  }

  /// Makes comparisons with many others quick: some of its edges are sorted by the first of them.
  public func prepare() {
    if prepared == nil { prepared = plane.geos.GEOSPrepare_r(plane.context, shape) }
  }

  /// Whether it lies so to another shape of the same plane; nil where GEOS gives up.
  public func relates(_ relation: ShapeRelation, to other: PlaneShape) -> Bool? {
    let (geos, context) = (plane.geos, plane.context)
    let answer =
      switch relation {
      case .intersects, .disjoint:
        if let prepared {
          geos.GEOSPreparedIntersects_r(context, prepared, other.shape)
        } else if let prepared = other.prepared {
          geos.GEOSPreparedIntersects_r(context, prepared, shape)
        } else {
          geos.GEOSIntersects_r(context, shape, other.shape)
        }
      case .contains: Self.contains(self, other, geos, context)
      case .within: Self.contains(other, self, geos, context)
      case .crosses: geos.GEOSCrosses_r(context, shape, other.shape)
      case .equals: geos.GEOSEquals_r(context, shape, other.shape)
      case .overlaps: geos.GEOSOverlaps_r(context, shape, other.shape)
      case .touches: geos.GEOSTouches_r(context, shape, other.shape)
      }
    switch answer {
    case 0: return relation == .disjoint
    case 1: return relation != .disjoint
    default: return nil
    }
  }

  private static func contains(
    _ outer: PlaneShape, _ inner: PlaneShape, _ geos: geos_functions, _ context: OpaquePointer
  ) -> CChar {
    if let prepared = outer.prepared {
      return geos.GEOSPreparedContains_r(context, prepared, inner.shape)
    }
    return geos.GEOSContains_r(context, outer.shape, inner.shape)
  }
}
