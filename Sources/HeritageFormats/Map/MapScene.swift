public import Geodesy
public import HeritageRegistry
public import Hours

/// What a map shows, as values: the county, its rivers and townships, and the relics.
public struct MapScene: Sendable {
  /// How much of what an authority has registered a register knows.
  public struct Coverage: Hashable, Sendable {
    /// How many relics an authority has registered.
    public var registered: Int
    /// How many of them the register knows by name.
    public var known: Int

    /// Makes a coverage.
    public init(registered: Int, known: Int) {
      self.registered = registered
      self.known = known
    }
  }

  /// What stands above the map: the county's name, or a title of its own.
  public var title: String
  /// The county's name, where the title is another.
  public var county: String?
  /// What narrows the relics that are shown, a clause each; see ``MapConditions``.
  public var conditions: [String] = []
  /// The date on which the register was read.
  public var date: CivilDate?
  /// How much of what is registered the register knows; nil where nobody states a number.
  public var coverage: Coverage?
  /// Who is to be named where the data are shown.
  public var credits: String?
  /// Who reads: a map for staff says so, because it may hold positions that are not public.
  public var audience: Audience
  /// What lies under the relics.
  public var ground: MapGround
  /// What was asked for by its place.
  public var shapes: [MapShape] = []
  /// The relics; those without a position are counted and not drawn.
  public var sites: [Site]
  /// Where more relics lie than a map can show one by one: they are drawn as counts by the cells of a grid.
  public var spread: RelicSpread?
  /// What to show; the county's outline and all relics when nil.
  public var extent: BoundingBox?

  /// Makes a scene.
  public init(
    title: String, county: String? = nil, date: CivilDate? = nil, coverage: Coverage? = nil,
    credits: String? = nil, audience: Audience = .public,
    ground: MapGround = MapGround(), sites: [Site] = [], extent: BoundingBox? = nil
  ) {
    self.title = title
    self.county = county
    self.date = date
    self.coverage = coverage
    self.credits = credits
    self.audience = audience
    self.ground = ground
    self.sites = sites
    self.extent = extent
  }

  /// The box that the map shows: ``extent``, else a box that holds the county's outline and the circle
  /// of every relic; nil where there is neither.
  public var shownExtent: BoundingBox? {
    if let extent { return extent }
    let county = ground.outlines.filter { $0.kind == .county }.flatMap {
      Self.corners($0.area.boundingBox)
    }
    return Self.box(
      around: county + Self.corners(of: sites) + (spread?.positions ?? []))
  }

  /// The box that holds what was asked for, the circles of relics and the seats of townships, instead of
  /// the whole county; nil where there is none of them.
  public static func extent(
    around shapes: [MapShape], sites: [Site] = [], townships: [Township] = []
  ) -> BoundingBox? {
    let seats = townships.compactMap { township in
      township.seat.map { BoundingBox(around: $0, radius: township.seatAccuracy ?? .metres(500)) }
    }
    return box(
      around: (shapes.flatMap(\.boxes) + seats).flatMap(corners) + corners(of: sites))
  }

  /// The corners of the boxes around the circles of relics.
  private static func corners(of sites: [Site]) -> [Coordinate] {
    sites.compactMap(\.position).flatMap { position in
      // A relic by itself has some surroundings.
      corners(
        BoundingBox(around: position.coordinate, radius: position.accuracy ?? .metres(500)))
    }
  }

  private static func corners(_ box: BoundingBox) -> [Coordinate] {
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
