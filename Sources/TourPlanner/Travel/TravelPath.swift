public import Geodesy

/// The line along which one goes from a place to another, and how much of its ends one walks.
public struct TravelPath: Hashable, Sendable {
  /// The line, from the place to the other.
  public var line: LineString
  /// What is walked of it.
  public var walks: RoadWalks
  /// What of it is no plain road.
  public var surfaces: RoadSurfaces

  /// A line, and what is walked of it.
  public init(
    _ line: LineString, walks: RoadWalks = .none, surfaces: RoadSurfaces = RoadSurfaces()
  ) {
    (self.line, self.walks, self.surfaces) = (line, walks, surfaces)
  }
}

/// How much of a way is no plain road.
public struct RoadSurfaces: Hashable, Sendable {
  /// The metres on tracks.
  public var trackMetres = 0
  /// The metres on ferries.
  public var ferryMetres = 0

  /// Plain roads alone.
  public init(trackMetres: Int = 0, ferryMetres: Int = 0) {
    (self.trackMetres, self.ferryMetres) = (trackMetres, ferryMetres)
  }
}

/// The walks at the ends of a way: from a place to its road, and from a road to a place.
///
/// The first piece of the line of a way is the one, its last piece the other.
public struct RoadWalks: Hashable, Sendable {
  /// How far the first place lies from its road, or from the other place where all of the way is walked.
  public var from: Length
  /// How far the last place lies from its road; 0 where all of the way is walked.
  public var to: Length

  /// Walks of these lengths.
  public init(from: Length, to: Length) { (self.from, self.to) = (from, to) }

  /// No walk, or none that is known.
  public static let none = RoadWalks(from: .metres(0), to: .metres(0))
}
