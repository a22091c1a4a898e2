import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import Geodesy
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("The bound of the nearest", .everyStore)
struct NearestBoundTests {
  @Test("No position in a box is nearer than the bound of the box")
  func bound() {
    var random = SplitMix64(seed: 11)
    func draw(_ low: Double, _ high: Double) -> Double { low + random.unit() * (high - low) }
    for _ in 0..<Cases.count(20_000) {
      let size = [1e-5, 0.01, 1, 30, 180][Int(draw(0, 5))]
      let west = draw(-180, 180)
      let east = min(180, west + draw(0, size))
      let south = draw(-90, 90)
      let north = min(90, south + draw(0, size))
      let isNear = draw(0, 1) < 0.5
      let origin = Coordinate(
        uncheckedLongitude: isNear
          ? min(180, max(-180, west + draw(-size, size))) : draw(-180, 180),
        latitude: isNear ? min(90, max(-90, south + draw(-size, size))) : draw(-90, 90))
      let inside = Coordinate(
        uncheckedLongitude: draw(west, east), latitude: draw(south, north))
      let bound = NearestBound(longitude: origin.longitude, latitude: origin.latitude)
        .haversine(west: west, east: east, south: south, north: north)
      let distance = Geodesic.distance(origin, inside).metres
      #expect(bound <= NearestBound.haversine(reaching: distance))
    }
  }

  @Test("Boxes that SQLite has rounded beyond the antimeridian, and corners, are bounded too")
  func roundedOutwards() {
    var random = SplitMix64(seed: 13)
    for round in 0..<Cases.count(20_000) {
      let isEast = round % 2 == 0
      let near = 1 - random.unit() * [0, 1e-7, 1e-4][round % 3]
      let place = Coordinate(
        uncheckedLongitude: (isEast ? 180 : -180) * near, latitude: random.unit() * 180 - 90)
      let box = RTreePacking.Entry(id: 1, place)
      for longitude in [180.0, -180, 179.99999, -179.99999] {
        let origin = Coordinate(
          uncheckedLongitude: longitude,
          latitude: min(90, max(-90, place.latitude + (random.unit() - 0.5) * 1e-5)))
        let bound = NearestBound(longitude: longitude, latitude: origin.latitude).haversine(
          west: Double(box.west), east: Double(box.east), south: Double(box.south),
          north: Double(box.north))
        let distance = Geodesic.distance(origin, place).metres
        #expect(bound <= NearestBound.haversine(reaching: distance))
      }
    }
  }

  @Test("No box passes what reaches round the globe")
  func antipode() {
    for step in 0...11_520 {
      let latitude = Double(step) / 64 - 90
      let bound = NearestBound(longitude: 0, latitude: latitude)
        .haversine(west: 180, east: 180, south: -latitude, north: -latitude)
      #expect(bound <= NearestBound.haversine(reaching: 20_003_931.458))
    }
  }

  @Test("The bound of a position is within 1 % of its distance, away from the poles")
  func tightness() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<Cases.count(1_000) {
      let origin = Coordinate(
        uncheckedLongitude: random.unit() * 360 - 180, latitude: random.unit() * 120 - 60)
      let other = Geodesic.position(
        from: origin, bearing: random.unit() * 360, distance: .metres(random.unit() * 1e5))
      let bound = NearestBound(longitude: origin.longitude, latitude: origin.latitude).haversine(
        west: other.longitude, east: other.longitude, south: other.latitude, north: other.latitude)
      let distance = Geodesic.distance(origin, other).metres
      #expect(bound > NearestBound.haversine(reaching: distance * 0.99 - 2e-6))
    }
  }
}
