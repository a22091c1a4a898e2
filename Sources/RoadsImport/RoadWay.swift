public import Boundaries
import Geodesy
import Roads
import TourPlanner

/// A way as a map has it: a line of corners, of which some are shared with other ways.
struct RoadWay {
  /// The corners, by their numbers in a ``CornerTable``.
  var corners: [UInt32]
  /// How each mode uses it, in the order of the profiles.
  var uses: [RoadProfile.Use]
  /// What kind of road it is.
  var kind: RoadEdge.Kind
}

/// The corners of all ways, and what stands at them.
struct CornerTable {
  /// Where they are.
  var points: [RoadPoint] = []
  /// The barriers: of a corner what each mode meets there, in the order of the profiles.
  var barriers: [UInt32: [RoadProfile.Barrier]] = [:]
}

/// What was read of a file, and what was not.
public struct RoadReading: Hashable, Sendable {
  /// The name of the file.
  public var file: String
  /// The ways or lines of the file.
  public var ways = 0
  /// Those of them that some mode uses.
  public var used = 0
  /// Corners that the file names and does not have: those beyond the border of an extract.
  public var missingCorners = 0
  /// Ways that lie outside the area of which roads are wanted.
  public var outside = 0
  /// The datum in which a layer was read, and who says so; nil for OpenStreetMap, which is WGS 84.
  public var datum: DecidedDatum?
  /// Ways of fewer than two corners.
  public var emptyWays = 0
  /// The day of the newest of its data, as `2026-10-01`; nil where it says none.
  public var date: String?
  /// Whether the file is of OpenStreetMap.
  public var isOpenStreetMap = false
  /// What noding did; nil for files whose ways share their corners.
  public var noding: NodingReport?

  /// The fields of a layer that were read, and what each was taken to say.
  public var fields: [Field] = []
  /// All fields of a layer.
  public var allFields: [String] = []

  /// A field, and what it says: `class`, `speed`, `oneway` or `level`.
  public struct Field: Hashable, Sendable {
    /// What it says.
    public let role: String
    /// Its name as the file has it, which a shapefile may have cut.
    public let name: String
  }

  /// Nothing was read yet.
  public init(file: String) { self.file = file }
}
