import Geodesy
import Testing
import TourPlanner

@Suite("Travel models")
struct TravelModelTests {
  static let county = Coordinate(uncheckedLongitude: 111.76, latitude: 29.63)
  static let east = Coordinate(uncheckedLongitude: 111.86, latitude: 29.63)

  @Test("A geodesic of 9.7 km by car: 13.6 km, 20 minutes and a half")
  func drive() throws {
    let travel = try GeodesicTravel(mode: .drive)
    let matrix = try travel.matrix(of: [
      TravelPlace(id: "a", position: Self.county), TravelPlace(id: "b", position: Self.east),
    ])
    let metres = Geodesic.distance(Self.county, Self.east).metres * 1.4
    #expect(matrix.metres(from: 0, to: 1) == Int(metres.rounded(.up)))
    #expect(matrix.seconds(from: 1, to: 0) == Int((metres * 3.6 / 40).rounded(.up)))
    #expect(matrix.seconds(from: 0, to: 0) == 0)
    #expect(
      travel.assumption
        == "travel times are assumed: geodesic distance × 1.4 at 40.0 km/h (drive); "
        + "no road network, no traffic, no parking")
  }

  @Test("Two places on one point of 5 km accuracy are not 0 m apart")
  func shared() throws {
    let matrix = try GeodesicTravel(mode: .drive, detour: 1).matrix(of: [
      TravelPlace(id: "a", position: Self.county, accuracy: .kilometres(5)),
      TravelPlace(id: "b", position: Self.county, accuracy: .kilometres(1)),
    ])
    #expect(matrix.metres(from: 0, to: 1) == 4528)
    #expect(matrix.seconds(from: 0, to: 1) == 408)
  }

  @Test("A place without a position, a speed of 0")
  func refused() throws {
    let travel = try GeodesicTravel(mode: .walk)
    #expect(throws: TravelError.noPosition(place: "b")) {
      try travel.matrix(of: [TravelPlace(id: "a", position: Self.county), TravelPlace(id: "b")])
    }
    #expect(throws: TravelError.badParameter(name: "the speed", value: 0)) {
      try GeodesicTravel(mode: .walk, kilometresPerHour: 0)
    }
  }

  @Test("A table of pairs, each way on its own")
  func pairs() throws {
    let travel = try MatrixTravel(
      csv: "from,to,seconds,metres\r\nA,\"B,2\",60,1000\r\n# a note\r\n\"B,2\",A,90.5,1200\r\n")
    let matrix = try travel.matrix(of: [TravelPlace(id: "B,2"), TravelPlace(id: "A")])
    #expect(matrix.seconds == [0, 91, 60, 0])
    #expect(matrix.metres == [0, 1200, 1000, 0])
  }

  @Test("A square of seconds")
  func square() throws {
    let travel = try MatrixTravel(csv: ",A,B\nA,0,60\nB,90,0\n")
    let matrix = try travel.matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")])
    #expect(matrix.seconds == [0, 60, 90, 0])
    #expect(matrix.metres == nil)
  }

  @Test(
    "A bad line is named",
    arguments: [
      ("", "line 1 of the travel table: the table is empty"),
      (
        "A,B,60,1000\nA,B,60\n",
        "line 2 of the travel table: expected from,to,seconds,metres, found 3 fields"
      ),
      ("A,B,60,1000\n\nB,A,soon,1\n", "line 3 of the travel table: soon is no time or length"),
      (
        "A,B,60,1000\nA,B,60,1000\n",
        "line 2 of the travel table: the way from A to B is there twice"
      ),
      (",A,B\nA,0,1\n", "line 2 of the travel table: the table has 1 row for 2 codes"),
      (",A,B\nC,0,1\n", "line 2 of the travel table: C is not in the first row"),
      ("A,B,-1,0\n", "line 1 of the travel table: -1 is no time or length"),
      ("\"A,B,1,0\n", "line 1 of the travel table: a quote is not closed"),
    ])
  func badLine(csv: String, sentence: String) {
    let error = #expect(throws: TravelError.self) { try MatrixTravel(csv: csv) }
    #expect(error?.description == sentence)
  }

  @Test("A way or a place that the table does not have")
  func missing() throws {
    let travel = try MatrixTravel(csv: "A,B,60,1000\n")
    #expect(throws: TravelError.noWay(from: "B", to: "A")) {
      try travel.matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")])
    }
    #expect(throws: TravelError.unknownPlace("C")) {
      try travel.matrix(of: [TravelPlace(id: "C")])
    }
  }
}
