public import Words

/// How long and how far it is from each place to each other.
///
/// Entries are whole seconds and whole metres; the way there need not be as long as the way back, and
/// there may be none.
public struct TravelMatrix: Hashable, Sendable {
  /// How many places there are.
  public let count: Int
  /// The seconds from place `i` to place `j` at `i * count + j`; 0 from a place to itself.
  public let seconds: [Int32]
  /// The metres, in the same order; nil where no length is known.
  public let metres: [Int32]?

  /// How far each place lies from the nearest road, in metres, where the travel begins and ends on roads
  /// that it has to look for; nil where it does not, or does not say.
  public let offRoad: [Int]?

  /// Why a place cannot be reached, for each place; nil where the travel does not say.
  public let problems: [TravelProblem?]?

  /// The seconds of a way that there is not: more than any day has.
  public static let noWay = Int32(TourProblem.range.upperBound)

  /// A matrix of `count` × `count` entries.
  ///
  /// - Throws: ``TravelMatrixError`` when there are fewer or more entries, or one is negative.
  public init(
    count: Int, seconds: [Int32], metres: [Int32]?, offRoad: [Int]? = nil,
    problems: [TravelProblem?]? = nil
  ) throws(TravelMatrixError) {
    for entries in [seconds, metres].compactMap({ $0 }) {
      guard entries.count == count * count else {
        throw .wrongSize(places: count, entries: entries.count)
      }
      if let index = entries.firstIndex(where: { $0 < 0 }) {
        throw .negative(from: index / count, to: index % count)
      }
    }
    self.count = count
    self.seconds = seconds
    self.metres = metres
    self.offRoad = offRoad
    self.problems = problems
  }

  /// Whether there is a way from one place to another.
  public func hasWay(from: Int, to: Int) -> Bool { seconds[from * count + to] < Self.noWay }

  /// The seconds from one place to another.
  public func seconds(from: Int, to: Int) -> Int { Int(seconds[from * count + to]) }

  /// The metres from one place to another; nil where no length is known.
  public func metres(from: Int, to: Int) -> Int? { metres.map { Int($0[from * count + to]) } }
}

/// Why there is no way to a place, or from it.
public enum TravelProblem: Hashable, Sendable, Codable {
  /// The nearest road is so many metres away, more than one may walk.
  case farFromRoad(metres: Int)
  /// The road beside the place does not hang together with the others.
  case island
  /// There are no roads at all.
  case noRoads

  /// From how many metres on a road is taken for one of another area.
  public static let otherArea = 20_000

  /// The reason, as a clause.
  public var sentence: Sentence {
    switch self {
    case .farFromRoad(let metres) where metres >= Self.otherArea:
      Sentence("why.cutOffElsewhere", ["km": (metres + 500) / 1000])
    case .farFromRoad(let metres): Sentence("why.cutOffFar", ["metres": metres])
    case .island: Sentence("why.cutOffIsland")
    case .noRoads: Sentence("why.cutOffNoRoads")
    }
  }
}

/// Why numbers are no travel matrix.
public enum TravelMatrixError: Cause, Hashable, Sendable {
  /// The number of entries is not the square of the number of places.
  case wrongSize(places: Int, entries: Int)
  /// The entry between two places, counted from 0, is negative.
  case negative(from: Int, to: Int)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .wrongSize(let places, let entries):
      Sentence(
        "travel.wrongSize", ["places": places, "places2": places * places, "entries": entries])
    case .negative(let from, let to): Sentence("travel.negative", ["from": from, "to": to])
    }
  }
}
