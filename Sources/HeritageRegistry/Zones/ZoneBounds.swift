import Geodesy
import Overlays

/// What the words of a zone leave of its extent: what surely lies in it, and what surely holds it.
struct ZoneBounds {
  /// Surely inside; nil where nothing is.
  var inner: OverlayArea?
  /// Surely holds all of it; nil where the words do not tell, and `Self.farthest` is taken for granted.
  var outer: OverlayArea?

  /// No zone that is published in words is taken to reach farther from its relic than this.
  ///
  /// It is four times the farthest that was found in 29 announcements. The answer says so.
  static let farthest = 10_000.0

  /// What is known of the relic that the words are about.
  struct Anchor {
    /// The point in the plane.
    let point: PlaneArea.Point
    /// How far the point may be off; nil where nobody knows.
    let accuracy: Double?
    /// The outline of the relic, with what it may be off.
    var body: (area: OverlayArea, accuracy: Double)?
    /// How far the relic may reach from its point, by its area: twice the side of a square.
    var reach: Double?
  }

  /// Works out the words.
  ///
  /// - Parameter protection: The bounds of the protection zone of the same relic.
  init(_ rule: ZoneRule, around anchor: Anchor, protection: ZoneBounds?) throws {
    switch rule {
    case .around(let metres, let isFromCentre):
      if let body = anchor.body, !isFromCentre {
        inner = try body.area.grown(by: metres - body.accuracy)
        outer = try body.area.grown(by: metres + body.accuracy, segments: 64)
      } else if let accuracy = anchor.accuracy {
        // The point is one of the body's.
        inner = try Self.disc(anchor.point, metres - accuracy)
        let reach = isFromCentre ? 0 : anchor.reach
        outer = try reach.flatMap { try Self.disc(anchor.point, metres + accuracy + $0) }
      }
    case .directions(let east, let south, let west, let north, let isFromCentre):
      if let body = anchor.body, !isFromCentre, let box = body.area.box {
        inner = try body.area.grown(by: -body.accuracy)
        outer = try Self.rectangle(
          west: box.west - west, south: box.south - south, east: box.east + east,
          north: box.north + north
        ).grown(by: body.accuracy)
      } else if let accuracy = anchor.accuracy {
        let (x, y) = (anchor.point.x, anchor.point.y)
        inner = try OverlayArea(
          PlaneArea([
            PlaneArea.Polygon(
              exterior: [(east, 0), (0, north), (-west, 0), (0, -south), (east, 0)].map {
                PlaneArea.Point(x: x + $0.0, y: y + $0.1)
              })
          ])
        ).grown(by: -accuracy)
        let reach = isFromCentre ? 0 : anchor.reach
        outer = try reach.map {
          try Self.rectangle(west: x - west, south: y - south, east: x + east, north: y + north)
            .grown(by: accuracy + $0)
        }
      }
    case .beyondProtection(let least, let most):
      guard let protection else { break }
      if let inner = protection.inner, let held = protection.outer {
        self.inner = try inner.grown(by: least).less(held)
      }
      outer = try protection.outer?.grown(by: most, segments: 64)
    case .asProtection:
      (inner, outer) = (protection?.inner, protection?.outer)
    case .unread: break
    }
    if inner?.isEmpty == true { inner = nil }
  }

  /// The bounds of a zone that is drawn: shrunk and grown by what it may be off.
  init(drawn shape: OverlayArea, accuracy: Double) throws {
    inner = accuracy > 0 ? try shape.grown(by: -accuracy) : shape
    outer = accuracy > 0 ? try shape.grown(by: accuracy, segments: 64) : shape
    if inner?.isEmpty == true { inner = nil }
  }

  private static func disc(_ point: PlaneArea.Point, _ radius: Double) throws -> OverlayArea? {
    radius > 0 ? try OverlayArea(.circle(around: point, radius: radius)) : nil
  }

  private static func rectangle(
    west: Double, south: Double, east: Double, north: Double
  ) throws -> OverlayArea {
    try OverlayArea(
      PlaneArea([
        PlaneArea.Polygon(
          exterior: [(west, south), (east, south), (east, north), (west, north), (west, south)]
            .map { PlaneArea.Point(x: $0.0, y: $0.1) })
      ]))
  }
}
