/// Travel that a table gives, each way on its own.
public struct MatrixTravel: TravelModel, Hashable {
  private struct Pair: Hashable {
    var from: String
    var to: String
  }

  private struct Way: Hashable {
    var seconds: Int32
    var metres: Int32?
  }

  /// What the table is called.
  public let name: String
  private var ways: [Pair: Way] = [:]
  private var places: Set<String> = []

  /// A table without ways.
  public init(name: String) { self.name = name }

  /// Adds the way from one place to another; false where the table has it already, and keeps the first.
  ///
  /// - Parameters:
  ///   - from: The place where the way begins, by its id.
  ///   - to: The place where it ends.
  ///   - seconds: How long it takes.
  ///   - metres: The length; nil where it is not known.
  public mutating func add(from: String, to: String, seconds: Int32, metres: Int32?) -> Bool {
    places.formUnion([from, to])
    let pair = Pair(from: from, to: to)
    guard ways[pair] == nil else { return false }
    ways[pair] = Way(seconds: seconds, metres: metres)
    return true
  }

  /// Notes a place to and from which there may be no way at all.
  public mutating func note(_ place: String) { places.insert(place) }

  /// That the travel is the table's.
  public var assumption: TravelAssumption { .table(name: name) }

  /// What a metre takes by car: a table does not say how people travel.
  public var secondsPerMetre: Double { TravelMode.drive.secondsPerMetre }

  /// The travel between all places; a pair that the table has not has no way.
  ///
  /// - Throws: ``TravelError/unknownPlace(_:)``.
  public func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    var (seconds, metres): ([Int32], [Int32]) = ([], [])
    let hasMetres = ways.values.allSatisfy { $0.metres != nil }
    for place in places where !self.places.contains(place.id) {
      throw TravelError.unknownPlace(place.id)
    }
    for from in places {
      for to in places {
        let own = from.id == to.id ? Way(seconds: 0, metres: 0) : nil
        let way = own ?? ways[Pair(from: from.id, to: to.id)]
        seconds.append(way?.seconds ?? TravelMatrix.noWay)
        metres.append(way?.metres ?? 0)
      }
    }
    return try TravelMatrix(
      count: places.count, seconds: seconds, metres: hasMetres ? metres : nil)
  }
}
