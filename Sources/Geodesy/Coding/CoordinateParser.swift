/// What one number of a coordinate measures.
public enum CoordinateAxis: String, Hashable, Sendable, CaseIterable {
  /// Degrees east.
  case longitude
  /// Degrees north.
  case latitude
  /// X of Chinese tables: metres north of the equator.
  case northing
  /// Y of Chinese tables: metres east.
  case easting
}

/// A coordinate that was read from text, with the text.
public struct WrittenCoordinate: Hashable, Sendable {
  /// The text as it was written.
  public let verbatim: String
  /// The datum that was declared for it.
  public let datum: Datum
  /// The numbers, in that datum.
  public let position: Datum.Position

  /// The position on WGS 84.
  public var wgs84: Coordinate { datum.wgs84(position) }
}

/// Reads coordinates as Chinese tables and field sheets write them.
///
/// Degrees may be decimal, with decimal minutes, or with minutes and seconds, marked `°′″`, `°'"`,
/// `度分秒`, `d'"` or `dms`; full-width digits and signs are understood. Where the text of one angle is by
/// itself, its parts may be kept apart by hyphens, spaces, colons or full stops, as in 29-41-30.5, and
/// its decimals may stand behind a comma. A height behind both values is passed over. Two values in one text are kept
/// apart by white space or one of `, ; 、 / |`. Which of them is the longitude is said by `E W N S`,
/// `东经 西经 北纬 南纬`, `经度 纬度` or `lon lat`, before the number or after it; where nothing says it,
/// a value beyond ±90 is the longitude, and a pair that this does not decide is refused. In a
/// Gauss–Krüger zone the values are metres, marked `X` (northing) and `Y` (easting) or told apart by
/// their size; unmarked pairs that it does not tell apart are X before Y, as Chinese tables have it.
///
/// ```swift
/// try CoordinateParser(.wgs84).parse("东经111度39分20秒 北纬29°41′30″").wgs84  // 111.6555556, 29.6916667
/// ```
public struct CoordinateParser: Hashable, Sendable {
  /// The datum of the texts.
  public let datum: Datum

  /// Makes a parser for coordinates of a datum.
  public init(_ datum: Datum) { self.datum = datum }

  /// Reads a text that holds both values.
  ///
  /// - Throws: ``CoordinateTextError``.
  public func parse(_ text: String) throws(CoordinateTextError) -> WrittenCoordinate {
    let values = try values(of: Self.withoutElevation(text))
    guard let first = values.first else { throw .empty }
    guard values.count > 1 else { throw .oneValue }
    guard values.count == 2 else { throw .tooManyValues(values.count) }
    return try written(first, values[1], verbatim: text)
  }

  /// Reads two texts that each hold one value; in a Gauss–Krüger zone they are easting and northing.
  ///
  /// - Throws: ``CoordinateTextError``, also where a mark contradicts the column.
  public func parse(
    longitude: String, latitude: String
  ) throws(CoordinateTextError) -> WrittenCoordinate {
    let axes: (CoordinateAxis, CoordinateAxis) =
      isGrid ? (.easting, .northing) : (.longitude, .latitude)
    let first = try single(longitude, axes.0)
    let second = try single(latitude, axes.1)
    return try written(first, second, verbatim: "\(longitude), \(latitude)")
  }

  /// A number with the axis that its mark says.
  struct MarkedValue {
    var value: CoordinateScanner.Value
    var mark: CoordinateScanner.Mark?

    var number: Double {
      value.isNegative || mark?.isNegative == true ? -value.number : value.number
    }
  }

  private var isGrid: Bool { if case .gaussKruger = datum { true } else { false } }

  private func single(
    _ text: String, _ axis: CoordinateAxis
  ) throws(CoordinateTextError) -> MarkedValue {
    let values = try Self.values(of: WrittenAngle.marked(text, isGrid: isGrid))
    guard var value = values.first else { throw .empty }
    guard values.count == 1 else { throw .tooManyValues(values.count) }
    if let mark = value.mark, plane(mark.axis) != axis {
      throw .wrongAxis(found: plane(mark.axis), expected: axis)
    }
    value.mark = .init(axis: axis, isNegative: value.mark?.isNegative)
    return value
  }

  /// In a zone, north and east are those of the grid.
  private func plane(_ axis: CoordinateAxis) -> CoordinateAxis {
    guard isGrid else { return axis }
    return switch axis {
    case .longitude: .easting
    case .latitude: .northing
    default: axis
    }
  }

  private func written(
    _ first: MarkedValue, _ second: MarkedValue, verbatim: String
  ) throws(CoordinateTextError) -> WrittenCoordinate {
    let position =
      if case .gaussKruger(let zone) = datum {
        Datum.Position.grid(try grid(first, second, in: zone))
      } else {
        Datum.Position.degrees(try degrees(first, second))
      }
    return WrittenCoordinate(verbatim: verbatim, datum: datum, position: position)
  }

  private func degrees(
    _ first: MarkedValue, _ second: MarkedValue
  ) throws(CoordinateTextError) -> Coordinate {
    for value in [first, second] {
      if let axis = value.mark?.axis, axis != .longitude, axis != .latitude {
        throw .metresInDegrees(value.number)
      }
      guard abs(value.number) <= 1000 else { throw .metresInDegrees(value.number) }
      guard !value.value.isMetres else { throw .metreBehindDegrees(value.number) }
    }
    let isLongitudeFirst = try Self.isFirst(.longitude, first, second) {
      switch (abs(first.number) > 90, abs(second.number) > 90) {
      case (true, false): true
      case (false, true): false
      case (false, false): nil
      case (true, true): true
      }
    }
    let pair = isLongitudeFirst ? (first, second) : (second, first)
    guard abs(pair.0.number) <= 180 else { throw .outOfRange(.longitude, pair.0.number) }
    guard abs(pair.1.number) <= 90 else { throw .outOfRange(.latitude, pair.1.number) }
    return Coordinate(uncheckedLongitude: pair.0.number, latitude: pair.1.number)
  }

  private func grid(
    _ first: MarkedValue, _ second: MarkedValue, in zone: GaussKruger
  ) throws(CoordinateTextError) -> GridPosition {
    var values = [first, second]
    for index in values.indices {
      if values[index].value.isAngle { throw .degreesInMetres(values[index].number) }
      if let mark = values[index].mark { values[index].mark = .init(axis: plane(mark.axis)) }
      guard abs(values[index].number) >= 1000 || values[index].number == 0 else {
        throw .degreesInMetres(values[index].number)
      }
    }
    let isNorthingFirst = try Self.isFirst(.northing, values[0], values[1]) {
      // An easting with its prefix is beyond every northing, one without is mostly below.
      values[0].number <= 9_900_000
        && !(values[0].number < 900_000 && (900_000...9_900_000).contains(values[1].number))
    }
    let pair = isNorthingFirst ? (values[0], values[1]) : (values[1], values[0])
    do throws(GaussKrugerError) {
      return try zone.position(northing: pair.0.number, easting: pair.1.number)
    } catch {
      throw .gaussKruger(error)
    }
  }

  /// Whether the first of two values is that of an axis: by the marks, else by what `unmarked` says.
  private static func isFirst(
    _ axis: CoordinateAxis, _ first: MarkedValue, _ second: MarkedValue, unmarked: () -> Bool?
  ) throws(CoordinateTextError) -> Bool {
    switch (first.mark?.axis, second.mark?.axis) {
    case (let a?, let b?):
      guard a != b else { throw .sameAxis(a) }
      return a == axis
    case (let a?, nil): return a == axis
    case (nil, let b?): return b != axis
    case (nil, nil):
      guard let isFirst = unmarked() else { throw .ambiguous(first.number, second.number) }
      return isFirst
    }
  }

  /// The values of a text for both, of which each may be written as an angle by itself.
  private func values(of text: String) throws(CoordinateTextError) -> [MarkedValue] {
    let parts = text.unicodeScalars
      .split { CoordinateScanner.separators.contains(CoordinateScanner.form(of: $0)) }
      .map { String($0) }
    guard parts.count == 2 else { return try Self.values(of: text) }
    let marked = parts.map { WrittenAngle.marked($0, isGrid: isGrid) }
    return try Self.values(of: marked == parts ? text : marked.joined(separator: ";"))
  }

  /// The text without the height that forms put behind the coordinate: `东经…;北纬…;高程56米`.
  private static func withoutElevation(_ text: String) -> String {
    guard let start = text.firstIndex(where: { $0 == "高" || $0 == "海" }),
      text[start...].wholeMatch(
        of: Self.elevation) != nil
    else { return text }
    return String(text[..<start])
  }

  /// The values of a text, each with its mark.
  private static func values(of text: String) throws(CoordinateTextError) -> [MarkedValue] {
    let parts = try CoordinateScanner.tokens(of: text).split(separator: .separator)
    var values: [MarkedValue] = []
    for part in parts { try values.append(contentsOf: Self.values(ofPart: Array(part))) }
    return values
  }

  /// The values between two separators: marks stand before every number, or after every one.
  private static func values(
    ofPart tokens: [CoordinateScanner.Token]
  ) throws(CoordinateTextError) -> [MarkedValue] {
    var (values, pending): ([MarkedValue], CoordinateScanner.Mark?) = ([], nil)
    let isBefore = if case .mark? = tokens.first { true } else { false }
    for token in tokens {
      switch token {
      case .separator: break
      case .value(let value):
        values.append(MarkedValue(value: value, mark: pending))
        pending = nil
      case .mark(let mark) where isBefore:
        guard pending == nil else { throw .strayMark(mark.axis) }
        pending = mark
      case .mark(let mark):
        guard let last = values.indices.last, values[last].mark == nil else {
          throw .strayMark(mark.axis)
        }
        values[last].mark = mark
      }
    }
    if let pending { throw .strayMark(pending.axis) }
    for value in values where value.value.isNegative && value.mark?.isNegative != nil {
      throw .signAndHalf(-value.value.number)
    }
    return values
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let elevation =
    /(?:海拔)?(?:高程?|高度)?\s*[:：=]?\s*-?[\d.]+\s*(?:米|m)?\s*[;；。]?/
}
