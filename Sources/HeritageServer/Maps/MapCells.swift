import Foundation
import Geodesy
import HeritageRegistry

/// Many relics on a map as counts: the cells of a grid that a map of any place and size shares.
struct MapCells: Sendable {
  /// How many cells lie side by side in a frame at most.
  static let across = 12.0

  struct Cell: Sendable {
    var count = 0
    /// The sums of the positions, whose mean is where the count stands.
    var (longitude, latitude) = (0.0, 0.0)
  }

  private struct Place: Hashable {
    let (column, row): (Int, Int)
    init(_ column: Int, _ row: Int) { (self.column, self.row) = (column, row) }
    static func == (a: Place, b: Place) -> Bool { a.column == b.column && a.row == b.row }
    func hash(into hasher: inout Hasher) {
      hasher.combine(column)
      hasher.combine(row)
    }
  }

  /// The cells that hold a relic, from west to east.
  let cells: [Cell]
  /// How many relics of the question have a position in the frame.
  let count: Int

  /// Counts the relics of a question within a frame.
  ///
  /// A cell is a power of two of the circle wide, so that its relics stay together while the map is moved.
  init(_ query: SiteQuery, in frame: BoundingBox, of registry: Registry) throws {
    var query = query
    query.boundingBox = frame
    let (west, east) = (frame.west, frame.crossesAntimeridian ? frame.east + 360 : frame.east)
    let height = Self.stretched(frame.north) - Self.stretched(frame.south)
    let width = max(east - west, height, 1e-4)
    let size = 360 / exp2((log2(Self.across * 360 / width)).rounded(.down))
    var cells: [Place: Cell] = [:]
    var count = 0
    try registry.forEachCoordinate(matching: query) { position in
      guard let position else { return }
      count += 1
      let place = Place(
        Int((position.longitude / size).rounded(.down)),
        Int((Self.stretched(position.latitude) / size).rounded(.down)))
      cells[place, default: Cell()].add(position)
    }
    self.count = count
    self.cells = cells.sorted {
      ($0.key.column, $0.key.row) < ($1.key.column, $1.key.row)
    }.map(\.value)
  }

  /// A latitude as Mercator's map stretches it, in degrees of the equator.
  private static func stretched(_ latitude: Double) -> Double {
    atanh(sin(max(-85, min(85, latitude)) * .pi / 180)) * 180 / .pi
  }

  /// The cells as the script of the map reads them.
  var value: FieldValue {
    .list(
      cells.map { cell in
        .object([
          .init(
            "at",
            .list(
              [cell.longitude, cell.latitude].map {
                .decimal($0 / Double(cell.count), places: 4)
              })),
          .init("count", .integer(cell.count)),
        ])
      })
  }
}

extension MapCells.Cell {
  fileprivate mutating func add(_ position: Coordinate) {
    count += 1
    longitude += position.longitude
    latitude += position.latitude
  }
}
