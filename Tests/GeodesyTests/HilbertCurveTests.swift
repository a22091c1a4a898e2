import Testing

@testable import Geodesy

@Suite("The Hilbert curve")
struct HilbertCurveTests {
  @Test("It passes through every cell of a corner once, each beside the one before")
  func neighbours() {
    var cells: [UInt32: (Int, Int)] = [:]
    for column in 0..<64 {
      for row in 0..<64 {
        cells[HilbertCurve.index(column: UInt32(column), row: UInt32(row))] = (column, row)
      }
    }
    let path = cells.sorted { $0.key < $1.key }
    #expect(path.map(\.key) == Array(0..<4096))
    for (here, next) in zip(path, path.dropFirst()) {
      #expect(abs(here.value.0 - next.value.0) + abs(here.value.1 - next.value.1) == 1)
    }
  }

  @Test("The edges of the world have their cells")
  func edges() throws {
    let corners = try [(-180.0, -90.0), (180, 90), (-180, 90), (180, -90)].map {
      HilbertCurve.index(of: try Coordinate(longitude: $0.0, latitude: $0.1))
    }
    #expect(Set(corners).count == 4)
    #expect(corners[0] == 0)
    #expect(corners[3] == .max)
  }
}
