import Foundation
public import Geodesy
import HeritageRegistry
import Words

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
    func clause(for datum: Datum) -> Sentence {
      switch self {
      case .swapped:
        if case .gaussKruger = datum {
          Sentence("survey.swappedMetres")
        } else {
          Sentence("survey.swappedDegrees")
        }
      case .datum(let datum): Sentence("survey.numbersOfDatum", ["datum": Self.name(datum)])
      case .zone(let step):
        if case .gaussKruger(let projection) = datum {
          Sentence("survey.numbersOfZone", ["step": projection.zone + step])
        } else {
          Sentence("survey.anotherZone")
        }
      case .minutesAndSeconds: Sentence("survey.minutesAndSeconds")
      case .minutes: Sentence("survey.minutes")
      case .sign: Sentence("survey.wrongSign")
      }
    }

    /// The fault of a table for which it holds, with what a person can do.
    func fault(_ rule: Sentence, for datum: Datum) -> ValueFault {
      switch self {
      case .datum(let datum): return ValueFault(rule, remedy: .declareDatumIfSo(datum.code))
      case .zone(let step):
        guard case .gaussKruger(let projection) = datum, let next = projection.neighbour(step)
        else {
          break
        }
        return ValueFault(rule, remedy: .declareDatumIfSo(Datum.gaussKruger(next).code))
      default: break
      }
      return ValueFault(rule, suggestion: suggestion)
    }

    /// The fault of one row for which it holds, with what the row would say.
    func fault(_ rule: Sentence, of point: Point) -> ValueFault {
      guard self == .swapped, let (first, second) = point.texts.exchanged else {
        return ValueFault(rule, suggestion: Sentence("survey.correctRow"))
      }
      return ValueFault(
        rule, suggestion: Sentence("survey.writeExchanged", ["first": first, "second": second]))
    }

    private var suggestion: Sentence? {
      switch self {
      case .swapped: Sentence("survey.exchangeColumns")
      case .datum: nil
      case .zone: Sentence("survey.declareZone")
      case .minutesAndSeconds, .minutes: Sentence("survey.writeMarks")
      case .sign: Sentence("survey.correctSign")
      }
    }

    private static func name(_ datum: Datum) -> Sentence.Value {
      switch datum {
      case .wgs84, .cgcs2000: .either(zh: "没有加偏的 WGS 84", en: "WGS 84 and not shifted")
      case .shifted(.gcj02): .text("GCJ-02")
      case .shifted(.bd09): .text("BD-09")
      case .gaussKruger: .text(datum.code)
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
          let next = projection.neighbour(step)
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

extension GaussKruger {
  /// The zone of the same width so many to the east.
  fileprivate func neighbour(_ step: Int) -> GaussKruger? {
    try? GaussKruger(zone: zone + step, width: width)
  }
}
