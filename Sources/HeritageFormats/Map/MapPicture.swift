public import Hours

/// A map that is drawn: its SVG, and what a file of another format says of it.
public struct MapPicture: Hashable, Sendable {
  /// The title of the map.
  public let title: String
  /// The date that it states.
  public let date: CivilDate?
  /// The width in pixels.
  public let width: Double
  /// The height in pixels.
  public let height: Double
  /// The picture as SVG.
  public let svg: String
}
