import Geodesy
import HeritageTestSupport
import Testing
import Words

@Suite("Lines")
struct LineStringTests {
  @Test("A line keeps its positions in order")
  func order() throws {
    let line = try LineString([.at(111, 29), .at(112, 29), .at(111, 29)])
    #expect(line.positions == [.at(111, 29), .at(112, 29), .at(111, 29)])
  }

  @Test("Fewer than two positions are no line", arguments: [0, 1])
  func tooFew(count: Int) {
    let positions = Array(repeating: Coordinate.chengtoushan, count: count)
    #expect(throws: ShapeError.tooFewPositions(found: count, needed: 2)) {
      try LineString(positions)
    }
  }

  @Test(
    "A broken shape says what is wrong with it",
    arguments: [
      (
        ShapeError.tooFewPositions(found: 1, needed: 2),
        "the shape has 1 positions where at least 2 are needed"
      ),
      (.ringNotClosed, "the ring is not closed: its last position must repeat its first"),
      (.empty, "the shape is empty"),
    ])
  func sentences(error: ShapeError, sentence: String) {
    #expect(error.description == sentence)
  }

  @Test("The distance to a line is the distance to its nearest segment")
  func nearestSegment() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<Cases.count(100) {
      let positions = (0..<6).map { _ in
        random.position(longitude: 111...112, latitude: 29...30)
      }
      let point = random.position(longitude: 110.5...112.5, latitude: 28.5...30.5)
      let line = try LineString(positions)
      let bySegment = positions.indices.dropLast().map {
        Geodesic.distance(from: point, toSegment: positions[$0], positions[$0 + 1])
      }
      #expect(line.distance(from: point) == bySegment.min())
    }
  }

  @Test("Every vertex is at no distance, and turning the line round changes nothing")
  func vertices() throws {
    var random = SeededGenerator(seed: 9)
    let positions = (0..<8).map { _ in random.position(longitude: 111...112, latitude: 29...30) }
    let (line, reversed) = (try LineString(positions), try LineString(positions.reversed()))
    for vertex in positions { #expect(line.distance(from: vertex).metres < 0.001) }
    for _ in 0..<100 {
      let point = random.position(longitude: 111...112, latitude: 29...30)
      let (there, back) = (line.distance(from: point), reversed.distance(from: point))
      #expect(abs((there - back).metres) < 0.001)
    }
  }

  @Test("A bend is measured by its geodesics, not by the way between its ends")
  func bend() throws {
    let line = try LineString([.at(111, 29), .at(111, 30), .at(112, 30)])
    let corner = Coordinate.at(110.9, 30.1)
    let toTheBend = Geodesic.distance(corner, .at(111, 30))
    #expect(abs((line.distance(from: corner) - toTheBend).metres) < 0.001)
  }
}
