/// A box of two meridians and two parallels; where its west is above its east it crosses 180°.
public struct GeometryBox: Hashable, Sendable {
  /// The western side.
  public var west: Double
  /// The southern side.
  public var south: Double
  /// The eastern side; below ``west`` where the box crosses the meridian of 180°.
  public var east: Double
  /// The northern side.
  public var north: Double
  /// The lowest height; it takes no part in any comparison of places.
  public var bottom: Double?
  /// The greatest height; it takes no part in any comparison of places.
  public var top: Double?

  /// A box.
  public init(
    west: Double, south: Double, east: Double, north: Double, bottom: Double? = nil,
    top: Double? = nil
  ) {
    (self.west, self.south, self.east, self.north) = (west, south, east, north)
    (self.bottom, self.top) = (bottom, top)
  }

  /// Longitudes and latitudes of the whole earth.
  public static let earth = GeometryBox(west: -180, south: -90, east: 180, north: 90)

  init?(around form: Geometry.Form) {
    if case .point(let position) = form {
      self.init(west: position.x, south: position.y, east: position.x, north: position.y)
      return
    }
    var box = GeometryBox(
      west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)
    form.forEachPosition { position in
      box.west = min(box.west, position.x)
      box.south = min(box.south, position.y)
      box.east = max(box.east, position.x)
      box.north = max(box.north, position.y)
    }
    guard box.west <= box.east else { return nil }
    self = box
  }

  /// The box, or its two halves where it crosses the meridian of 180°.
  public var parts: [GeometryBox] {
    guard west > east else { return [self] }
    var (one, other) = (self, self)
    (one.east, other.west) = (180, -180)
    return [one, other]
  }

  /// Whether a position is in it or on its side.
  public func contains(x: Double, y: Double) -> Bool {
    guard y >= south, y <= north else { return false }
    return west <= east ? x >= west && x <= east : x >= west || x <= east
  }

  /// Whether two boxes have a point in common.
  public func meets(_ other: GeometryBox) -> Bool {
    guard south <= other.north, other.south <= north else { return false }
    if west <= east, other.west <= other.east { return west <= other.east && other.west <= east }
    return parts.contains { part in
      other.parts.contains { part.west <= $0.east && $0.west <= part.east }
    }
  }

  /// The four numbers, west first.
  var text: String { [west, south, east, north].map(spelling).joined(separator: ",") }
}

/// A number as CQL2 writes it, in as few digits as give it back: `10`, not `10.0`.
func spelling(_ number: Double) -> String {
  if let whole = Int(exactly: number), abs(number) < 1e15 {
    return number == 0 && number.sign == .minus ? "-0" : String(whole)
  }
  return "\(number)".uppercased()
}
