import Foundation

/// A point as text: `111.65556,29.69167`, longitude first, or `111°39′20″E 29°41′30″N`.
public struct PointText: Hashable, Sendable {
  /// The text.
  public let text: String
  /// The position; nil where the text is no pair of degrees, or one out of range.
  public let coordinate: Coordinate?

  /// Reads a text.
  public init(_ text: String) {
    self.text = text
    coordinate = Self.numbers(text).flatMap { try? Coordinate(longitude: $0.0, latitude: $0.1) }
  }

  /// Whether the text is a point, or is meant as one: it has a comma.
  public var isMeantAsPoint: Bool {
    coordinate != nil || text.contains { $0 == "," || $0 == "，" }
  }

  /// The longitude and the latitude of a text; nil for other text.
  public static func numbers(_ text: String) -> (Double, Double)? {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "，" }
    )
    .map { Double($0.trimmingCharacters(in: .whitespaces)) }
    if parts.count == 2, let first = parts[0], let second = parts[1], first.isFinite,
      second.isFinite
    {
      return (first, second)
    }
    // Degrees, minutes and seconds, which say themselves what they are.
    guard text.contains(where: { "°º˚度'′″\"".contains($0) }),
      let written = try? CoordinateParser(.wgs84).parse(text)
    else { return nil }
    return (written.wgs84.longitude, written.wgs84.latitude)
  }

  /// The position, checked against the place that it is looked for in.
  ///
  /// - Parameter extent: The box of all positions there; nil where there are none.
  /// - Throws: ``PointTextError`` for text that is no point, and for a pair that is out of range, or far
  ///   from `extent` and inside it when swapped.
  public func coordinate(near extent: () throws -> BoundingBox?) throws -> Coordinate {
    guard let numbers = Self.numbers(text) else { throw PointTextError.noPoint(text) }
    let swapped = try? Coordinate(longitude: numbers.1, latitude: numbers.0)
    let swappedText = "\(numbers.1),\(numbers.0)"
    guard let coordinate else {
      throw PointTextError.outOfRange(text, swapped: swapped == nil ? nil : swappedText)
    }
    // A pair that is no position when swapped, as everywhere in China, was not swapped.
    if let swapped, let surroundings = try extent()?.expanded(by: .kilometres(100)),
      !surroundings.contains(coordinate), surroundings.contains(swapped)
    {
      throw PointTextError.farAway(text, swapped: swappedText)
    }
    return coordinate
  }
}

/// Why text is no point.
public enum PointTextError: Error, Hashable, Sendable {
  /// It is no pair of numbers.
  case noPoint(String)
  /// It is outside longitude -180 to 180, latitude -90 to 90; `swapped` is the pair the other way round,
  /// where that is a position.
  case outOfRange(String, swapped: String?)
  /// It is far from where positions are, and among them when swapped.
  case farAway(String, swapped: String)
}
