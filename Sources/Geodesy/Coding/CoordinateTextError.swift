public import Words

/// Why a text is no coordinate.
public enum CoordinateTextError: Cause, Equatable, Sendable {
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
  /// Seconds behind degrees, without the minutes between them.
  case noMinutes(degrees: Double, seconds: Double)
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
  /// A number with a metre behind it where the datum has degrees.
  case metreBehindDegrees(Double)
  /// Degrees where the datum has metres.
  case degreesInMetres(Double)
  /// The metres are not in the zone.
  case gaussKruger(GaussKrugerError)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .empty: Sentence("geodesy.noCoordinate")
    case .unreadable(let part): Sentence("geodesy.noPartOfCoordinate", ["part": part])
    case .oneValue: Sentence("geodesy.oneValue")
    case .tooManyValues(let count): Sentence("geodesy.tooManyValues", ["count": count])
    case .noDegrees: Sentence("geodesy.noDegrees")
    case .noMinutes(let degrees, let seconds):
      Sentence(
        "geodesy.noMinutes",
        ["degrees": Self.number(degrees), "seconds": Self.number(seconds)])
    case .minutes(let value): Sentence("geodesy.tooManyMinutes", ["value": Self.number(value)])
    case .seconds(let value): Sentence("geodesy.tooManySeconds", ["value": Self.number(value)])
    case .fractionBeforeFiner: Sentence("geodesy.fractionBeforeFiner")
    case .signAndHalf(let value):
      Sentence("geodesy.signAndHalf", ["value": Self.number(value)])
    case .strayMark(let axis): Sentence("geodesy.strayMark", ["axis": axis.word])
    case .sameAxis(let axis): Sentence("geodesy.sameAxis", ["axis": axis.word])
    case .wrongAxis(let found, let expected):
      Sentence("geodesy.wrongAxis", ["found": found.word, "expected": expected.word])
    case .ambiguous(let first, let second):
      Sentence(
        "geodesy.ambiguousAxis",
        [
          "first": Self.number(first), "second": Self.number(second),
          "first2": Self.number(abs(first)), "second2": Self.number(abs(second)),
        ])
    case .outOfRange(let axis, let value):
      Sentence(
        "geodesy.outOfAxis",
        ["value": Self.number(value), "axis": axis.word, "limit": axis.limit, "limit2": axis.limit])
    case .metresInDegrees(let value):
      Sentence("geodesy.metresInDegrees", ["value": Self.number(value)])
    case .metreBehindDegrees(let value):
      Sentence("geodesy.metreBehindDegrees", ["value": Self.number(value)])
    case .degreesInMetres(let value):
      Sentence("geodesy.degreesInMetres", ["value": Self.number(value)])
    case .gaussKruger(let error): error.sentence
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

extension CoordinateAxis {
  /// The axis in a sentence.
  fileprivate var word: Sentence.Value {
    switch self {
    case .longitude: .either(zh: "经度", en: rawValue)
    case .latitude: .either(zh: "纬度", en: rawValue)
    case .northing: .either(zh: "纵坐标 X", en: rawValue)
    case .easting: .either(zh: "横坐标 Y", en: rawValue)
    }
  }

  /// The largest value of the axis in degrees.
  fileprivate var limit: Int { self == .longitude ? 180 : 90 }
}
