public import Geodesy
public import Words

/// A place of a tour: a stop, or a start or end of a day.
public struct TravelPlace: Hashable, Sendable {
  /// The code of the place, unique among those asked about.
  public var id: String
  /// The position; nil when a model goes by the code alone.
  public var position: Coordinate?
  /// How far the true position may lie from this one; nil when it is exact or not known.
  public var accuracy: Length?

  /// A place with a code.
  public init(id: String, position: Coordinate? = nil, accuracy: Length? = nil) {
    self.id = id
    self.position = position
    self.accuracy = accuracy
  }
}

/// Says how long and how far it is between places.
public protocol TravelModel: Sendable {
  /// What the answers take for granted, which every plan shows.
  var assumption: TravelAssumption { get }
  /// The seconds that a metre of geodesic takes, roughly, for a first choice among many places.
  var secondsPerMetre: Double { get }
  /// The travel from each place to each other.
  ///
  /// - Throws: ``TravelError`` when a place or pair is not known.
  func matrix(of places: [TravelPlace]) throws -> TravelMatrix
  /// The line along which one goes from a place to another; nil where the model knows none, and a
  /// straight geodesic has to stand for it.
  ///
  /// - Throws: What ``matrix(of:)`` throws.
  func path(from: TravelPlace, to: TravelPlace) throws -> TravelPath?
}

extension TravelModel {
  /// No line is known.
  ///
  /// - Throws: Nothing; a model that knows lines may.
  public func path(from: TravelPlace, to: TravelPlace) throws -> TravelPath? { nil }
}

/// Why a travel model has no answer.
public enum TravelError: Cause, Hashable, Sendable {
  /// A place has no position, and the model needs one.
  case noPosition(place: String)
  /// The table names no way from one place to another.
  case noWay(from: String, to: String)
  /// No road leads to a place, or from it.
  case cutOff(place: String, TravelProblem)
  /// No place lies near a road of the data, of so many; how far the nearest road is, in metres.
  case elsewhere(places: Int, metres: Int)
  /// A place is not in the table.
  case unknownPlace(String)
  /// A speed or a detour factor is no positive number.
  case badParameter(name: String, value: Double)
  /// A way is longer than a plan can hold.
  case tooLong(from: String, to: String)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .noPosition(let place): Sentence("travel.noPosition", ["place": place])
    case .noWay(let from, let to): Sentence("travel.noWay", ["from": from, "to": to])
    case .cutOff(let place, let problem):
      Sentence("travel.cutOff", ["place": place, "reason": problem.sentence])
    case .elsewhere(let places, let metres):
      Sentence("travel.elsewhere", ["count": places, "km": (metres + 500) / 1000])
    case .unknownPlace(let place): Sentence("travel.unknownPlace", ["place": place])
    case .badParameter(let name, let value):
      Sentence("travel.badParameter", ["name": name, "value": value])
    case .tooLong(let from, let to): Sentence("travel.tooLong", ["from": from, "to": to])
    }
  }
}
