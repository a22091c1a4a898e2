/// The order in which a Hilbert curve passes through the cells of the world.
///
/// What lies near on the curve lies near on the ground: rows that are stored in this order share their
/// pages with their neighbours. The world is a square of 2¹⁶ × 2¹⁶ cells of 0.0055° by 0.0027°.
///
/// Source: D. Hilbert, *Über die stetige Abbildung einer Linie auf ein Flächenstück*, Mathematische
/// Annalen 38 (1891), doi:10.1007/BF01199431.
public enum HilbertCurve {
  static let order = 16

  /// How many cells the curve passes before that of a position, 0 ..< 2³².
  public static func index(of position: Coordinate) -> UInt32 {
    let cells = Double(1 << order)
    func cell(_ share: Double) -> UInt32 { UInt32(min(cells - 1, max(0, share * cells))) }
    return index(
      column: cell((position.longitude + 180) / 360), row: cell((position.latitude + 90) / 180))
  }

  /// How many cells the curve passes before one, 0 ..< 2³².
  package static func index(column: UInt32, row: UInt32) -> UInt32 {
    let last = UInt32(1 << order) - 1
    var (x, y, index) = (column, row, UInt32(0))
    for bit in (0..<order).reversed() {
      let (right, upper) = (x >> bit & 1, y >> bit & 1)
      index = index << 2 | (right * 3 ^ upper)
      // The curve of a quadrant is the whole curve, mirrored where the quadrant is a lower one.
      guard upper == 0 else { continue }
      if right == 1 { (x, y) = (last - x, last - y) }
      swap(&x, &y)
    }
    return index
  }
}
