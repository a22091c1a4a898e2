public import TourPlanner

/// A published instance of the travelling salesman problem: points of a plane, distances rounded to whole
/// numbers.
///
/// The format is the `EUC_2D` of TSPLIB: G. Reinelt, *TSPLIB — a traveling salesman problem library*,
/// ORSA J. Computing 3 (1991) 376–384.
public struct PlaneInstance: Hashable, Sendable {
  /// A place.
  public struct Point: Hashable, Sendable {
    /// Its first coordinate.
    public var x: Double
    /// Its second coordinate.
    public var y: Double
  }

  /// The points; the numbers of the file count from 1.
  public let points: [Point]

  /// Reads the text of a file.
  ///
  /// - Throws: ``InstanceError`` for another kind of problem or of distances, and with the line of the
  ///   first fault.
  public init(_ text: String, file: String) throws(InstanceError) {
    let lines = NumberedLine.lines(of: text, file: file)
    guard let start = lines.firstIndex(where: { $0.text.hasPrefix("NODE_COORD_SECTION") }) else {
      throw InstanceError(file, "has no NODE_COORD_SECTION")
    }
    var header: [String: String] = [:]
    for line in lines[..<start] {
      let parts = line.text.split(separator: ":", maxSplits: 1).map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      guard parts.count == 2 else { throw line.fault("is not KEYWORD: value") }
      header[parts[0]] = parts[1]
    }
    for (key, value) in [("TYPE", "TSP"), ("EDGE_WEIGHT_TYPE", "EUC_2D")]
    where header[key] != value {
      throw InstanceError(file, "\(key) is \(header[key] ?? "missing"); only \(value) is read")
    }
    var points: [Point] = []
    for line in lines[(start + 1)...] {
      if line.text.hasPrefix("EOF") { break }
      let numbers = try line.numbers(within: 1e7)
      guard numbers.count == 3 else { throw line.fault("a point is a number, x and y") }
      guard numbers[0] == Double(points.count + 1) else {
        throw line.fault("point \(points.count + 1) comes next")
      }
      points.append(Point(x: numbers[1], y: numbers[2]))
    }
    guard header["DIMENSION"] == "\(points.count)" else {
      throw InstanceError(
        file, "has \(points.count) points; DIMENSION is \(header["DIMENSION"] ?? "missing")")
    }
    self.points = points
  }

  /// The distance between two points, counted from 0.
  public func distance(_ from: Int, _ to: Int) -> Int32 {
    let (dx, dy) = (points[from].x - points[to].x, points[from].y - points[to].y)
    return Int32((dx * dx + dy * dy).squareRoot() + 0.5)
  }

  /// The distances between all points.
  ///
  /// - Throws: What the matrix does, and that is nothing: distances are never negative.
  public func matrix() throws(TravelMatrixError) -> TravelMatrix {
    let entries = points.indices.flatMap { i in points.indices.map { distance(i, $0) } }
    return try TravelMatrix(count: points.count, seconds: entries, metres: entries)
  }

  /// The length of a closed tour, from the points; nil unless each is visited once.
  public func length(of tour: [Int]) -> Int? {
    guard tour.sorted() == Array(points.indices) else { return nil }
    return zip(tour, tour.dropFirst() + tour.prefix(1)).reduce(0) {
      $0 + Int(distance($1.0, $1.1))
    }
  }
}
