import Geodesy
import HeritageTestSupport
import Testing

@Suite("Boxes around a circle")
struct BoundingBoxAroundTests {
  @Test("The box holds every place within the radius", arguments: 0..<4 as Range<UInt64>)
  func holdsTheCircle(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Cases.count(300) {
      let centre = random.awkwardPosition()
      let radius = Length.metres(random.magnitude(in: 0...7.3))
      let box = BoundingBox(around: centre, radius: radius)
      for _ in 0..<20 {
        let place = random.position(within: radius, of: centre)
        #expect(box.contains(place), "\(place) is within \(radius) of \(centre)")
      }
    }
  }

  @Test("The box is hardly larger than the circle", arguments: [0.0, 90, 180, 270])
  func hardlyLarger(bearing: Double) {
    for latitude in [-60.0, 0, 29.69167, 60] {
      let centre = Coordinate.at(111.65556, latitude)
      let box = BoundingBox(around: centre, radius: .kilometres(5))
      let outside = Geodesic.position(from: centre, bearing: bearing, distance: .kilometres(5.1))
      #expect(!box.contains(outside))
    }
  }

  @Test("Around a pole the box runs round the globe", arguments: [1.0, -1.0])
  func pole(sign: Double) {
    let box = BoundingBox(around: .at(30, 89.99 * sign), radius: .kilometres(5))
    #expect((box.west, box.east) == (-180, 180))
    #expect(box.contains(.at(-150, 89.99 * sign)))
    #expect(sign > 0 ? box.north == 90 : box.south == -90)
    #expect(!box.contains(.at(30, 89.9 * sign)))
  }

  @Test("Close to the antimeridian the box crosses it", arguments: [179.99, -179.99, 180, -180])
  func antimeridian(longitude: Double) {
    let box = BoundingBox(around: .at(longitude, 0), radius: .kilometres(5))
    #expect(box.crossesAntimeridian)
    #expect(box.contains(.at(180, 0)))
    #expect(box.contains(.at(-180, 0)))
    #expect(!box.contains(.at(179.9, 0)))
  }
}

@Suite("Boxes made larger by a distance")
struct BoundingBoxExpandedTests {
  /// A box anywhere; about half of them cross the antimeridian.
  private func box(_ random: inout SeededGenerator) throws -> BoundingBox {
    let (a, b) = (random.awkwardPosition(), random.awkwardPosition())
    return try BoundingBox(
      west: a.longitude, south: min(a.latitude, b.latitude), east: b.longitude,
      north: max(a.latitude, b.latitude))
  }

  /// A place of the box, often on its edge.
  private func place(in box: BoundingBox, _ random: inout SeededGenerator) -> Coordinate {
    let part = box.parts[Int(random.next() % UInt64(box.parts.count))]
    func number(_ low: Double, _ high: Double) -> Double {
      switch random.next() % 3 {
      case 0: low
      case 1: high
      default: random.number(in: low...high)
      }
    }
    return .at(number(part.west, part.east), number(part.south, part.north))
  }

  @Test("The box holds every place within the distance", arguments: 10..<14 as Range<UInt64>)
  func holdsTheSurroundings(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Cases.count(300) {
      let box = try box(&random)
      let distance = Length.metres(random.magnitude(in: 0...6.9))
      let expanded = box.expanded(by: distance)
      for _ in 0..<20 {
        let inside = place(in: box, &random)
        #expect(expanded.contains(inside))
        let near = random.position(within: distance, of: inside)
        #expect(expanded.contains(near), "\(near) is within \(distance) of \(box)")
      }
    }
  }

  @Test("Places farther than the distance stay outside")
  func hardlyLarger() throws {
    let box = try BoundingBox(west: 111, south: 29, east: 112, north: 30)
      .expanded(by: .kilometres(10))
    #expect(
      !box.contains(
        Geodesic.position(from: .at(111, 29.5), bearing: 270, distance: .kilometres(10.5))))
    #expect(
      !box.contains(
        Geodesic.position(from: .at(111.5, 30), bearing: 0, distance: .kilometres(10.5))))
    #expect(
      !box.contains(
        Geodesic.position(from: .at(111.5, 29), bearing: 180, distance: .kilometres(10.5))))
  }

  @Test("A box that reaches over the antimeridian begins to cross it")
  func beginsToCross() throws {
    let box = try BoundingBox(west: 178, south: -1, east: 179.99, north: 1)
      .expanded(by: .kilometres(10))
    #expect(box.crossesAntimeridian)
    #expect(box.contains(.at(-179.95, 0)))
    #expect(!box.contains(.at(-179.5, 0)))
  }

  @Test("A box whose ends meet runs round the globe", arguments: [(-175.0, -178.0), (1.0, -1.0)])
  func endsMeet(west: Double, east: Double) throws {
    let box = try BoundingBox(west: west, south: -1, east: east, north: 1)
    let gap = Coordinate.at((west + east) / 2, 0)
    #expect(!box.contains(gap))
    let expanded = box.expanded(by: .kilometres(250))
    #expect((expanded.west, expanded.east) == (-180, 180))
    #expect(expanded.contains(gap))
  }
}
