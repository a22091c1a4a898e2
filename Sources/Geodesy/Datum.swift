public import Words

/// The reference system of a coordinate.
///
/// ```swift
/// try Datum("gk3:37")  // .gaussKruger(zone 37)
/// ```
public enum Datum: Hashable, Sendable {
  /// WGS 84 (EPSG:4326), in degrees; what the register stores.
  case wgs84
  /// CGCS2000 (EPSG:4490), in degrees.
  ///
  /// Its ellipsoid differs from that of WGS 84 by a tenth of a millimetre and its frame by
  /// centimetres to decimetres, which no static formula removes: the numbers are taken as equal, as
  /// EPSG's transformation with no shift does.
  case cgcs2000
  /// A shifted system of web maps, in degrees.
  case shifted(ChineseDatum)
  /// A zone of CGCS2000, of 3 or of 6 degrees, in metres.
  case gaussKruger(GaussKruger)

  /// A position in a datum, as its numbers are written.
  public enum Position: Hashable, Sendable {
    /// Degrees.
    case degrees(Coordinate)
    /// Metres.
    case grid(GridPosition)
  }

  /// Reads `wgs84`, `cgcs2000`, `gcj02`, `bd09`, or `gk3:` or `gk6:` with the number of a zone; also
  /// `EPSG:` with the code of one of them.
  ///
  /// Case, hyphens, spaces and underscores do not matter.
  ///
  /// - Throws: ``DatumError``; 1954 Beijing and 1980 Xi'an are refused with the reason.
  public init(_ text: String) throws(DatumError) {
    let name = String(text.lowercased().filter { !" -_'’·".contains($0) })
    switch name {
    case "wgs84", "epsg:4326": self = .wgs84
    case "cgcs2000", "epsg:4490": self = .cgcs2000
    case "gcj02": self = .shifted(.gcj02)
    case "bd09": self = .shifted(.bd09)
    default:
      if let old = OldDatum.allCases.first(where: { $0.names.contains { name.hasPrefix($0) } }) {
        throw .noPublicParameters(old)
      }
      if name.hasPrefix("epsg:"), let zone = Int(name.dropFirst(5)).flatMap(Self.zone(epsg:)) {
        self = .gaussKruger(zone)
        return
      }
      guard name.hasPrefix("gk3") || name.hasPrefix("gk6") else { throw .unknown(text) }
      guard name.dropFirst(3).first == ":", let zone = Int(name.dropFirst(4)) else {
        throw .noZone(text)
      }
      do throws(GaussKrugerError) {
        let width = name.hasPrefix("gk3") ? GaussKruger.Width.three : .six
        self = .gaussKruger(try GaussKruger(zone: zone, width: width))
      } catch {
        throw .gaussKruger(error)
      }
    }
  }

  /// The zone of CGCS2000 with a code of EPSG's: for each width they run from west to east, with the
  /// number of the zone before the easting (4513, 4491) and without it (4534, 4502).
  private static func zone(epsg code: Int) -> GaussKruger? {
    switch code {
    case 4491...4501: try? GaussKruger(zone: code - 4491 + 13, width: .six)
    case 4502...4512: try? GaussKruger(zone: code - 4502 + 13, width: .six)
    case 4513...4533: try? GaussKruger(zone: code - 4513 + 25)
    case 4534...4554: try? GaussKruger(zone: code - 4534 + 25)
    default: nil
    }
  }

  /// The word that ``init(_:)`` reads: `gk3:37`.
  public var code: String {
    switch self {
    case .wgs84: "wgs84"
    case .cgcs2000: "cgcs2000"
    case .shifted(let datum): datum.rawValue
    case .gaussKruger(let projection): "gk\(projection.width.rawValue):\(projection.zone)"
    }
  }

  /// The position on WGS 84 of a position in this datum.
  public func wgs84(_ position: Position) -> Coordinate {
    switch (self, position) {
    case (.shifted(let datum), .degrees(let coordinate)): datum.restored(coordinate)
    case (_, .degrees(let coordinate)): coordinate
    case (_, .grid(let position)): position.geographic
    }
  }

  /// The position in this datum of a position on WGS 84.
  ///
  /// - Throws: ``GaussKrugerError`` for a position outside the zone.
  public func position(of wgs84: Coordinate) throws(GaussKrugerError) -> Position {
    switch self {
    case .wgs84, .cgcs2000: .degrees(wgs84)
    case .shifted(let datum): .degrees(datum.shifted(wgs84))
    case .gaussKruger(let projection): .grid(try projection.position(of: wgs84))
    }
  }

  /// Whether this datum is one of web maps and leaves a position on WGS 84 where it is.
  public func leavesUnshifted(_ wgs84: Coordinate) -> Bool {
    guard case .shifted = self else { return false }
    return !ChineseDatum.extent.contains(wgs84)
  }
}

/// The datums of former surveys, for which no parameters are published.
public enum OldDatum: Hashable, Sendable, CaseIterable {
  /// 1954 Beijing.
  case beijing1954
  /// 1980 Xi'an.
  case xian1980

  /// The name, as the sentence of an error has it.
  public var name: Sentence.Value {
    switch self {
    case .beijing1954: .either(zh: "1954 年北京坐标系", en: "1954 Beijing (北京54)")
    case .xian1980: .either(zh: "1980 西安坐标系", en: "1980 Xi'an (西安80)")
    }
  }

  /// What the names begin with, in lower case, without spaces and hyphens.
  fileprivate var names: [String] {
    switch self {
    case .beijing1954:
      ["beijing54", "beijing1954", "bj54", "1954beijing", "北京54", "1954北京", "1954年北京", "epsg:4214"]
    case .xian1980:
      ["xian80", "xian1980", "xa80", "1980xian", "西安80", "1980西安", "1980年西安", "epsg:4610"]
    }
  }
}

/// Why a text names no datum that can be converted.
public enum DatumError: Cause, Equatable, Sendable {
  /// The text names none.
  case unknown(String)
  /// The text names zones, and not which.
  case noZone(String)
  /// The zone does not exist.
  case gaussKruger(GaussKrugerError)
  /// The datum of a former survey.
  case noPublicParameters(OldDatum)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .unknown(let text):
      Sentence("geodesy.unknownDatum", ["text": text])
    case .noZone(let text):
      Sentence("geodesy.noZone", ["text": text])
    case .gaussKruger(let error): error.sentence
    case .noPublicParameters(let old):
      Sentence("geodesy.noPublicParameters", ["name": old.name])
    }
  }
}
