import Foundation
import HeritageTestSupport
import Testing

@testable import Geodesy

@Suite("The share of a circle of accuracy")
struct CircleShareTests {
  @Test(
    "In a circle it is the lens over the whole",
    arguments: [
      // A township's seat of ±2.5 km where 50 m are asked for: one part in 2,500.
      (0, 2500, 50, 0.0004), (1000, 2500, 50, 0.0004),
      // Wholly inside, and exact.
      (900, 100, 1000, 1), (900, 0, 1000, 1), (1000, 0, 1000, 1),
      // Outside, and touching from outside.
      (1200, 100, 1000, 0), (1100, 100, 1000, 0),
      // Two circles of one size at the distance of their radius: 2/3 - √3/2π.
      (1, 1, 1, 0.391002), (1000, 1000, 1000, 0.391002),
      // A small circle on the edge of a large one is nearly halved, and never more than half inside.
      (1_000_000, 1, 1_000_000, 0.5),
    ])
  func lens(distance: Double, accuracy: Double, radius: Double, share: Double) {
    let found = CircleShare.inCircle(
      distance: .metres(distance), accuracy: .metres(accuracy), radius: .metres(radius))
    #expect(abs(found - share) < 1e-6)
  }

  @Test("In a circle it agrees with points thrown at it, and grows with the radius")
  func thrown() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<Cases.count(20) {
      let (d, a) = (random.unit() * 2000, 1 + random.unit() * 1500)
      var last = 0.0
      for r in stride(from: 50.0, through: 3500, by: 345) {
        let share = CircleShare.inCircle(
          distance: .metres(d), accuracy: .metres(a), radius: .metres(r))
        let count = 4_000
        let inside = (0..<count).count { _ in
          let (s, angle) = (a * random.unit().squareRoot(), random.unit() * 2 * .pi)
          return hypot(d + s * cos(angle), s * sin(angle)) <= r
        }
        #expect(abs(share - Double(inside) / Double(count)) < 0.04)
        #expect(share >= last && share <= 1)
        last = share
      }
    }
  }

  private static func edges(_ positions: [Coordinate], hole: [Coordinate]? = nil) throws
    -> [LineString]
  {
    try MultiPolygon([
      Polygon(
        exterior: LinearRing(positions), interiors: hole.map { [try LinearRing($0)] } ?? [])
    ]).rightHanded.straightEdges
  }

  /// A square around a position, its half side in metres, wound against the clock.
  private static func square(_ half: Double, around centre: Coordinate, north: Double = 0)
    -> [Coordinate]
  {
    let middle = Geodesic.position(from: centre, bearing: 0, distance: .metres(north))
    let corners = [135.0, 45, -45, -135].map {
      Geodesic.position(from: middle, bearing: $0, distance: .metres(half * 2.0.squareRoot()))
    }
    return (corners + [corners[0]]).reversed()
  }

  @Test("In an area it is the common part over the whole, holes taken out")
  func areas() throws {
    let place = Coordinate.at(111.65, 29.69)
    func share(_ edges: [LineString], _ accuracy: Double) -> Double {
      CircleShare.inArea(boundedBy: edges, centre: place, accuracy: .metres(accuracy))
    }
    // A square within the circle: its own area.
    let small = try Self.edges(Self.square(100, around: place))
    #expect(abs(share(small, 500) - 40_000 / (.pi * 250_000)) < 1e-6)
    // The circle within the square.
    #expect(abs(share(small, 99) - 1) < 1e-9)
    // Its middle on a side of a large square: half.
    let beside = try Self.edges(Self.square(5_000, around: place, north: 5_000))
    #expect(abs(share(beside, 300) - 0.5) < 0.005)
    // A hole around the point, as large as half the circle.
    let half = (Double.pi * 500 * 500 / 2).squareRoot() / 2
    let ring = try Self.edges(
      Self.square(5_000, around: place), hole: Self.square(half, around: place))
    #expect(abs(share(ring, 500) - 0.5) < 1e-5)
  }

  @Test("In an area it agrees with points thrown at it")
  func thrownAtAreas() throws {
    var random = SplitMix64(seed: 32)
    for _ in 0..<Cases.count(6) {
      let place = Coordinate.at(111 + random.unit(), 29 + random.unit())
      let corners = (0..<6).map { index in
        Geodesic.position(
          from: place, bearing: -60 * Double(index) - random.unit() * 50,
          distance: .metres(200 + random.unit() * 2000))
      }
      let area = try MultiPolygon([Polygon(exterior: LinearRing(corners + [corners[0]]))])
      let accuracy = 1500.0
      let share = CircleShare.inArea(
        boundedBy: area.rightHanded.straightEdges, centre: place, accuracy: .metres(accuracy))
      let inside = (0..<3_000).count { _ in
        area.contains(
          Geodesic.position(
            from: place, bearing: random.unit() * 360,
            distance: .metres(accuracy * random.unit().squareRoot())))
      }
      #expect(abs(share - Double(inside) / 3_000) < 0.04)
    }
  }

  @Test("Along a straight road it is the strip over the whole, to one hundredth")
  func corridor() throws {
    let place = Coordinate.at(111.65, 29.69)
    let road = try LineString([
      Geodesic.position(from: place, bearing: 90, distance: .kilometres(20)),
      Geodesic.position(from: place, bearing: -90, distance: .kilometres(20)),
    ])
    func share(_ distance: Double, _ accuracy: Double) -> Double {
      CircleShare.inCorridor(
        along: [road], distance: .metres(distance), centre: place, accuracy: .metres(accuracy))
    }
    // A strip of half width a/2 through the middle of a circle: 1/3 + √3/2π... = 0.609.
    #expect(abs(share(500, 1000) - 0.609) < 0.01)
    #expect(share(1000, 1000) == 1)
    #expect(share(1e-6, 1000) > 0)
  }
}
