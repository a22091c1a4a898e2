public import Geodesy
public import Words

/// A large table of points that is read row by row, twice: to be checked, and to be written.
public protocol PointRows: Sendable {
  /// The name of the file, as it is printed in messages.
  var file: String { get }
  /// The share of the bytes that has been read, 0 to 1.
  var share: Double { get }
  /// Where the next row begins, for ``site(at:)``.
  var offset: Int { get }

  /// The next row, or nil at the end.
  mutating func next() -> PointRow?

  /// Reads a row again that made a site, given by ``offset`` before it was read.
  mutating func site(at offset: Int) -> (site: Site, coordinate: Coordinate)?

  /// A problem of a cell of this table.
  func problem(_ rule: Sentence, line: Int, column: String?, value: String?) -> ImportProblem
}

/// One row of a table of points: the site that it makes, or what is wrong with it.
public enum PointRow: Sendable {
  /// A site, its position and its line.
  case site(Site, at: Coordinate, line: Int)
  /// Everything that is wrong with it.
  case problems([ImportProblem])
}
