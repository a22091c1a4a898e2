import Geodesy
import HeritageRegistry
import Words

/// The box of `bbox=`, which may reach across 180°: then its west is greater than its east.
struct QueryBox: Hashable, Sendable {
  let west: Double
  let south: Double
  let east: Double
  let north: Double

  /// Reads four numbers, or six with heights, which no relic has.
  ///
  /// - Parameter system: In which order the numbers stand.
  init(_ text: String, in system: ReferenceSystem) throws(WebFault) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.trimmed) }.compactMap { $0 }
    let parts = text.count { $0 == "," } + 1
    guard numbers.count == parts, parts == 4 || parts == 6, numbers.allSatisfy(\.isFinite) else {
      throw .badParameter("bbox", text: text.bounded, reason: Sentence("web.reason.box"))
    }
    let half = parts / 2
    var corners = [numbers[0], numbers[1], numbers[half], numbers[half + 1]]
    if system.isLatitudeFirst {
      corners = [corners[1], corners[0], corners[3], corners[2]]
    }
    (west, south, east, north) = (corners[0], corners[1], corners[2], corners[3])
    guard abs(west) <= 180, abs(east) <= 180, abs(south) <= 90, abs(north) <= 90, south <= north
    else {
      throw .badParameter("bbox", text: text.bounded, reason: Sentence("web.reason.boxRange"))
    }
  }

  /// The box as the register asks it; nil for one that reaches across 180°.
  var boundingBox: BoundingBox? {
    west <= east ? try? BoundingBox(west: west, south: south, east: east, north: north) : nil
  }

  /// Whether a position lies in it, its edge included.
  func holds(_ position: Coordinate) -> Bool {
    guard position.latitude >= south, position.latitude <= north else { return false }
    return west <= east
      ? position.longitude >= west && position.longitude <= east
      : position.longitude >= west || position.longitude <= east
  }

  /// Whether the box around an area meets it.
  func meets(_ area: MultiPolygon) -> Bool {
    meets(BoundingBox(containing: area.polygons.flatMap(\.exterior.positions)))
  }

  /// Whether it meets another box; it meets none that is not there.
  func meets(_ box: BoundingBox?) -> Bool {
    guard let box, box.south <= north, box.north >= south
    else { return false }
    return west <= east
      ? box.west <= east && box.east >= west : box.west <= east || box.east >= west
  }
}
