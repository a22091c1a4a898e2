import Hours
public import TourPlanner

/// A published instance of the team orienteering problem with time windows.
///
/// The format is that of Righini & Salani (*Decremental state space relaxation strategies and initialization
/// heuristics for solving the orienteering problem with time windows with dynamic programming*, Computers &
/// Operations Research 36 (2009) 1191–1203) and Montemanni & Gambardella: two lines, of which the third
/// number of the first is the number of vertices without vertex 0, then a line `i x y d S f a list O C`
/// for each vertex: its number, its place, the length of the visit, the score, a number, the length of a
/// list, the list, the earliest and the latest start of the visit. Every tour starts at vertex 0 at its O
/// or later and ends there at its C or before.
public struct OrienteeringInstance: Hashable, Sendable {
  /// The vertices, from 0.
  public let vertices: [Vertex]
  /// The units of a problem in one unit of the file: so many decimals of a distance count.
  public let scale: Int

  /// A place, and when its visit may start.
  ///
  /// Times are in units of the problem.
  public struct Vertex: Hashable, Sendable {
    /// Where it is, in units of the file.
    public var x: Double
    /// Where it is, in units of the file.
    public var y: Double
    /// The length of the visit.
    public var duration: Int
    /// What the visit is worth.
    public var score: Int
    /// The earliest start of the visit.
    public var opens: Int
    /// The latest start of the visit.
    public var closes: Int
  }

  /// Reads the text of a file.
  ///
  /// Of instances whose name begins with `pr` two decimals of a distance count, of others one.
  ///
  /// - Throws: ``InstanceError`` with the line of the first fault.
  public init(_ text: String, name: String, file: String) throws(InstanceError) {
    let scale = name.hasPrefix("pr") ? 100 : 10
    let lines = NumberedLine.lines(of: text, file: file)
    guard lines.count > 2 else { throw InstanceError(file, "has no vertices") }
    let head = try lines[0].numbers(within: 1e6)
    guard head.count == 4 else {
      throw lines[0].fault("4 numbers begin the file, k v N t, not \(head.count)")
    }
    _ = try lines[1].numbers(within: 1e6)
    var vertices: [Vertex] = []
    for line in lines[2...] {
      vertices.append(try Vertex(line, number: vertices.count, scale: Double(scale)))
    }
    guard vertices.count == Int(head[2]) + 1 else {
      throw InstanceError(
        file, "has \(vertices.count) vertices, not the \(Int(head[2]) + 1) that its first line says"
      )
    }
    self.vertices = vertices
    self.scale = scale
  }

  /// The problem of `tours` tours; stop `v` has the code `v` and is place `v`.
  ///
  /// Distances are Euclidean, and cut off behind the decimals that count.
  ///
  /// - Throws: `TourProblemErrors` for what no problem allows, such as a negative score.
  public func problem(tours: Int) throws -> TourProblem {
    var lengths: [Int32] = []
    lengths.reserveCapacity(vertices.count * vertices.count)
    for a in vertices {
      for b in vertices {
        let length = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
        lengths.append(Int32((length * Double(scale) + 1e-9).rounded(.down)))
      }
    }
    let depot = vertices[0]
    let days = (0..<tours).map {
      TourDay(
        name: "\($0 + 1)", start: 0, end: 0, earliestDeparture: depot.opens,
        latestReturn: depot.closes)
    }
    let stops = vertices.enumerated().dropFirst().map { index, vertex in
      let opening = OpeningInterval(opens: vertex.opens, lastAdmission: vertex.closes)
      return TourStop(
        id: "\(index)", place: index, score: vertex.score, visitSeconds: vertex.duration,
        openings: Array(repeating: [opening], count: tours))
    }
    let travel = try TravelMatrix(count: vertices.count, seconds: lengths, metres: lengths)
    return try TourProblem(stops: stops, days: days, travel: travel)
  }
}

extension OrienteeringInstance.Vertex {
  fileprivate init(
    _ line: NumberedLine, number: Int, scale: Double
  ) throws(InstanceError) {
    let numbers = try line.numbers(within: 1e6)
    guard numbers.count >= 9, Double(numbers.count) == 9 + numbers[6] else {
      throw line.fault(
        "a vertex is i x y d S f a, a list of a numbers, O C; here are \(numbers.count)")
    }
    guard numbers[0] == Double(number) else {
      throw line.fault("vertex \(number) comes next, not \(line.text.split(separator: " ")[0])")
    }
    guard numbers[numbers.count - 2] <= numbers[numbers.count - 1] else {
      throw line.fault("vertex \(number) closes before it opens")
    }
    func units(_ value: Double) -> Int { Int((value * scale).rounded()) }
    self.init(
      x: numbers[1], y: numbers[2], duration: units(numbers[3]), score: Int(numbers[4].rounded()),
      opens: units(numbers[numbers.count - 2]), closes: units(numbers[numbers.count - 1]))
  }
}
