import Foundation
import Tables
import Words

/// A folder of instances, with the best that is known of each.
///
/// `optw/NAME.txt` are read as ``OrienteeringInstance``, `tsplib/NAME.tsp` as ``PlaneInstance``.
public struct InstanceFolder: Hashable, Sendable {
  /// Where the folder is.
  public let path: String

  /// The folder at a path; nothing is read yet.
  public init(path: String) { self.path = path }

  /// The highest score that is known for an instance with some tours.
  public struct BestKnownScore: Hashable, Sendable {
    /// The name of the instance.
    public let instance: String
    /// The number of tours, 1 or more.
    public let tours: Int
    /// The score, 1 or more.
    public let score: Int
  }

  /// The length of the shortest closed tour of an instance.
  public struct OptimalLength: Hashable, Sendable {
    /// The name of the instance.
    public let instance: String
    /// The length, 1 or more.
    public let length: Int
  }

  /// The rows of `optw-best-known.csv`: columns `instance`, `m`, `best_known_score` and any others.
  ///
  /// - Throws: ``InstanceError``.
  public func bestKnownScores() throws(InstanceError) -> [BestKnownScore] {
    var scores: [BestKnownScore] = []
    for row in try rows(of: "optw-best-known.csv") {
      scores.append(
        BestKnownScore(
          instance: try name(row["instance"]), tours: try count(row["m"]),
          score: try count(row["best_known_score"])))
    }
    return scores
  }

  /// The rows of `tsplib-optimal.csv`: columns `name`, `optimal` and any others.
  ///
  /// - Throws: ``InstanceError``.
  public func optimalLengths() throws(InstanceError) -> [OptimalLength] {
    var lengths: [OptimalLength] = []
    for row in try rows(of: "tsplib-optimal.csv") {
      lengths.append(
        OptimalLength(instance: try name(row["name"]), length: try count(row["optimal"])))
    }
    return lengths
  }

  /// The orienteering instance of a name.
  ///
  /// - Throws: ``InstanceError``.
  public func orienteering(_ name: String) throws(InstanceError) -> OrienteeringInstance {
    let file = "optw/\(name).txt"
    return try OrienteeringInstance(
      String(decoding: bytes(of: file), as: UTF8.self), name: name, file: file)
  }

  /// The instance of a name whose places are to be ordered.
  ///
  /// - Throws: ``InstanceError``.
  public func plane(_ name: String) throws(InstanceError) -> PlaneInstance {
    let file = "tsplib/\(name).tsp"
    return try PlaneInstance(String(decoding: bytes(of: file), as: UTF8.self), file: file)
  }

  private func bytes(of file: String) throws(InstanceError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(file)") else {
      throw InstanceError(file, "cannot be read in \(path)")
    }
    return [UInt8](data)
  }

  private func rows(of file: String) throws(InstanceError) -> [Table.Row] {
    let bytes = try bytes(of: file)
    do {
      return try Table(csv: bytes, file: file).rows
    } catch {
      throw InstanceError(file, line: error.line, error.description)
    }
  }

  private func name(_ cell: Cell) throws(InstanceError) -> String {
    guard let name = cell.value else {
      throw InstanceError(cell.file, line: cell.line, "\(cell.column) is missing")
    }
    return name
  }

  private func count(_ cell: Cell) throws(InstanceError) -> Int {
    let text = try name(cell)
    guard let count = Int(text), count > 0 else {
      throw InstanceError(
        cell.file, line: cell.line, "\(cell.column) is \(text), not a whole number above 0")
    }
    return count
  }
}
