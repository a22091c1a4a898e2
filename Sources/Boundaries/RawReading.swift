import Geodesy
import Words

/// What a file says before it is known in which datum: rings of pairs of numbers.
struct RawReading {
  var header = HeaderDatum()
  var plots: [RawPlot] = []
}

/// What a file says of its datum.
struct HeaderDatum {
  /// A datum that the file names whole.
  var datum: Datum?
  /// Where that is from.
  var basis = DecidedDatum.Basis.header
  /// Whether the file says CGCS2000 without saying which zone.
  var isCGCS2000 = false
  /// 几度分带.
  var width: GaussKruger.Width?
  /// 带号, as it is written.
  var zone: Int?
  /// The line of the zone, or of the datum.
  var line: Int?
  /// Where the header should stand, and does not.
  var missing: Sentence?
}

struct RawPlot {
  var number: String?
  var name: String?
  var properties: [Plot.Property] = []
  var declared: DeclaredArea?
  var place: BoundaryNote.Place
  var rings: [RawRing] = []
  /// Whether the file says which ring is a hole: of the first ring, if so.
  var hasRoles = false

  init(at place: BoundaryNote.Place) { self.place = place }
}

/// A ring as it is written; the last point need not repeat the first.
struct RawRing {
  /// The number or name that the file gives it.
  var name: String
  var points: [RawPoint] = []
  /// Whether the file says that the ring ends where it begins, without repeating the point.
  var isClosed = false
}

/// A pair of numbers, the easting or longitude first.
struct RawPoint {
  var east: Double
  var north: Double
  var place: BoundaryNote.Place
  /// J1 of a surveyor.
  var label: String?

  /// The point by its label, or by its line.
  func name(_ number: Int) -> String { label ?? "\(number)" }
}

/// What two numbers can be in China.
enum PairKind: Equatable {
  /// A northing, and an easting with the zone's number or without it.
  case grid(prefix: Int?)
  /// A longitude and a latitude.
  case degrees
  /// Neither.
  case none

  /// Northings from 18° to 54°.
  static let northings = 1_900_000.0...6_000_000.0
  static let bareEastings = 100_000.0...900_000.0
  static let longitudes = 72.0...138.0
  static let latitudes = 0.8...56.0

  init(east: Double, north: Double) {
    if Self.northings.contains(north), Self.bareEastings.contains(east) {
      self = .grid(prefix: nil)
    } else if Self.northings.contains(north), let zone = Self.prefix(of: east) {
      self = .grid(prefix: zone)
    } else if Self.longitudes.contains(east), Self.latitudes.contains(north) {
      self = .degrees
    } else {
      self = .none
    }
  }

  /// The number before an easting, whether China has such a zone or not.
  static func prefix(of easting: Double) -> Int? {
    guard easting >= 1e7, easting < 1e8,
      bareEastings.contains(easting - (easting / 1e6).rounded(.down) * 1e6)
    else { return nil }
    return Int(easting / 1e6)
  }
}
