import Geodesy
import HeritageFormats
import HeritageRegistry

/// A feature of a collection that is short enough to be held as a list.
struct ListedFeature: Sendable {
  let id: String
  /// The extent; nil for a feature without a place.
  let shape: Shape?
  /// The values, one for each property of the collection, in their order.
  let values: [FieldValue]

  /// Where a feature lies.
  enum Shape: Sendable {
    case point(Coordinate)
    case lines([[Coordinate]])
    case area(MultiPolygon)

    /// Whether it may meet a box: for lines and an area by the box around them.
    func meets(_ box: QueryBox) -> Bool {
      switch self {
      case .point(let position): box.holds(position)
      case .lines(let lines): box.meets(BoundingBox(containing: lines.flatMap(\.self)))
      case .area(let area): box.meets(area)
      }
    }

    func value(latitudeFirst: Bool) -> FieldValue {
      switch self {
      case .point(let position):
        let numbers = [position.longitude, position.latitude].map {
          FieldValue.decimal($0, places: 7)
        }
        return .object([
          .init("type", .text("Point")),
          .init("coordinates", .list(latitudeFirst ? numbers.reversed() : numbers)),
        ])
      case .lines(let lines):
        let coordinates = lines.map { line in
          FieldValue.list(
            line.map {
              .list([.decimal($0.longitude, places: 7), .decimal($0.latitude, places: 7)])
            })
        }
        let geometry = FieldValue.object([
          .init("type", .text("MultiLineString")), .init("coordinates", .list(coordinates)),
        ])
        return latitudeFirst ? geometry.swapped : geometry
      case .area(let area):
        let geometry = FieldValue(area)
        return latitudeFirst ? geometry.swapped : geometry
      }
    }
  }

  /// The feature as GeoJSON.
  func value(
    _ properties: [FeatureProperty], keys: Set<String>?, system: ReferenceSystem, skips: Bool,
    links: [Link] = []
  ) -> FieldValue {
    let geometry = skips ? nil : shape?.value(latitudeFirst: system.isLatitudeFirst)
    var members: [FieldValue.Member] = [
      .init("type", .text("Feature")), .init("id", .text(id)),
      .init("geometry", geometry ?? .null),
      .init(
        "properties",
        .object(
          zip(properties, values).filter { keys?.contains($0.0.name) ?? true }
            .map { .init($0.0.name, $0.1) })),
    ]
    if !links.isEmpty { members.append(.init("links", links.value)) }
    return .object(members)
  }
}

extension FieldValue {
  /// A geometry with the numbers of each position in the other order.
  fileprivate var swapped: FieldValue {
    switch self {
    case .list(let values):
      if values.count == 2, case .decimal = values[0] { return .list(values.reversed()) }
      return .list(values.map(\.swapped))
    case .object(let members): return .object(members.map { .init($0.key, $0.value.swapped) })
    default: return self
    }
  }
}

extension FeatureCollection {
  /// The features of a collection that is a list; none for the relics, which are asked for by pages.
  func listed(for inquiry: Inquiry) throws -> [ListedFeature] {
    guard let list else { return [] }
    return try inquiry.memory.value("listed \(name)", of: inquiry, weight: { $0.count }) {
      try list(inquiry.registry)
    }
  }
}
