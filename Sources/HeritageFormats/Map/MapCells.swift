import Geodesy
import HeritageRegistry

/// Many relics on a map, counted by the cells of a grid of degrees.
struct MapCells: Sendable {
  /// A cell that holds relics.
  struct Cell: Sendable {
    /// Its room on the map.
    let room: MapRectangle
    let count: Int
  }

  /// The numbers of relics that one shade stands for.
  typealias Class = ClosedRange<Int>

  /// The cells with relics in the frame, from south to north and west to east.
  let cells: [Cell]
  /// The height and width of a cell in degrees.
  let degrees: Double
  /// Its shorter side on the ground in metres, in the middle of the map.
  let metres: Double
  /// How many relics lie in the frame.
  let count: Int

  /// No cell is narrower on the map, in pixels.
  private static let leastWidth = 9.0
  /// The sizes of cells in degrees.
  private static let steps = [
    0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20,
  ]

  /// Counts positions in cells whose edges are whole multiples of their size, so that maps of one place agree.
  init(_ positions: [Coordinate], _ projection: MapProjection, frame: MapRectangle) {
    let degree = MetresPerDegree(at: projection.centre.latitude)
    let side = min(degree.longitude, degree.latitude)
    let pixels = side * projection.pixelsPerMetre
    let degrees = Self.steps.first { $0 * pixels >= Self.leastWidth } ?? 50
    self.degrees = degrees
    metres = degrees * side
    var counts: [Place: Int] = [:]
    var count = 0
    for position in positions where frame.contains(projection.point(position)) {
      count += 1
      counts[Place(position, degrees), default: 0] += 1
    }
    self.count = count
    cells = counts.sorted { $0.key < $1.key }.map { place, count in
      // The projection is even: two corners give the room.
      let south = max(-90, Double(place.row) * degrees)
      let (west, north) = (Double(place.column) * degrees, min(90, south + degrees))
      let corner = projection.point(Coordinate(uncheckedLongitude: west, latitude: north))
      let foot = projection.point(Coordinate(uncheckedLongitude: west, latitude: south))
      return Cell(
        room: MapRectangle(
          x: corner.x, y: corner.y,
          width: degrees * degree.longitude * projection.pixelsPerMetre,
          height: foot.y - corner.y), count: count)
    }
  }

  /// The numbers for which there are shades: at most five, each a few times the one before.
  var classes: [Class] {
    let most = cells.map(\.count).max() ?? 0
    guard most > 0 else { return [] }
    // The least bounds that five of them are enough for.
    let choices = [[2, 3, 4, 5], [2, 5, 10, 20], [5, 20, 50, 200], [10, 100, 1000, 10_000]]
    let bounds = choices.first { most < 4 * ($0.last ?? 1) } ?? [100, 1000, 10_000, 100_000]
    let starts = [1] + bounds.filter { $0 <= most }
    return zip(starts, starts.dropFirst().map { $0 - 1 } + [most]).map { $0...$1 }
  }

  /// How strongly a class is coloured.
  static func opacity(_ place: Int) -> Double { [0.16, 0.34, 0.54, 0.76, 1][min(place, 4)] }

  private struct Place: Hashable, Comparable {
    let (column, row): (Int, Int)

    init(_ position: Coordinate, _ degrees: Double) {
      column = Int((position.longitude / degrees).rounded(.down))
      row = Int((position.latitude / degrees).rounded(.down))
    }

    static func == (a: Place, b: Place) -> Bool { a.column == b.column && a.row == b.row }
    static func < (a: Place, b: Place) -> Bool { (a.row, a.column) < (b.row, b.column) }

    func hash(into hasher: inout Hasher) {
      hasher.combine(column)
      hasher.combine(row)
    }
  }
}
