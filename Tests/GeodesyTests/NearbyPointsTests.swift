import Geodesy
import HeritageTestSupport
import Testing

@Suite("Points near points")
struct NearbyPointsTests {
  private static func wrapped(_ longitude: Double) -> Double {
    longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
  }

  /// Points around places where bands, boxes and planes are put to the test.
  private static func points(_ random: inout SeededGenerator, spread: Double) -> [Coordinate] {
    let centres = [
      (111.6, 29.7), (180, 10), (-180, -40), (179.999, 74.9), (30, 89.99), (0, 0), (-60, -89.999),
    ]
    return (0..<280).map { index in
      let centre = centres[index % centres.count]
      let longitude = centre.0 + random.number(in: -spread...spread)
      return Coordinate(
        uncheckedLongitude: wrapped(longitude),
        latitude: max(-90, min(90, centre.1 + random.number(in: -spread...spread))))
    }
  }

  @Test(
    "They are those that the distance to every point gives",
    arguments: [0.5, 40, 900, 3000, 30_000, 50_000, 51_000, 400_000])
  func everyDistance(metres: Double) {
    var random = SeededGenerator(seed: UInt64(metres * 2))
    let radius = Length.metres(metres)
    let points = Self.points(&random, spread: metres / 111_000 * 3)
    let nearby = NearbyPoints(points, radius: radius)
    for place in points.indices {
      var found: [Int32] = []
      nearby.neighbours(of: Int32(place), &found)
      let expected = points.indices.filter {
        $0 == place || Geodesic.distance(points[place], points[$0]) <= radius
      }
      #expect(found.map(Int.init) == expected)
    }
  }

  @Test("A point at exactly the radius is near, and points that coincide are near each other")
  func edge() {
    let place = Coordinate(uncheckedLongitude: 111.5, latitude: 29.5)
    let other = Coordinate(uncheckedLongitude: 111.53, latitude: 29.52)
    let points = [place, other, place]
    var found: [Int32] = []
    NearbyPoints(points, radius: Geodesic.distance(place, other)).neighbours(of: 0, &found)
    #expect(found == [0, 1, 2])
    found = []
    NearbyPoints(points, radius: .metres(0.001)).neighbours(of: 0, &found)
    #expect(found == [0, 2])
  }

  @Test(
    "The plane is sure of nothing that the ellipsoid denies", arguments: [-75.0, -20, 0, 55, 75])
  func plane(latitude: Double) throws {
    var random = SeededGenerator(seed: UInt64(latitude + 90))
    for metres in [100.0, 5000, 50_000] {
      let radius = Length.metres(metres)
      let centre = Coordinate(uncheckedLongitude: 179.99, latitude: latitude)
      let plane = try #require(NearbyPlane(centre, radius: radius))
      var decided = 0
      for _ in 0..<400 {
        let degrees = 2 * metres / 111_000
        let place = Coordinate(
          uncheckedLongitude: Self.wrapped(-179.99 + random.number(in: -degrees...degrees)),
          latitude: latitude + random.number(in: -degrees...degrees))
        guard let isWithin = plane.isWithin(place) else { continue }
        decided += 1
        #expect(isWithin == (Geodesic.distance(centre, place) <= radius))
      }
      #expect(decided > 300)
    }
    let north = Coordinate(uncheckedLongitude: 0, latitude: 76)
    #expect(NearbyPlane(north, radius: .metres(1)) == nil)
  }
}
