import Foundation

/// Meridians and parallels where they meet the frame, with their degrees and minutes.
struct Graticule: Hashable, Sendable {
  /// A tick on the lower or the left edge.
  struct Tick: Hashable, Sendable {
    let point: MapPoint
    let label: String
  }

  /// On the lower edge, from west to east.
  let meridians: [Tick]
  /// On the left edge, from south to north.
  let parallels: [Tick]

  /// Intervals in minutes of arc.
  private static let intervals = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600]
  /// The least distance between two ticks, in pixels.
  private static let spacing = 90.0
  /// The room that a label needs from its tick to a corner, in pixels.
  private static let room = 26.0

  init(_ projection: MapProjection, frame: MapRectangle) {
    let low = projection.position(at: MapPoint(x: frame.x, y: frame.bottom))
    let high = projection.position(at: MapPoint(x: frame.right, y: frame.y))
    meridians = Self.minutes(from: low.longitude, to: high.longitude, pixels: frame.width).map {
      let share = (Double($0) / 60 - low.longitude) / (high.longitude - low.longitude)
      return Tick(
        point: MapPoint(x: frame.x + share * frame.width, y: frame.bottom),
        label: Self.label(($0 + 54_000) % 21_600 - 10_800, "E", "W"))
    }
    .filter { min($0.point.x - frame.x, frame.right - $0.point.x) >= Self.room }
    parallels = Self.minutes(from: low.latitude, to: high.latitude, pixels: frame.height)
      .filter { abs($0) <= 5400 }
      .map {
        let share = (Double($0) / 60 - low.latitude) / (high.latitude - low.latitude)
        return Tick(
          point: MapPoint(x: frame.x, y: frame.bottom - share * frame.height),
          label: Self.label($0, "N", "S"))
      }
      .filter { min($0.point.y - frame.y, frame.bottom - $0.point.y) >= Self.room }
  }

  /// The round minutes between two numbers of degrees.
  private static func minutes(from low: Double, to high: Double, pixels: Double) -> [Int] {
    let perMinute = pixels / ((high - low) * 60)
    guard let interval = intervals.first(where: { Double($0) * perMinute >= spacing }) else {
      return []
    }
    let first = Int((low * 60 / Double(interval)).rounded(.up))
    let last = Int((high * 60 / Double(interval)).rounded(.down))
    return first <= last ? (first...last).map { $0 * interval } : []
  }

  /// The degrees and minutes as people write them: `111°30′E`.
  static func label(_ minutes: Int, _ positive: String, _ negative: String) -> String {
    let (degrees, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    let padded = rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(degrees)°" + (rest == 0 ? "" : "\(padded)′")
      + (minutes == 0 ? "" : minutes > 0 ? positive : negative)
  }
}
