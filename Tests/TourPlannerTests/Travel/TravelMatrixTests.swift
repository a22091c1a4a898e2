import Testing
import TourPlanner

@Suite("Travel matrices")
struct TravelMatrixTests {
  @Test("The way there need not be as long as the way back")
  func asymmetric() throws {
    let matrix = try TravelMatrix(count: 2, seconds: [0, 60, 90, 0], metres: [0, 1000, 1200, 0])
    #expect(matrix.seconds(from: 0, to: 1) == 60)
    #expect(matrix.seconds(from: 1, to: 0) == 90)
    #expect(matrix.metres(from: 1, to: 0) == 1200)
  }

  @Test("A matrix of the wrong size and negative entries are refused")
  func refused() {
    #expect(throws: TravelMatrixError.wrongSize(places: 2, entries: 3)) {
      try TravelMatrix(count: 2, seconds: [0, 1, 2], metres: [0, 1, 2])
    }
    #expect(throws: TravelMatrixError.negative(from: 1, to: 0)) {
      try TravelMatrix(count: 2, seconds: [0, 1, -2, 0], metres: [0, 0, 0, 0])
    }
  }
}
