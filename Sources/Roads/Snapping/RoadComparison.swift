public import Geodesy
import TourPlanner

/// How well the roads of a file lie on those of another: as they are, and moved as web maps of China move theirs.
///
/// A file of GCJ-02 that is taken for WGS 84 has every road some 500 m off, and nothing in it shows that; beside
/// another file it does. Cost: some microseconds for each of ``mostPoints`` points and each shift.
public struct RoadComparison: Hashable, Sendable {
  /// The most points that are compared.
  public static let mostPoints = 2000
  /// The fewest that say something.
  public static let leastPoints = 20
  /// Within this distance a point lies on a road of the other file.
  public static let near = Length.metres(15)

  /// How many points were compared: middles of roads that lie in the box of the other file.
  public let points: Int
  /// The share of them that lie on a road of the other file as they are.
  public let share: Double
  /// The shift by which the two files differ; nil where they lie best as they are.
  public let shift: Shift?

  /// A shift of all positions of one of the files.
  public struct Shift: Hashable, Sendable {
    /// The datum that one of the files has, and the other has not.
    public let datum: ChineseDatum
    /// Whether it is the other file.
    public let isOther: Bool
    /// The share of the points that lie on a road once they are moved.
    public let share: Double
    /// How far that is, in the middle.
    public let length: Length
  }

  /// Compares the roads of a file with those of another.
  ///
  /// - Throws: ``RoadFileError`` where a part of the other file is damaged.
  public init(_ graph: RoadGraph, with other: RoadGraph) throws(RoadFileError) {
    guard let mode = other.modes.last else {
      (points, share, shift) = (0, 0, nil)
      return
    }
    let roads = try ModeRoads(other, by: mode)
    let places = Self.middles(of: graph).filter(other.holds)
    func shareNear(_ move: (Coordinate) -> Coordinate) -> Double {
      let count = places.count { roads.snap(move($0), within: Self.near) != nil }
      return places.isEmpty ? 0 : Double(count) / Double(places.count)
    }
    let plain = shareNear { $0 }
    var best: Shift?
    if places.count >= Self.leastPoints {
      for datum in ChineseDatum.allCases {
        for isOther in [false, true] {
          let found = shareNear { isOther ? datum.shifted($0) : datum.restored($0) }
          guard found > best?.share ?? max(0.5, 2 * plain) else { continue }
          let middle = places[places.count / 2]
          best = Shift(
            datum: datum, isOther: isOther, share: found,
            length: Geodesic.distance(middle, datum.shifted(middle)))
        }
      }
    }
    (points, self.share, shift) = (places.count, plain, best)
  }

  /// The middles of roads, evenly from the whole file.
  private static func middles(of graph: RoadGraph) -> [Coordinate] {
    let step = max(graph.edgeCount / mostPoints, 1)
    return stride(from: 0, to: graph.edgeCount, by: step).compactMap { edge in
      guard !graph.kind(of: edge).contains(.link) else { return nil }
      let line = graph.line(of: edge)
      let (a, b) = (line[(line.count - 1) / 2], line[(line.count - 1) / 2 + 1])
      return RoadPoint(
        longitude: a.longitude + (b.longitude - a.longitude) / 2,
        latitude: a.latitude + (b.latitude - a.latitude) / 2
      ).coordinate
    }
  }
}

extension RoadGraph {
  /// Whether a position lies in the box around the roads.
  fileprivate func holds(_ position: Coordinate) -> Bool {
    let box = box
    return (box.south...box.north).contains(position.latitude)
      && (box.west...box.east).contains(position.longitude)
  }
}
