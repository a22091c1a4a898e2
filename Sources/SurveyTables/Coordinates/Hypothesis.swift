import Foundation
public import Geodesy

extension PostMortem {
  /// What may have gone wrong with the coordinates of a table.
  public enum Hypothesis: Hashable, Sendable {
    /// Longitude and latitude, or northing and easting, stand in each other's columns.
    case swapped
    /// The numbers are of another datum than the one declared.
    case datum(Datum)
    /// The metres are of the zone so many to the east.
    case zone(Int)
    /// 111.3920 is written for 111°39′20″.
    case minutesAndSeconds
    /// 111.39 is written for 111°39′.
    case minutes
    /// A sign or a half of the globe is wrong.
    case sign

    /// All hypotheses, in the order in which they are tried.
    public static let all: [Hypothesis] = [
      .swapped, .datum(.wgs84), .datum(.shifted(.gcj02)), .datum(.shifted(.bd09)), .zone(-1),
      .zone(1), .minutesAndSeconds, .minutes, .sign,
    ]

    /// The condition as a clause: `longitude and latitude are swapped`.
    func clause(for datum: Datum) -> String {
      switch self {
      case .swapped:
        if case .gaussKruger = datum {
          "northing and easting are swapped"
        } else {
          "longitude and latitude are swapped"
        }
      case .datum(let datum): "the numbers are \(Self.name(datum))"
      case .zone(let step):
        if case .gaussKruger(let projection) = datum {
          "the numbers are of zone \(projection.zone + step)"
        } else {
          "the zone is another"
        }
      case .minutesAndSeconds: "111.3920 is written for 111°39′20″"
      case .minutes: "111.39 is written for 111°39′"
      case .sign: "a sign or a half of the globe is wrong"
      }
    }

    /// What a person can do if it holds.
    func advice(for datum: Datum) -> String {
      switch self {
      case .swapped: "exchange the two columns, or their headers"
      case .datum(let datum): "if so, declare --datum \(datum.code)"
      case .zone(let step):
        if case .gaussKruger(let projection) = datum {
          "if so, declare --datum gk3:\(projection.zone + step)"
        } else {
          "if so, declare the zone"
        }
      case .minutesAndSeconds, .minutes: "if so, write 111°39′20″ with its marks"
      case .sign: "if so, correct the sign, or write E and N"
      }
    }

    private static func name(_ datum: Datum) -> String {
      switch datum {
      case .wgs84, .cgcs2000: "WGS 84 and not shifted"
      case .shifted(.gcj02): "GCJ-02"
      case .shifted(.bd09): "BD-09"
      case .gaussKruger: datum.code
      }
    }

    /// Where a point lies if the hypothesis holds; nil where it does not apply.
    func coordinate(of point: Point) -> Coordinate? {
      switch self {
      case .swapped: return swapped(point)
      case .datum(let other):
        guard !Self.same(other, point.datum), Self.isDegrees(point.datum) else { return nil }
        return try? point.texts.read(in: other).wgs84
      case .zone(let step):
        guard case .gaussKruger(let projection) = point.datum,
          let next = try? GaussKruger(zone: projection.zone + step)
        else { return nil }
        return inZone(next, point)
      case .minutesAndSeconds, .minutes: return sexagesimal(point)
      case .sign:
        guard Self.isDegrees(point.datum) else { return nil }
        return signed(point)
      }
    }

    private func swapped(_ point: Point) -> Coordinate? {
      if let texts = point.texts.swapped, let read = try? texts.read(in: point.datum) {
        // Values whose size tells them apart are read the same either way.
        return read.wgs84 == point.coordinate ? nil : read.wgs84
      }
      guard let coordinate = point.coordinate else { return nil }
      return try? Coordinate(longitude: coordinate.latitude, latitude: coordinate.longitude)
    }

    /// The metres in another zone, whatever zone stands before the easting.
    private func inZone(_ zone: GaussKruger, _ point: Point) -> Coordinate? {
      if let read = try? point.texts.read(in: .gaussKruger(zone)) { return read.wgs84 }
      guard let own = try? point.texts.read(in: point.datum), case .grid(let grid) = own.position
      else { return nil }
      return try? zone.position(northing: grid.northing, easting: grid.easting).geographic
    }

    private func sexagesimal(_ point: Point) -> Coordinate? {
      guard Self.isDegrees(point.datum), let texts = point.texts.decimals else { return nil }
      guard let longitude = degrees(texts.longitude), let latitude = degrees(texts.latitude),
        let coordinate = try? Coordinate(longitude: longitude, latitude: latitude)
      else { return nil }
      return point.datum.wgs84(.degrees(coordinate))
    }

    /// The degrees that digits after the point mean as minutes, or as minutes and seconds.
    private func degrees(_ text: String) -> Double? {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let whole = Double(parts[0]), whole >= 0,
        parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), !parts[1].isEmpty
      else { return nil }
      let digits = String(parts[1]).padding(
        toLength: max(4, parts[1].count), withPad: "0", startingAt: 0)
      guard let minutes = Double(digits.prefix(2)), minutes < 60 else { return nil }
      if self == .minutes {
        guard let all = Double("0." + digits.dropFirst(2)) else { return nil }
        return whole + (minutes + all) / 60
      }
      // Two digits alone are minutes alone.
      guard parts[1].count >= 3, let seconds = Double(digits.dropFirst(2).prefix(2)),
        let rest = Double("0." + digits.dropFirst(4) + "0"), seconds < 60
      else { return nil }
      return whole + minutes / 60 + (seconds + rest) / 3600
    }

    private func signed(_ point: Point) -> Coordinate? {
      guard let coordinate = point.coordinate,
        coordinate.longitude < 0 || coordinate.latitude < 0
      else { return nil }
      return Coordinate(
        uncheckedLongitude: abs(coordinate.longitude), latitude: abs(coordinate.latitude))
    }

    private static func isDegrees(_ datum: Datum) -> Bool {
      if case .gaussKruger = datum { false } else { true }
    }

    /// WGS 84 and CGCS2000 are the same numbers here.
    private static func same(_ a: Datum, _ b: Datum) -> Bool {
      func plain(_ datum: Datum) -> Datum { datum == .cgcs2000 ? .wgs84 : datum }
      return plain(a) == plain(b)
    }
  }
}
