import Foundation
import TourPlanner

/// A published instance of the team orienteering problem with time windows.
///
/// Lines hold `i x y duration score f a list… opens closes`; vertex 0 is where every tour starts and
/// ends, and the closing time of a vertex is the latest start of its visit.
struct OrienteeringInstance {
  let name: String
  let vertices: [Vertex]
  /// The units in one unit of the file: distances are cut to that many decimals.
  let scale: Int

  struct Vertex {
    var x: Double
    var y: Double
    var duration: Int
    var score: Int
    var opens: Int
    var closes: Int
  }

  init(name: String, text: String) throws {
    self.name = name
    scale = name.hasPrefix("pr") ? 100 : 10
    var vertices: [Vertex] = []
    let lines = text.split(whereSeparator: \.isNewline)
    for line in lines.dropFirst(2) {
      let fields = line.split(separator: " ").compactMap { Double($0) }
      guard fields.count >= 7, let opens = fields.dropLast().last, let closes = fields.last else {
        continue
      }
      vertices.append(
        Vertex(
          x: fields[1], y: fields[2], duration: Int((fields[3] * Double(scale)).rounded()),
          score: Int(fields[4].rounded()), opens: Int((opens * Double(scale)).rounded()),
          closes: Int((closes * Double(scale)).rounded())))
    }
    guard vertices.count > 1 else { throw BenchFailure("\(name): no vertices") }
    self.vertices = vertices
  }

  /// The problem of `tours` tours; stop `v` has the code `v` and is place `v`.
  func problem(tours: Int) throws -> TourProblem {
    let count = vertices.count
    var lengths: [Int32] = []
    lengths.reserveCapacity(count * count)
    for a in vertices {
      for b in vertices {
        let length = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
        lengths.append(Int32((length * Double(scale) + 1e-9).rounded(.down)))
      }
    }
    let depot = vertices[0]
    let days = (1...tours).map {
      TourDay(
        name: "\($0)", start: 0, end: 0, earliestDeparture: depot.opens,
        latestReturn: depot.closes)
    }
    let stops = vertices.enumerated().dropFirst().map { index, vertex in
      let opening = OpeningInterval(opens: vertex.opens, lastAdmission: vertex.closes)
      return TourStop(
        id: "\(index)", place: index, score: vertex.score, visitSeconds: vertex.duration,
        openings: Array(repeating: [opening], count: tours))
    }
    let travel = try TravelMatrix(count: count, seconds: lengths, metres: lengths)
    return try TourProblem(stops: stops, days: days, travel: travel)
  }
}

/// Why a measurement cannot be made.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
