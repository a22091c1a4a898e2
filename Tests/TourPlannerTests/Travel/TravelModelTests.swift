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
      travel.assumption == .geodesics(mode: .drive, kilometresPerHour: 40, detour: 1.4))
    #expect(try travel.path(from: TravelPlace(id: "a"), to: TravelPlace(id: "b")) == nil)
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

  @Test("A metre of geodesic takes what speed and detour say; a table is taken for a drive")
  func secondsPerMetre() throws {
    #expect(try GeodesicTravel(mode: .drive).secondsPerMetre == 1.4 / (40 / 3.6))
    #expect(
      try GeodesicTravel(mode: .walk, kilometresPerHour: 5, detour: 1.2).secondsPerMetre
        == 1.2 / (5 / 3.6))
    #expect(MatrixTravel(name: "m.csv").secondsPerMetre == 1.4 / (40 / 3.6))
  }

  /// The ways of a table, without lengths.
  private func table(_ ways: [(String, String, Int32)]) -> MatrixTravel {
    var table = MatrixTravel(name: "m.csv")
    for way in ways {
      let isNew = table.add(from: way.0, to: way.1, seconds: way.2, metres: nil)
      #expect(isNew)
    }
    return table
  }

  @Test("A table has each way once, in its own direction")
  func ways() throws {
    var table = table([("A", "B", 60), ("B", "A", 90)])
    let isNew = table.add(from: "A", to: "B", seconds: 1, metres: 1)
    #expect(!isNew)
    let matrix = try table.matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")])
    #expect(matrix.seconds == [0, 60, 90, 0])
    #expect(matrix.metres == nil)
    #expect(table.assumption == .table(name: "m.csv"))
  }

  @Test("A way that the table does not have is none, a place that it does not have an error")
  func missing() throws {
    let travel = table([("A", "B", 60)])
    let matrix = try travel.matrix(of: [TravelPlace(id: "A"), TravelPlace(id: "B")])
    #expect(matrix.hasWay(from: 0, to: 1))
    #expect(!matrix.hasWay(from: 1, to: 0))
    #expect(throws: TravelError.unknownPlace("C")) {
      try travel.matrix(of: [TravelPlace(id: "C")])
    }
  }
}
