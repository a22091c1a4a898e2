import Geodesy
import HeritageTestSupport

extension Coordinate {
  /// A position, longitude first, as short as a table of examples needs it.
  static func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(uncheckedLongitude: longitude, latitude: latitude)
  }

  static let chengtoushan = Coordinate.at(111.65556, 29.69167)
  static let pengtoushan = Coordinate.at(111.68, 29.68)
}

extension SeededGenerator {
  /// A position of the box, the whole globe unless told.
  mutating func position(
    longitude: ClosedRange<Double> = -180...180, latitude: ClosedRange<Double> = -90...90
  ) -> Coordinate {
    .at(number(in: longitude), number(in: latitude))
  }

  /// A position anywhere; one in three close to a pole, one in three close to the antimeridian.
  mutating func awkwardPosition() -> Coordinate {
    switch next() % 3 {
    case 0:
      let pole = 90 - number(in: 0...0.2)
      return .at(number(in: -180...180), next() % 2 == 0 ? pole : -pole)
    case 1:
      let meridian = 180 - number(in: 0...0.2)
      return .at(next() % 2 == 0 ? meridian : -meridian, number(in: -90...90))
    default: return position()
    }
  }

  /// A place within `distance` of `centre`: half of the time exactly at that distance.
  mutating func position(within distance: Length, of centre: Coordinate) -> Coordinate {
    let share = next() % 2 == 0 ? 1 : number(in: 0...1)
    return Geodesic.position(
      from: centre, bearing: number(in: 0...360), distance: .metres(distance.metres * share))
  }
}
