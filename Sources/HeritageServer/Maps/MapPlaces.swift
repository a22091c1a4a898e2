import Geodesy
import HeritageRegistry
import Words

/// Relics as they stand on a map that moves: a place for each position, and what has none.
struct MapPlaces: Sendable {
  /// How a place is drawn.
  enum Kind: String, CaseIterable, Sendable {
    /// The circle of its accuracy, or a sign where that covers the circle.
    case fix
    /// The circle of its accuracy at every scale: the point is by its nature not the relic's own.
    case area
    /// A cell, without its middle.
    case cell
    /// A broken ring: nobody knows how accurate the position is.
    case unknown

    init(_ position: Position) {
      if position.cell != nil {
        self = .cell
      } else if position.accuracy == nil {
        self = .unknown
      } else {
        self = position.method.isApproximate ? .area : .fix
      }
    }

    /// What a legend says of it.
    var label: Sentence {
      switch self {
      case .fix: Sentence("page.key.fix")
      case .area: Sentence("page.key.area")
      case .cell: Sentence("page.key.cell")
      case .unknown: Sentence("page.key.unknown")
      }
    }
  }

  /// Relics that share a position and its accuracy.
  struct Place: Sendable {
    let kind: Kind
    let position: Position
    /// Highest level first, then by code.
    let sites: [Site]
  }

  /// The largest first, so that small ones lie on top.
  let places: [Place]
  /// The relics without a position that the reader may see.
  let hidden: [Site]

  init(_ sites: [Site]) {
    struct Key: Hashable {
      let coordinate: Coordinate
      let accuracy: Length?
      let kind: Kind
    }
    var groups: [Key: [Site]] = [:]
    var hidden: [Site] = []
    for site in sites where site.provenance != .standIn {
      guard let position = site.position else {
        hidden.append(site)
        continue
      }
      let key = Key(
        coordinate: position.coordinate, accuracy: position.accuracy, kind: Kind(position))
      groups[key, default: []].append(site)
    }
    func isBefore(_ a: Site, _ b: Site) -> Bool {
      a.level != b.level ? a.level < b.level : CodeOrder.isBefore(a.code, b.code)
    }
    places = groups.compactMap { key, sites -> Place? in
      let sites = sites.sorted(by: isBefore)
      return sites[0].position.map { Place(kind: key.kind, position: $0, sites: sites) }
    }.sorted { a, b in
      let (first, second) = (a.position.accuracy?.metres ?? 0, b.position.accuracy?.metres ?? 0)
      return first != second ? first > second : isBefore(b.sites[0], a.sites[0])
    }
    self.hidden = hidden
  }

  /// How many relics there are.
  var count: Int { places.reduce(hidden.count) { $0 + $1.sites.count } }

  /// How many relics are drawn so.
  func count(_ kind: Kind) -> Int {
    places.reduce(0) { $0 + ($1.kind == kind ? $1.sites.count : 0) }
  }

  /// The box around everything that is drawn, and around the townships at which the rest is counted; nil where
  /// there is nothing.
  func bounds(with seats: [Coordinate] = []) -> BoundingBox? {
    BoundingBox(
      containing: seats
        + places.flatMap { place -> [Coordinate] in
          let position = place.position
          let box =
            position.cell
            ?? BoundingBox(
              around: position.coordinate, radius: position.accuracy ?? .metres(500))
          return [
            try? Coordinate(longitude: box.west, latitude: box.south),
            try? Coordinate(longitude: box.east, latitude: box.north),
          ].compactMap { $0 }
        })
  }
}
