import Boundaries
import Geodesy
import HeritageTestSupport
import Roads
import Testing
import TourPlanner

@testable import RoadsImport

@Suite("Lines that were drawn one by one")
struct NodingTests {
  private typealias Point = FlatLine.Point

  private func line(
    _ points: (Double, Double)..., isRaised: Bool = false, isMotorway: Bool = false
  ) -> FlatLine {
    FlatLine(
      points: points.map { Point(x: $0.0, y: $0.1) },
      road: LineRoads.Road(
        uses: [], isRaised: isRaised, isMotorway: isMotorway, isTrack: false,
        isClassed: true))
  }

  @Test("Ends within the tolerance are joined, others are counted")
  func ends() {
    var noding = Noding(
      [line((0, 0), (100, 0)), line((101, 0), (200, 0)), line((204, 0), (300, 0))], tolerance: 2)
    let (ways, _) = noding.ways()
    #expect(ways[0].corners.last == ways[1].corners.first)
    #expect(ways[1].corners.last != ways[2].corners.first)
    #expect(noding.report.joinedEnds == 1)
    #expect(noding.report.nearEnds == [0, 2, 4])
  }

  @Test("A line is cut where another one ends beside it")
  func touching() {
    var noding = Noding([line((0, 0), (100, 0)), line((50, 1.5), (50, 80))], tolerance: 2)
    let (ways, points) = noding.ways()
    #expect(ways[0].corners.count == 3)
    #expect(ways[0].corners[1] == ways[1].corners[0])
    #expect(points[Int(ways[1].corners[0])] == Point(x: 50, y: 1.5))
    #expect(noding.report.cutAtEnds == 1 && noding.report.crossings == 0)
  }

  @Test("Two lines that cross meet, unless one is a bridge or a motorway")
  func crossing() {
    for (isRaised, isMotorway) in [(false, false), (true, false), (false, true)] {
      var noding = Noding(
        [
          line((0, 0), (100, 0)),
          line((50, -50), (50, 50), isRaised: isRaised, isMotorway: isMotorway),
        ], tolerance: 2)
      let shared = Set(noding.ways().ways[0].corners).intersection(noding.ways().ways[1].corners)
      #expect(shared.isEmpty == (isRaised || isMotorway))
      #expect(noding.report.crossings == (isRaised || isMotorway ? 0 : 1))
      #expect(noding.report.keptCrossings == (isRaised || isMotorway ? 1 : 0))
    }
  }

  @Test("Lines that are there twice count once, loose stubs go")
  func cleaned() {
    var noding = Noding(
      [
        line((0, 0), (100, 0)), line((0, 0), (100, 0)), line((100, 0), (0, 0)),
        line((0, 0), (-1.5, 0), (-1, 1.9)),
      ],
      tolerance: 1)
    _ = noding.ways()
    #expect(noding.report.duplicates == 2)
    var stub = Noding([line((0, 0), (100, 0)), line((500, 0), (500, 0.5))], tolerance: 2)
    #expect(stub.ways().ways.count == 1)
    #expect(stub.report.stubs == 1)
  }

  @Test(
    "The class of a road gives its speed by car, a limit four fifths of itself",
    arguments: [
      ([("技术等级", "二级公路")], 49), ([("技术等级", "四级")], 17.5), ([("DLDJ", "高速公路")], 70),
      ([("技术等级", "四级"), ("限速", "40")], 32), ([("fclass", "primary")], 65), ([], 25),
      ([("技术等级", "等外")], 15), ([("技术等", "二级")], 49), ([("设计时", "30")], 24),
    ] as [([(String, String)], Double)])
  func classes(fields: [(String, String)], speed: Double) {
    let properties = fields.map { Plot.Property($0.0, $0.1) }
    let rules = LineRoads(
      fields: LayerFields([properties], map: [:]), profiles: [RoadProfile(.drive)])
    let road = rules.road(properties)
    #expect(road.uses[0].forward == speed)
    #expect(road.isClassed == !fields.isEmpty)
    #expect(road.isTrack == (speed == 15))
  }
}
