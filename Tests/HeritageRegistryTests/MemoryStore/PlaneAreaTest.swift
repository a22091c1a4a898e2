import Geodesy
import Words

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

/// The twin of the test by GEOS: rays and edges in the plane of longitudes and latitudes.
///
/// A position is inside when a ray from it to the east crosses the rings an odd number of times, and on the
/// edge when the area of the triangle with an edge is 0 (Shimrat, *Algorithm 112*, Communications of the
/// ACM 5 (1962) 434).
struct PlaneAreaTest: AreaTest {
  private typealias Edge = (a: Coordinate, b: Coordinate)
  private let polygons: [[Edge]]

  /// Prepares the test.
  ///
  /// - Throws: ``RegistryError/invalidArea(number:reason:)`` where edges cross.
  init(_ area: MultiPolygon, number: Int) throws {
    polygons = area.polygons.map { polygon in
      polygon.rings.flatMap { ring in
        zip(ring.positions, ring.positions.dropFirst()).map { ($0, $1) }
      }
    }
    for edges in polygons {
      for (index, edge) in edges.enumerated() {
        for other in edges[(index + 1)...] where Self.cross(edge, other) {
          throw RegistryError.invalidArea(number: number, reason: Sentence("register.emptyText"))
        }
      }
    }
  }

  func holds(_ position: Coordinate) -> Bool {
    polygons.contains { edges in
      var isInside = false
      for (a, b) in edges {
        if Self.turn(a, b, position) == 0, min(a.longitude, b.longitude) <= position.longitude,
          position.longitude <= max(a.longitude, b.longitude),
          min(a.latitude, b.latitude) <= position.latitude,
          position.latitude <= max(a.latitude, b.latitude)
        {
          return true
        }
        guard (a.latitude > position.latitude) != (b.latitude > position.latitude) else { continue }
        let share = (position.latitude - a.latitude) / (b.latitude - a.latitude)
        if position.longitude < a.longitude + share * (b.longitude - a.longitude) {
          isInside.toggle()
        }
      }
      return isInside
    }
  }

  /// Twice the area of a triangle, positive where it turns left.
  private static func turn(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Double {
    (b.longitude - a.longitude) * (c.latitude - a.latitude)
      - (b.latitude - a.latitude) * (c.longitude - a.longitude)
  }

  /// Whether two edges cross within both.
  private static func cross(_ p: Edge, _ q: Edge) -> Bool {
    turn(p.a, p.b, q.a) * turn(p.a, p.b, q.b) < 0 && turn(q.a, q.b, p.a) * turn(q.a, q.b, p.b) < 0
  }
}
