/// What was done to lines so that they hang together.
public struct NodingReport: Hashable, Sendable {
  /// Within how many metres ends are joined.
  public var tolerance: Double
  /// How many ends have another line's end within 0.5, 2 and 5 metres, and not at the same place.
  public var nearEnds: [Int] = [0, 0, 0]
  /// Ends that were joined though they were apart.
  public var joinedEnds = 0
  /// Lines that were cut where another one ends beside them.
  public var cutAtEnds = 0
  /// Crossings that became junctions.
  public var crossings = 0
  /// Crossings that did not, for a bridge, a tunnel, another level or a motorway.
  public var keptCrossings = 0
  /// Lines that were there already.
  public var duplicates = 0
  /// Loose ends shorter than the tolerance.
  public var stubs = 0
  /// Lines of which neither a class nor a speed is known.
  public var unclassed = 0

  /// Nothing was done yet.
  public init(tolerance: Double) { self.tolerance = tolerance }

  /// The distances of ``nearEnds``, in metres.
  public static let distances = [0.5, 2.0, 5.0]
}
