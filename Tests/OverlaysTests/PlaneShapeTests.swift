import Overlays
import Testing

@Suite("Shapes compared")
struct PlaneShapeTests {
  /// A square as well-known binary, little end first.
  private func square(_ x: Double, _ y: Double, _ side: Double) -> [UInt8] {
    var bytes: [UInt8] = [1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0]
    for (dx, dy) in [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)] {
      for value in [x + dx, y + dy] {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  @Test(
    "Squares lie to a square of 10 as the simple features have it, prepared or not",
    arguments: [
      (0.0, 0.0, 10.0, [.contains, .equals, .intersects, .within]),
      (2.0, 2.0, 2.0, [.intersects, .within]), (-1.0, -1.0, 20.0, [.contains, .intersects]),
      (5.0, 5.0, 10.0, [.intersects, .overlaps]), (10.0, 0.0, 10.0, [.intersects, .touches]),
      (11.0, 0.0, 10.0, [.disjoint]),
    ] as [(Double, Double, Double, Set<ShapeRelation>)])
  func squares(x: Double, y: Double, side: Double, expected: Set<ShapeRelation>) throws {
    let plane = try ShapePlane()
    let fixed = try plane.shape(square(0, 0, 10))
    let shape = try plane.shape(square(x, y, side))
    for isPrepared in [false, true] {
      if isPrepared { fixed.prepare() }
      for relation in ShapeRelation.allCases {
        #expect(
          shape.relates(relation, to: fixed) == expected.contains(relation),
          "\(relation), prepared: \(isPrepared)")
      }
    }
  }

  @Test("An area that crosses itself says why it is none, and bytes that are no shape are refused")
  func faults() throws {
    let plane = try ShapePlane()
    var bow = square(0, 0, 1)
    // The second and the third corner change places.
    let (second, third) = (Array(bow[29..<45]), Array(bow[45..<61]))
    bow.replaceSubrange(29..<61, with: third + second)
    #expect(try plane.shape(bow).fault?.hasPrefix("Self-intersection") == true)
    #expect(try plane.shape(square(0, 0, 1)).fault == nil)
    #expect(throws: OverlayError.failed("WKB")) { try plane.shape(Array(bow.dropLast(5))) }
  }
}
