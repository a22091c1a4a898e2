public import Geodesy
public import HeritageRegistry

/// The hull of some relics as a feature of a map, with what it is worth.
///
/// A hull over positions that are kilometres off is an approximate area: the properties name the members
/// whose accuracy exceeds 1 km, those whose accuracy nobody knows and those whose position is no
/// relic's at all, and give the largest accuracy known.
public struct AreaFeature: Sendable {
  /// The feature's id: the key of a group, `cluster-1`.
  public let id: String
  /// The hull.
  public let hull: ConvexHull
  /// The properties, in order.
  public let properties: [FieldValue.Member]

  /// A position less accurate than this makes a hull approximate.
  public static let approximateBeyond = Length.kilometres(1)

  /// Makes the feature of a hull.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - hull: The hull.
  ///   - members: The relics that it is the hull of.
  ///   - properties: Properties that come before those of the hull.
  public init(
    id: String, hull: ConvexHull, of members: [Site], properties: [FieldValue.Member] = []
  ) {
    self.id = id
    self.hull = hull
    func codes(_ isMeant: (Position) -> Bool) -> FieldValue {
      .list(
        members.filter { $0.position.map(isMeant) ?? false }.map { .text($0.code) })
    }
    let largest = members.compactMap(\.position?.accuracy?.metres).max()
    self.properties =
      properties + [
        .init("members", codes { _ in true }),
        .init("width_m", .decimal(hull.extent.width.metres, places: 0)),
        .init("height_m", .decimal(hull.extent.height.metres, places: 0)),
        .init("max_accuracy_m", FieldValue(largest, places: 1)),
        .init(
          "approximate_members", codes { $0.accuracy.map { $0 > Self.approximateBeyond } ?? false }),
        .init("township_seat_members", codes { $0.method == .townshipSeat }),
        .init("unknown_accuracy_members", codes { $0.accuracy == nil }),
        .init("generated_members", codes { $0.method == .generated }),
      ]
  }

  /// The hull as a geometry: a polygon with its ring counter-clockwise, or what it has shrunk to.
  var geometry: FieldValue {
    switch hull.shape {
    case .point(let position): .point(position)
    case .lines(let lines):
      .geometry("LineString", lines.map { .positions($0.positions) })
    case .area(let area): FieldValue(area)
    }
  }

  /// Every position of the geometry.
  var positions: [Coordinate] {
    switch hull.shape {
    case .point(let position): [position]
    case .lines(let lines): lines.flatMap(\.positions)
    case .area(let area): area.polygons.flatMap(\.exterior.positions)
    }
  }
}

/// Geometries of RFC 7946, section 3.1.
extension FieldValue {
  /// A Point.
  static func point(_ position: Coordinate) -> FieldValue {
    .object([.init("type", .text("Point")), .init("coordinates", .position(position))])
  }

  /// A Polygon, or a MultiPolygon of several, its outer rings counter-clockwise.
  public init(_ area: MultiPolygon) {
    self = .geometry(
      "Polygon",
      area.polygons.map { polygon in
        .list(polygon.rightHanded.rings.map { .positions($0.positions) })
      })
  }

  /// A geometry of one part, or the Multi type of several.
  fileprivate static func geometry(_ type: String, _ parts: [FieldValue]) -> FieldValue {
    .object([
      .init("type", .text(parts.count == 1 ? type : "Multi" + type)),
      .init("coordinates", parts.count == 1 ? parts[0] : .list(parts)),
    ])
  }

  /// Several positions.
  fileprivate static func positions(_ positions: [Coordinate]) -> FieldValue {
    .list(positions.map(FieldValue.position))
  }

  /// Longitude and latitude.
  private static func position(_ position: Coordinate) -> FieldValue {
    .list([.decimal(position.longitude, places: 7), .decimal(position.latitude, places: 7)])
  }
}
