import Foundation
public import Geodesy
import Tables

/// The parameters of a question as people write them, on a command line and in a URL alike.
public enum QueryParameter: String, CaseIterable, Hashable, Sendable {
  /// A part of a name.
  case name
  /// Codes.
  case code
  /// Protection levels.
  case level
  /// Categories, or `unknown`.
  case category
  /// Years that the period overlaps: `-4500..-2000`.
  case period
  /// Townships.
  case township
  /// The key of a group.
  case group
  /// Whether it can be visited.
  case access
  /// Where the row comes from.
  case provenance
  /// West, south, east and north in degrees: `111.5,29.5,112,30`.
  case bbox
  /// Whether possible relics are added: `true`.
  case possible
  /// Whether stand-ins are included: `true`.
  case includeStandIns = "include-stand-ins"
  case includeFormer = "include-former"
  /// Longitude and latitude of the place to measure from.
  case near
  /// The relic to measure from.
  case nearSite = "near-site"
  /// The greatest distance: `5km`.
  case radius
  /// The order.
  case sort
  /// The greatest number of relics in a page.
  case limit
  /// The cursor of the page before.
  case after
}

/// Why a text is no value of a parameter.
public struct QueryTextError: Error, Hashable, Sendable {
  /// What is wrong with it.
  public enum Fault: Hashable, Sendable {
    /// It is empty.
    case empty
    /// It is no span of years, see ``YearRange/init(text:)``.
    case noYears
    /// It is no box, see `BoundingBox.init(text:)`.
    case noBox
    /// It is no positive length, see `Length.init(text:)`.
    case noLength
    /// It is no point, see `Coordinate.init(text:)`.
    case noPoint
    /// Its numbers are out of range; `swapped` is the text that would be in range.
    case pointOutOfRange(swapped: String?)
    /// It is no positive whole number.
    case noCount
    /// It is neither `true` nor `false`.
    case noFlag
    /// It is no order.
    case noOrder
    /// Stand-ins are asked for and not included.
    case standInsNotIncluded
    /// There are several values, and the parameter takes one.
    case several
    /// The other parameter is needed with this one, or excludes it.
    case needs(QueryParameter), excludes(QueryParameter)
  }

  /// The parameter.
  public let parameter: QueryParameter
  /// Its value as it was written.
  public let text: String
  /// What is wrong with it.
  public let fault: Fault
}

extension YearRange {
  /// The years of `-4500..-2000`, `1368..`, `..-221` or `1804`; nil for another text.
  ///
  /// - Throws: ``RegistryError/emptyYearRange(first:last:)`` when they end before they begin.
  public init?(text: String) throws(RegistryError) {
    guard let dots = text.firstRange(of: "..") else {
      guard let only = Int(text) else { return nil }
      try self.init(first: only, last: only)
      return
    }
    let (start, end) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let (first, last) = (Int(start), Int(end))
    guard start.isEmpty || first != nil, end.isEmpty || last != nil else { return nil }
    try self.init(first: first, last: last)
  }
}

extension BoundingBox {
  /// The box of `111.5,29.5,112,30`: west, south, east and north in degrees; nil for another text.
  public init?(text: String) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { Double(String($0).trimmingWhitespace) }
    guard numbers.count == 4, text.count(where: { $0 == "," }) == 3,
      let box = try? BoundingBox(
        west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    else { return nil }
    self = box
  }
}

extension Length {
  /// The positive length of `5km`, `800m`, `5公里` or `800米`, a bare number being metres; nil for another
  /// text.
  public init?(text: String) {
    let units: [(String, Double)] = [
      ("km", 1000), ("公里", 1000), ("千米", 1000), ("m", 1), ("米", 1), ("", 1),
    ]
    let folded = text.precomposedStringWithCompatibilityMapping.trimmingWhitespace.lowercased()
    for (unit, metres) in units where folded.hasSuffix(unit) {
      let digits = String(folded.dropLast(unit.count)).trimmingWhitespace
      guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
        let number = Double(digits), number > 0, number.isFinite
      else { return nil }
      self = .metres(number * metres)
      return
    }
    return nil
  }
}

extension Coordinate {
  /// Two numbers of a text, whatever they are: `111.65556,29.69167`, also with `，`; nil for another text.
  public static func numbers(in text: String) -> (first: Double, second: Double)? {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "，" }
    ).map { Double(String($0).trimmingWhitespace) }
    guard parts.count == 2, let first = parts[0], let second = parts[1], first.isFinite,
      second.isFinite
    else { return nil }
    return (first, second)
  }
}
