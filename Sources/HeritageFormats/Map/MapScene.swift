public import Geodesy
public import HeritageRegistry

/// What a map shows, as values: the county, its rivers and townships, and the relics.
public struct MapScene: Sendable {
  /// The county's name.
  public var title: String
  /// Who is to be named where the data are shown.
  public var credits: String?
  /// Who reads: a map for staff says so, because it may hold positions that are not public.
  public var audience: Audience
  /// The county's outline and its neighbours'.
  public var outlines: [Outline]
  /// The rivers.
  public var rivers: [River]
  /// The townships; those without a seat are not drawn.
  public var townships: [Township]
  /// The relics; those without a position are counted and not drawn.
  public var sites: [Site]
  /// What to show; the county's outline and all relics when nil.
  public var extent: BoundingBox?

  /// Makes a scene.
  public init(
    title: String, credits: String? = nil, audience: Audience = .public,
    outlines: [Outline] = [], rivers: [River] = [], townships: [Township] = [],
    sites: [Site] = [], extent: BoundingBox? = nil
  ) {
    self.title = title
    self.credits = credits
    self.audience = audience
    self.outlines = outlines
    self.rivers = rivers
    self.townships = townships
    self.sites = sites
    self.extent = extent
  }

  /// The box that the map shows: ``extent``, else a box that holds the county's outline and the circle
  /// of every relic; nil where there is neither.
  public var shownExtent: BoundingBox? {
    if let extent { return extent }
    let county = outlines.filter { $0.kind == .county }.flatMap { corners($0.area.boundingBox) }
    let circles = sites.compactMap(\.position).flatMap { position in
      // A relic by itself has some surroundings.
      corners(
        BoundingBox(around: position.coordinate, radius: position.accuracy ?? .metres(500)))
    }
    return Self.box(around: county + circles)
  }

  private func corners(_ box: BoundingBox) -> [Coordinate] {
    [
      Coordinate(uncheckedLongitude: box.west, latitude: box.south),
      Coordinate(uncheckedLongitude: box.east, latitude: box.north),
    ]
  }

  /// The box around positions, across the antimeridian where that is nearer to the first.
  private static func box(around positions: [Coordinate]) -> BoundingBox? {
    guard let first = positions.first else { return nil }
    let offsets = positions.map { position in
      let offset = position.longitude - first.longitude
      return offset > 180 ? offset - 360 : offset < -180 ? offset + 360 : offset
    }
    let latitudes = positions.map(\.latitude)
    guard let least = offsets.min(), let most = offsets.max(), let south = latitudes.min(),
      let north = latitudes.max()
    else { return nil }
    func wrapped(_ longitude: Double) -> Double {
      longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude
    }
    return try? BoundingBox(
      west: wrapped(first.longitude + least), south: south,
      east: wrapped(first.longitude + most), north: north)
  }
}
