import Foundation
import Geodesy
import Words

/// The edges of the rings of a plot, and where two of them meet that should not.
struct RingEdges {
  struct Edge {
    let a: PlaneArea.Point
    let b: PlaneArea.Point
    let ring: Int
    let index: Int
    /// How many edges the ring has.
    let count: Int

    /// Whether the other edge begins where this one ends, or ends where it begins.
    func isNext(to other: Edge) -> Bool {
      ring == other.ring
        && ((index + 1) % count == other.index || (other.index + 1) % count == index)
    }
  }

  struct Meeting {
    let first: Edge
    let second: Edge
    let point: PlaneArea.Point
    /// Whether they run along each other.
    let isOverlap: Bool
  }

  private let edges: [Edge]
  /// How many pairs are looked at before a file is taken for one that only keeps the machine busy.
  private static let mostPairs = 40_000_000

  init(_ edges: [Edge]) { self.edges = edges }

  /// The first two edges, in the order of the file, that cross or run along each other.
  ///
  /// Edges are swept in the direction in which they are short. Rings may touch in points: then the area is
  /// still one area.
  func firstMeeting() throws -> Meeting? {
    let width = edges.reduce(0) { $0 + abs($1.a.x - $1.b.x) }
    let height = edges.reduce(0) { $0 + abs($1.a.y - $1.b.y) }
    let isAcross = width > height
    func low(_ edge: Edge) -> Double {
      isAcross ? min(edge.a.y, edge.b.y) : min(edge.a.x, edge.b.x)
    }
    func high(_ edge: Edge) -> Double {
      isAcross ? max(edge.a.y, edge.b.y) : max(edge.a.x, edge.b.x)
    }
    func side(_ edge: Edge) -> (Double, Double) {
      isAcross
        ? (min(edge.a.x, edge.b.x), max(edge.a.x, edge.b.x))
        : (min(edge.a.y, edge.b.y), max(edge.a.y, edge.b.y))
    }
    let order = edges.indices.sorted { (low(edges[$0]), $0) < (low(edges[$1]), $1) }
    var (active, pairs): ([Int], Int) = ([], 0)
    var found: (Int, Int, Meeting)?
    for index in order {
      let edge = edges[index]
      let (start, sides) = (low(edge), side(edge))
      active.removeAll { high(edges[$0]) < start }
      pairs += active.count
      guard pairs <= Self.mostPairs else {
        throw Faults(
          Sentence("boundary.tangled"), cure: .say(Sentence("boundary.cureSplit")))
      }
      for other in active {
        let candidate = edges[other]
        let (from, to) = side(candidate)
        guard from <= sides.1, to >= sides.0 else { continue }
        let (first, second) = index < other ? (index, other) : (other, index)
        if let found, (found.0, found.1) < (first, second) { continue }
        if let meeting = Self.meeting(edges[first], edges[second]) {
          found = (first, second, meeting)
        }
      }
      active.append(index)
    }
    return found?.2
  }

  /// Where two edges cross or run along each other; nil where they are apart or touch in a point.
  static func meeting(_ p: Edge, _ q: Edge) -> Meeting? {
    let (d1, d2) = (cross(q.a, q.b, p.a), cross(q.a, q.b, p.b))
    let (d3, d4) = (cross(p.a, p.b, q.a), cross(p.a, p.b, q.b))
    if d1 == 0, d2 == 0 {
      // On one line: how far they run along each other.
      let isAcross = abs(p.a.x - p.b.x) >= abs(p.a.y - p.b.y)
      func at(_ point: PlaneArea.Point) -> Double { isAcross ? point.x : point.y }
      let from = max(min(at(p.a), at(p.b)), min(at(q.a), at(q.b)))
      let to = min(max(at(p.a), at(p.b)), max(at(q.a), at(q.b)))
      guard to > from else { return nil }
      return Meeting(first: p, second: q, point: q.a, isOverlap: true)
    }
    guard (d1 > 0 && d2 < 0) || (d1 < 0 && d2 > 0), (d3 > 0 && d4 < 0) || (d3 < 0 && d4 > 0),
      !p.isNext(to: q)
    else { return nil }
    let share = d1 / (d1 - d2)
    return Meeting(
      first: p, second: q,
      point: PlaneArea.Point(
        x: p.a.x + share * (p.b.x - p.a.x), y: p.a.y + share * (p.b.y - p.a.y)),
      isOverlap: false)
  }

  /// On which side of a line a point lies; exactly 0 within a ten-thousandth of a millimetre of it.
  private static func cross(
    _ a: PlaneArea.Point, _ b: PlaneArea.Point, _ c: PlaneArea.Point
  ) -> Double {
    let value = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return abs(value) <= 1e-7 * hypot(b.x - a.x, b.y - a.y) ? 0 : value
  }

  /// Whether a point lies on an edge of a ring.
  static func isOn(_ ring: PlaneArea.Ring, _ point: PlaneArea.Point) -> Bool {
    zip(ring, ring.dropFirst()).contains { a, b in
      cross(a, b, point) == 0 && point.x >= min(a.x, b.x) - 1e-7 && point.x <= max(a.x, b.x) + 1e-7
        && point.y >= min(a.y, b.y) - 1e-7 && point.y <= max(a.y, b.y) + 1e-7
    }
  }

  /// Whether a ring holds a point, by the crossing number.
  static func encloses(_ ring: PlaneArea.Ring, _ point: PlaneArea.Point) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      let share = (point.y - a.y) / (b.y - a.y)
      if point.x < a.x + share * (b.x - a.x) { isInside.toggle() }
    }
    return isInside
  }
}
