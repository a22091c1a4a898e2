import Geodesy

/// The text of a coordinate as a row has it, in one cell or in two.
public enum WrittenTexts: Hashable, Sendable {
  /// Both values in one cell.
  case both(String)
  /// Longitude and latitude; in a zone easting and northing.
  case pair(String, String)
  /// X and Y, the northing and the easting; of degrees nobody knows which is which.
  case plane(x: String, y: String)

  /// The text that a register keeps.
  public var verbatim: String {
    switch self {
    case .both(let text): text
    case .pair(let first, let second): "\(first), \(second)"
    case .plane(let x, let y): "X \(x), Y \(y)"
    }
  }

  /// Whether these are two plain decimal numbers.
  var areDecimals: Bool {
    guard case .pair(let first, let second) = self else { return false }
    return [first, second].allSatisfy { text in
      text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
        && Double(text) != nil
    }
  }

  /// The coordinate in a datum.
  ///
  /// - Throws: `CoordinateTextError`.
  func read(in datum: Datum) throws(CoordinateTextError) -> WrittenCoordinate {
    let parser = CoordinateParser(datum)
    switch self {
    case .both(let text): return try parser.parse(text)
    case .pair(let first, let second):
      return try parser.parse(longitude: first, latitude: second)
    case .plane(let x, let y):
      // Degrees under X and Y: their size tells which is which.
      guard case .gaussKruger = datum else { return try parser.parse("\(x); \(y)") }
      return try parser.parse(longitude: y, latitude: x)
    }
  }

  /// The Gauss–Krüger zone whose number stands before one of two values in metres; nil for none.
  var zone: GaussKruger? {
    guard case .plane(let x, let y) = self else { return nil }
    return [y, x].lazy.compactMap(NumberText.decimal).compactMap(GaussKruger.init(prefixOf:)).first
  }

  /// The same with the values exchanged; nil for one cell, where the text itself says which is which.
  var swapped: WrittenTexts? {
    switch self {
    case .both: nil
    case .pair(let first, let second): .pair(second, first)
    case .plane(let x, let y): .plane(x: y, y: x)
    }
  }

  /// Its two cells, the second first; nil for one cell.
  var exchanged: (String, String)? {
    switch self {
    case .both: nil
    case .pair(let first, let second): (second, first)
    case .plane(let x, let y): (y, x)
    }
  }

  /// The decimal numbers of two cells, longitude first; nil where one is no plain number.
  var decimals: (longitude: String, latitude: String)? {
    guard case .pair(let first, let second) = self, NumberText.decimal(first) != nil,
      NumberText.decimal(second) != nil
    else { return nil }
    return (first, second)
  }
}
