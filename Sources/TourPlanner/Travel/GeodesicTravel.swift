public import Geodesy

/// How people travel.
public enum TravelMode: String, Hashable, Sendable, CaseIterable, Codable {
  /// By car.
  case drive
  /// By bicycle.
  case cycle
  /// On foot.
  case walk

  /// The speed that is assumed, in kilometres per hour: 40, 14, 4.5.
  ///
  /// Assumptions for country roads, not measurements.
  public var kilometresPerHour: Double {
    switch self {
    case .drive: 40
    case .cycle: 14
    case .walk: 4.5
    }
  }

  /// The seconds that a metre of geodesic takes, at the speed and with the detour that are assumed.
  public var secondsPerMetre: Double { detour / (kilometresPerHour / 3.6) }

  /// How much longer the way is assumed to be than the geodesic: 1.4, 1.35, 1.3.
  public var detour: Double {
    switch self {
    case .drive: 1.4
    case .cycle: 1.35
    case .walk: 1.3
    }
  }
}

/// Travel along the geodesic, made longer by a factor, at one speed.
///
/// Two places that share one approximate point are not 0 m apart: the way between them is the mean
/// distance of two points drawn from a disc of the larger accuracy, 128/(45π) ≈ 0.905 of its radius
/// (Solomon, *Geometric Probability*, SIAM 1978, ch. 2), with the factor.
public struct GeodesicTravel: TravelModel, Hashable {
  /// How people travel.
  public let mode: TravelMode
  /// The speed, in kilometres per hour.
  public let kilometresPerHour: Double
  /// The length of the way for a geodesic of 1.
  public let detour: Double

  /// The mean distance of two points of a disc, for a radius of 1.
  static let meanDistanceInDisc = 128 / (45 * Double.pi)

  /// Travel with the speed and factor of a mode, or with others.
  ///
  /// - Throws: ``TravelError/badParameter(name:value:)``.
  public init(
    mode: TravelMode, kilometresPerHour: Double? = nil, detour: Double? = nil
  ) throws(TravelError) {
    self.mode = mode
    self.kilometresPerHour = kilometresPerHour ?? mode.kilometresPerHour
    self.detour = detour ?? mode.detour
    guard self.kilometresPerHour > 0, self.kilometresPerHour.isFinite else {
      throw .badParameter(name: "the speed", value: self.kilometresPerHour)
    }
    guard self.detour > 0, self.detour.isFinite else {
      throw .badParameter(name: "the detour factor", value: self.detour)
    }
  }

  /// The factor and speed.
  public var assumption: TravelAssumption {
    .geodesics(mode: mode, kilometresPerHour: kilometresPerHour, detour: detour)
  }

  /// The seconds that a metre of geodesic takes.
  public var secondsPerMetre: Double { detour / (kilometresPerHour / 3.6) }

  /// The travel between all places, rounded up to whole seconds and metres; n(n − 1)/2 geodesics.
  ///
  /// - Throws: ``TravelError/noPosition(place:)``, ``TravelError/tooLong(from:to:)``.
  public func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    let count = places.count
    var seconds = [Int32](repeating: 0, count: count * count)
    var metres = seconds
    for (i, from) in places.enumerated() {
      guard let start = from.position else { throw TravelError.noPosition(place: from.id) }
      for (j, to) in places.enumerated().dropFirst(i + 1) {
        guard let end = to.position else { throw TravelError.noPosition(place: to.id) }
        let way = length(start, end, accuracy: max(from.accuracy, to.accuracy)).metres
        let time = way / (kilometresPerHour / 3.6)
        guard way < 1e8, time < 1e8 else { throw TravelError.tooLong(from: from.id, to: to.id) }
        metres[i * count + j] = Int32(way.rounded(.up))
        seconds[i * count + j] = Int32(time.rounded(.up))
        metres[j * count + i] = metres[i * count + j]
        seconds[j * count + i] = seconds[i * count + j]
      }
    }
    return try TravelMatrix(count: count, seconds: seconds, metres: metres)
  }

  /// The way between two positions, the larger accuracy of which is given.
  public func length(_ start: Coordinate, _ end: Coordinate, accuracy: Length?) -> Length {
    let isShared = start == end
    let distance =
      isShared
      ? (accuracy?.metres ?? 0) * GeodesicTravel.meanDistanceInDisc
      : Geodesic.distance(start, end).metres
    return .metres(distance * detour)
  }

  private func max(_ a: Length?, _ b: Length?) -> Length? {
    [a, b].compactMap { $0 }.max()
  }
}
