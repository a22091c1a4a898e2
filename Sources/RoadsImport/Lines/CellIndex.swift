/// Things on a flat map by the square cells that they touch.
struct CellIndex {
  private struct Cell: Hashable {
    var column: Int32
    var row: Int32
  }

  private let size: Double
  private var cells: [Cell: [Int32]] = [:]

  /// Cells of a size in metres.
  init(size: Double) { self.size = size }

  private func range(_ low: Double, _ high: Double) -> ClosedRange<Int32> {
    Int32((low / size).rounded(.down))...Int32((high / size).rounded(.down))
  }

  /// Notes a thing in all cells of a box.
  mutating func add(
    _ thing: Int32, from a: FlatLine.Point, to b: FlatLine.Point, margin: Double = 0
  ) {
    for column in range(min(a.x, b.x) - margin, max(a.x, b.x) + margin) {
      for row in range(min(a.y, b.y) - margin, max(a.y, b.y) + margin) {
        cells[Cell(column: column, row: row), default: []].append(thing)
      }
    }
  }

  /// The things of the cells of a box, each once, in their order.
  func things(from a: FlatLine.Point, to b: FlatLine.Point, margin: Double = 0) -> [Int32] {
    var found: [Int32] = []
    for column in range(min(a.x, b.x) - margin, max(a.x, b.x) + margin) {
      for row in range(min(a.y, b.y) - margin, max(a.y, b.y) + margin) {
        found += cells[Cell(column: column, row: row)] ?? []
      }
    }
    guard found.count > 1 else { return found }
    found.sort()
    var last: Int32?
    return found.filter { thing in
      defer { last = thing }
      return thing != last
    }
  }
}
