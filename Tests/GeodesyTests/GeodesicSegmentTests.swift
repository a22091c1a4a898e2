import Geodesy
import HeritageTestSupport
import Testing

@Suite("Distance to a segment of a geodesic")
struct GeodesicSegmentTests {
  /// A geodesic from a position, as long as `metres`, and a point to measure from.
  struct Drawn {
    let start: Coordinate
    let bearing: Double
    let metres: Double
    let point: Coordinate

    var end: Coordinate { position(at: metres) }
    var distance: Double { Geodesic.distance(from: point, toSegment: start, end).metres }
    var distanceToEnds: Double {
      min(Geodesic.distance(point, start), Geodesic.distance(point, end)).metres
    }

    func position(at along: Double) -> Coordinate {
      Geodesic.position(from: start, bearing: bearing, distance: .metres(along))
    }

    /// The distance by trying 400 places along the segment, then 400 around the best, and so on.
    func distanceByTrial() -> Double {
      var (low, high) = (0.0, metres)
      var nearest = Double.infinity
      for _ in 0..<4 {
        let step = (high - low) / 400
        let tried = (0...400).map { index in
          let along = low + Double(index) * step
          return (along: along, metres: Geodesic.distance(position(at: along), point).metres)
        }
        guard let best = tried.min(by: { $0.metres < $1.metres }) else { return nearest }
        nearest = min(nearest, best.metres)
        (low, high) = (max(0, best.along - step), min(metres, best.along + step))
      }
      return nearest
    }
  }

  /// A segment of up to `metres`, and a point no farther from it than a few times its length.
  private func drawn(upTo metres: Double, _ random: inout SeededGenerator) -> Drawn {
    let start = random.awkwardPosition()
    return Drawn(
      start: start, bearing: random.number(in: 0...360), metres: random.number(in: 1...metres),
      point: random.position(within: .metres(metres * 1.5), of: start))
  }

  @Test(
    "It is the least distance to any place of the segment",
    arguments: [1000.0, 50_000, 1_000_000, 9_900_000])
  func againstTrial(metres: Double) {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<Cases.count(60) {
      let drawn = drawn(upTo: metres, &random)
      #expect(abs(drawn.distance - drawn.distanceByTrial()) < 0.001, "\(drawn)")
    }
  }

  @Test("It is never more than the distance to an end, wherever the point lies")
  func neverMoreThanToAnEnd() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<Cases.count(500) {
      let drawn = Drawn(
        start: random.awkwardPosition(), bearing: random.number(in: 0...360),
        metres: random.magnitude(in: 0...6.99), point: random.awkwardPosition())
      #expect(drawn.distance <= drawn.distanceToEnds + 1e-6, "\(drawn)")
    }
  }

  @Test("A place of the segment is at no distance from it")
  func onTheLine() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<Cases.count(500) {
      let (start, bearing) = (random.awkwardPosition(), random.number(in: 0...360))
      let metres = random.magnitude(in: 0...6.9)
      let along = metres * random.number(in: 0...1)
      let drawn = Drawn(
        start: start, bearing: bearing, metres: metres,
        point: Geodesic.position(from: start, bearing: bearing, distance: .metres(along)))
      #expect(drawn.distance < 0.001, "\(drawn)")
    }
  }

  @Test("Beside the segment it is the distance to the foot, beyond it to the nearer end")
  func examples() {
    let (west, east) = (Coordinate.at(111, 0), Coordinate.at(112, 0))
    let beside = Geodesic.distance(from: .at(111.5, 0.1), toSegment: west, east)
    #expect(abs((beside - Geodesic.distance(.at(111.5, 0.1), .at(111.5, 0))).metres) < 0.001)
    let beyond = Geodesic.distance(from: .at(112.5, 0.1), toSegment: west, east)
    #expect(beyond == Geodesic.distance(.at(112.5, 0.1), east))
    let before = Geodesic.distance(from: .at(110.5, 0.1), toSegment: west, east)
    #expect(before == Geodesic.distance(.at(110.5, 0.1), west))
  }

  @Test("Across the antimeridian and over a pole the segment is the short way round")
  func acrossTheSeams() {
    let antimeridian = Geodesic.distance(
      from: .at(180, 0), toSegment: .at(179.9, 0), .at(-179.9, 0))
    #expect(antimeridian.metres < 0.001)
    let pole = Geodesic.distance(from: .at(0, 90), toSegment: .at(20, 89.9), .at(-160, 89.9))
    #expect(pole.metres < 0.001)
  }

  @Test("From the far side of the globe it is the distance to the end that lies nearer")
  func farSide() {
    let distance = Geodesic.distance(from: .at(-10, 0), toSegment: .at(150, 5), .at(-140, 5))
    #expect(distance == Geodesic.distance(.at(-10, 0), .at(-140, 5)))
  }

  @Test("A segment without a length is its end")
  func noLength() {
    let distance = Geodesic.distance(
      from: .pengtoushan, toSegment: .chengtoushan, .chengtoushan)
    #expect(distance == Geodesic.distance(.pengtoushan, .chengtoushan))
  }
}
