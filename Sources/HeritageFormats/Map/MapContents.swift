import Geodesy
import HeritageRegistry
import Tables

/// A scene on its projection: what falls into the frame, and what shares a position.
struct MapContents: Sendable {
  /// A position that several relics share, with the letter by which map and list name it.
  struct SharedPlace: Sendable {
    let letter: String
    let mark: SiteMark
    /// The township whose seat it is.
    let township: Township?
  }

  let projection: MapProjection
  let frame: MapRectangle
  /// The marks whose position lies in the frame.
  let marks: [SiteMark]
  /// Positions with several relics, highest level first, then by code.
  let shared: [SharedPlace]
  /// The townships whose seat lies in the frame.
  let townships: [Township]
  /// The rivers that may cross the frame.
  let rivers: [River]
  /// The room of the crosses at the centres of what was asked for.
  let centres: [MapRectangle]
  /// The relics that are drawn as counts; nil for none.
  let cells: MapCells?
  /// How many relics have no position.
  let unlocated: Int
  /// How many relics have a position outside the frame.
  let outside: Int
  /// How many relics are drawn; stand-ins are none.
  let drawn: Int

  init(_ scene: MapScene, _ projection: MapProjection, frame: MapRectangle) {
    self.projection = projection
    self.frame = frame
    let all = SiteMark.marks(scene.sites, projection)
    let relics = scene.sites.filter { $0.provenance != .standIn }
    marks = all.filter { frame.contains($0.point) }
    let inside = marks.filter { !$0.isStandIn }
    cells = scene.spread.map { MapCells($0.positions, projection, frame: frame) }
    let (marked, nowhere) = (
      inside.reduce(0) { $0 + $1.sites.count }, relics.count { $0.position == nil }
    )
    drawn = marked + (cells?.count ?? 0)
    unlocated = nowhere + (scene.spread?.unlocated ?? 0)
    outside =
      relics.count - nowhere - marked + (scene.spread?.positions.count ?? 0) - (cells?.count ?? 0)
    townships = scene.ground.townships.filter { township in
      township.seat.map { frame.contains(projection.point($0)) } ?? false
    }
    rivers = scene.ground.rivers.filter { river in
      frame.meets(boxOf: river.line.positions.lazy.map(projection.point))
    }
    centres = scene.shapes.compactMap { shape in
      guard case .ring(let centre, _, _) = shape else { return nil }
      return MapRectangle(
        centre: projection.point(centre), width: 2 * MapStyle.crossRadius,
        height: 2 * MapStyle.crossRadius)
    }
    let seats = scene.ground.townships
    shared =
      inside.filter { $0.sites.count > 1 }
      .sorted { a, b in
        guard let first = a.sites.first, let second = b.sites.first else { return false }
        return first.level != second.level
          ? first.level < second.level
          : CodeOrder.isBefore(first.code, second.code)
      }
      // Letters as a spreadsheet counts its columns: A to Z, then AA.
      .enumerated().map { index, mark in
        SharedPlace(
          letter: "\(ColumnName(index + 1))", mark: mark,
          township: seats.first { $0.seat == mark.sites.first?.position?.coordinate })
      }
  }
}
