public import TourPlanner

/// Roads as they are put together before they become a file: junctions, and what leads between them.
public struct RoadNetwork: Sendable {
  /// The junctions.
  public var nodes: [RoadPoint]
  /// The roads between them.
  public var edges: [RoadEdge]

  /// A network of junctions and roads.
  public init(nodes: [RoadPoint] = [], edges: [RoadEdge] = []) {
    (self.nodes, self.edges) = (nodes, edges)
  }
}

/// A piece of road between two junctions.
public struct RoadEdge: Hashable, Sendable {
  /// The junction where its line begins, by its number.
  public var from: UInt32
  /// The junction where its line ends.
  public var to: UInt32
  /// The corners of the line between the two.
  public var bends: [RoadPoint]
  /// The length, in decimetres.
  public var decimetres: UInt32
  /// What kind of road it is.
  public var kind: Kind
  /// By car.
  public var drive = Passage.closed
  /// By bicycle.
  public var cycle = Passage.closed
  /// On foot.
  public var walk = Passage.closed

  /// What kind of road it is, as far as a plan says it.
  public struct Kind: OptionSet, Hashable, Sendable {
    /// The bits of a file.
    public let rawValue: UInt8
    /// A kind by the bits of a file.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// No road but a barrier, or the border of a private area: it has no length, and nobody stops there.
    public static let link = Kind(rawValue: 1)
    /// A farm or forest track.
    public static let track = Kind(rawValue: 2)
    /// A ferry.
    public static let ferry = Kind(rawValue: 4)
  }

  /// How long a way takes in both directions, in tenths of a second; ``RoadCost/closed`` where it is shut.
  public struct Passage: Hashable, Sendable {
    /// Along the line.
    public var forward: UInt32
    /// Against it.
    public var backward: UInt32
    /// Shut in both directions.
    public static let closed = Passage(forward: RoadCost.closed, backward: RoadCost.closed)

    /// The times of both directions.
    public init(forward: UInt32, backward: UInt32) {
      (self.forward, self.backward) = (forward, backward)
    }

    /// Whether a direction is open.
    public var isOpen: Bool { forward != RoadCost.closed || backward != RoadCost.closed }
  }

  /// A road that is shut for everybody.
  public init(
    from: UInt32, to: UInt32, bends: [RoadPoint] = [], decimetres: UInt32, kind: Kind = []
  ) {
    (self.from, self.to, self.bends) = (from, to, bends)
    (self.decimetres, self.kind) = (decimetres, kind)
  }

  /// How long it takes by a mode.
  public subscript(mode: TravelMode) -> Passage {
    get {
      switch mode {
      case .drive: drive
      case .cycle: cycle
      case .walk: walk
      }
    }
    set {
      switch mode {
      case .drive: drive = newValue
      case .cycle: cycle = newValue
      case .walk: walk = newValue
      }
    }
  }
}

extension TravelMode {
  /// The number of the mode in a file of roads, from 1.
  var number: UInt32 {
    switch self {
    case .drive: 1
    case .cycle: 2
    case .walk: 3
    }
  }
}
