/// Why a text is no coordinate.
public enum CoordinateTextError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No value stands in the text.
  case empty
  /// A part of the text is neither a number nor a mark.
  case unreadable(String)
  /// One value stands where two are needed.
  case oneValue
  /// More values than one coordinate has.
  case tooManyValues(Int)
  /// Minutes or seconds without degrees.
  case noDegrees
  /// Minutes of 60 or more.
  case minutes(Double)
  /// Seconds of 60 or more.
  case seconds(Double)
  /// Degrees or minutes with a fraction, and minutes or seconds after them.
  case fractionBeforeFiner
  /// A minus sign together with a word for one half, as in `-111°W`.
  case signAndHalf(Double)
  /// A word for an axis without a number.
  case strayMark(CoordinateAxis)
  /// Both values are marked as the same axis.
  case sameAxis(CoordinateAxis)
  /// The mark of a value contradicts its column.
  case wrongAxis(found: CoordinateAxis, expected: CoordinateAxis)
  /// Nothing tells longitude and latitude apart.
  case ambiguous(Double, Double)
  /// The value is beyond the range of its axis.
  case outOfRange(CoordinateAxis, Double)
  /// Metres where the datum has degrees.
  case metresInDegrees(Double)
  /// Degrees where the datum has metres.
  case degreesInMetres(Double)
  /// The metres are not in the zone.
  case gaussKruger(GaussKrugerError)

  /// The reason, as a sentence.
  public var description: String {
    switch self {
    case .empty: "there is no coordinate"
    case .unreadable(let part): "'\(part)' is no part of a coordinate"
    case .oneValue: "there is one value, and a coordinate has two"
    case .tooManyValues(let count): "there are \(count) values, more than belong here"
    case .noDegrees: "minutes or seconds stand without degrees before them"
    case .minutes(let value): "\(Self.number(value)) minutes are too many: a degree has 60"
    case .seconds(let value): "\(Self.number(value)) seconds are too many: a minute has 60"
    case .fractionBeforeFiner: "only the last of degrees, minutes and seconds can have decimals"
    case .signAndHalf(let value):
      "\(Self.number(value)) has a minus sign and a word for its half of the globe: write one"
    case .strayMark(let axis): "a word for the \(axis.rawValue) stands without a number of its own"
    case .sameAxis(let axis): "both values are marked as \(axis.rawValue)"
    case .wrongAxis(let found, let expected):
      "the value is marked as \(found.rawValue), and its column is the \(expected.rawValue)"
    case .ambiguous(let first, let second):
      "\(Self.number(first)) and \(Self.number(second)) can each be the latitude: mark them, as in "
        + "E\(Self.number(abs(first))) N\(Self.number(abs(second)))"
    case .outOfRange(let axis, let value):
      "\(Self.number(value)) is no \(axis.rawValue), which runs from "
        + (axis == .longitude ? "-180 to 180" : "-90 to 90")
    case .metresInDegrees(let value):
      "\(Self.number(value)) is no degree: metres of a Gauss–Krüger zone need the datum gk3 with the "
        + "zone, as in gk3:37"
    case .degreesInMetres(let value):
      "\(Self.number(value)) is no metre of a Gauss–Krüger zone: X is the northing, as in 3286030.3, "
        + "and Y the easting"
    case .gaussKruger(let error): "\(error)"
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
