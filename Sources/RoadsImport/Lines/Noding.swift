import Geodesy
import Roads

/// Joins lines that were drawn one by one: ends that nearly meet, ends beside a line, crossings.
///
/// A crossing becomes a junction only where neither line is a bridge, a tunnel, on another level or a motorway.
struct Noding {
  private(set) var report: NodingReport
  private(set) var corners: [FlatLine.Point] = []
  private var lines: [FlatLine]
  private let tolerance: Double
  /// The segments of all lines: which line, which segment of it.
  private var segments: [(line: Int32, segment: Int32)] = []
  private var index: CellIndex
  private var cornerIndex: CellIndex

  /// Nodes lines.
  ///
  /// - Parameter tolerance: Within how many metres ends are joined.
  init(_ lines: [FlatLine], tolerance: Double) {
    report = NodingReport(tolerance: tolerance)
    self.tolerance = tolerance
    index = CellIndex(size: 100)
    cornerIndex = CellIndex(size: max(tolerance, 1) * 4)
    self.lines = []
    var known: Set<[FlatLine.Point]> = []
    for line in lines {
      let turned = Array(line.points.reversed())
      guard known.insert(line.points).inserted, !known.contains(turned) || turned == line.points
      else {
        report.duplicates += 1
        continue
      }
      self.lines.append(line)
    }
    joinEnds()
    for (number, line) in self.lines.enumerated() {
      for segment in 0..<line.points.count - 1 {
        index.add(Int32(segments.count), from: line.points[segment], to: line.points[segment + 1])
        segments.append((Int32(number), Int32(segment)))
      }
    }
    cutAtEnds()
    cutAtCrossings()
  }

  private var ends: [(start: UInt32, end: UInt32)] = []

  /// Gives ends that lie within the tolerance of each other one corner.
  private mutating func joinEnds() {
    var near = CellIndex(size: 10)
    var all: [(point: FlatLine.Point, line: Int)] = []
    for (number, line) in lines.enumerated() {
      for point in [line.points[0], line.points[line.points.count - 1]] {
        near.add(Int32(all.count), from: point, to: point)
        all.append((point, number))
      }
    }
    for end in all {
      let distances = near.things(from: end.point, to: end.point, margin: 5).compactMap {
        other -> Double? in
        let other = all[Int(other)]
        let distance = other.point.distance(to: end.point)
        return other.line != end.line && distance > 0 ? distance : nil
      }
      guard let least = distances.min() else { continue }
      for (place, limit) in NodingReport.distances.enumerated() where least <= limit {
        report.nearEnds[place] += 1
      }
    }
    for number in lines.indices {
      let line = lines[number]
      let start = corner(at: line.points[0], countsJoins: true)
      let end = corner(at: line.points[line.points.count - 1], countsJoins: true)
      lines[number].points[0] = corners[Int(start)]
      lines[number].points[line.points.count - 1] = corners[Int(end)]
      ends.append((start, end))
    }
  }

  /// The corner within the tolerance of a point that is nearest to it, or a new one.
  private mutating func corner(at point: FlatLine.Point, countsJoins: Bool = false) -> UInt32 {
    let near = cornerIndex.things(from: point, to: point, margin: tolerance)
      .map { ($0, corners[Int($0)].distance(to: point)) }
      .filter { $0.1 <= tolerance }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    if let near {
      if countsJoins, near.1 > 0 { report.joinedEnds += 1 }
      return UInt32(near.0)
    }
    cornerIndex.add(Int32(corners.count), from: point, to: point)
    corners.append(point)
    return UInt32(corners.count - 1)
  }

  /// Cuts lines beside which another one ends.
  private mutating func cutAtEnds() {
    for corner in corners.indices {
      let point = corners[corner]
      var best: [Int32: (distance: Double, segment: Int32, share: Double)] = [:]
      for thing in index.things(from: point, to: point, margin: tolerance) {
        let (line, segment) = segments[Int(thing)]
        guard ends[Int(line)].start != UInt32(corner), ends[Int(line)].end != UInt32(corner)
        else { continue }
        let points = lines[Int(line)].points
        let (share, distance) = Self.nearest(
          point, points[Int(segment)], points[Int(segment) + 1])
        if distance <= tolerance, distance < best[line]?.distance ?? .infinity {
          best[line] = (distance, segment, share)
        }
      }
      for (line, found) in best.sorted(by: { $0.key < $1.key }) {
        lines[Int(line)].cuts.append((Int(found.segment), found.share, UInt32(corner)))
        report.cutAtEnds += 1
      }
    }
  }

  /// Makes junctions of crossings, where both lines run on the ground.
  private mutating func cutAtCrossings() {
    for first in segments.indices {
      let (a, b) = ends(of: first)
      for thing in index.things(from: a, to: b) where Int(thing) > first {
        let other = Int(thing)
        let (one, two) = (segments[first], segments[other])
        let isNeighbour = one.line == two.line && abs(one.segment - two.segment) <= 1
        guard !isNeighbour else { continue }
        let (c, d) = ends(of: other)
        guard let (s, t) = Self.crossing(a, b, c, d) else { continue }
        let point = FlatLine.Point(x: a.x + (b.x - a.x) * s, y: a.y + (b.y - a.y) * s)
        if isNearCut(point, Int(one.line), Int(two.line)) { continue }
        let roads = [lines[Int(one.line)].road, lines[Int(two.line)].road]
        guard !roads.contains(where: { $0.isRaised || $0.isMotorway }) else {
          report.keptCrossings += 1
          continue
        }
        report.crossings += 1
        let corner = corner(at: point)
        lines[Int(one.line)].cuts.append((Int(one.segment), s, corner))
        lines[Int(two.line)].cuts.append((Int(two.segment), t, corner))
      }
    }
  }

  private func ends(of segment: Int) -> (FlatLine.Point, FlatLine.Point) {
    let (line, number) = segments[segment]
    let points = lines[Int(line)].points
    return (points[Int(number)], points[Int(number) + 1])
  }

  /// Whether two lines are joined already where they cross.
  private func isNearCut(_ point: FlatLine.Point, _ first: Int, _ second: Int) -> Bool {
    func joins(_ line: Int) -> Set<UInt32> {
      let all = lines[line].cuts.map(\.corner) + [ends[line].start, ends[line].end]
      return Set(all.filter { corners[Int($0)].distance(to: point) <= tolerance })
    }
    return first != second && !joins(first).isDisjoint(with: joins(second))
  }
}

extension Noding {
  /// The lines as ways with their corners, and where the corners are.
  mutating func ways() -> (
    ways: [(corners: [UInt32], road: LineRoads.Road)], points: [FlatLine.Point]
  ) {
    var points = corners
    var ways: [(corners: [UInt32], road: LineRoads.Road)] = []
    var uses = [Int](repeating: 0, count: corners.count)
    for (number, line) in lines.enumerated() {
      for corner in [ends[number].start, ends[number].end] + line.cuts.map(\.corner) {
        uses[Int(corner)] += 1
      }
    }
    for (number, line) in lines.enumerated() {
      let (start, end) = ends[number]
      let isLoose = uses[Int(start)] == 1 || uses[Int(end)] == 1
      if line.cuts.isEmpty, isLoose || start == end, line.length < tolerance {
        report.stubs += 1
        continue
      }
      let cuts = line.cuts.sorted { ($0.segment, $0.share) < ($1.segment, $1.share) }
      var (corners, next) = ([start], 0)
      for segment in 0..<line.points.count - 1 {
        while next < cuts.count, cuts[next].segment == segment {
          if corners.last != cuts[next].corner { corners.append(cuts[next].corner) }
          next += 1
        }
        guard segment + 2 < line.points.count else { continue }
        corners.append(UInt32(points.count))
        points.append(line.points[segment + 1])
      }
      if corners.last != end || corners.count == 1 { corners.append(end) }
      if !line.road.isClassed { report.unclassed += 1 }
      ways.append((corners, line.road))
    }
    return (ways, points)
  }

  /// The nearest point of a segment: which share of it lies before, and how far it is.
  static func nearest(
    _ p: FlatLine.Point, _ a: FlatLine.Point, _ b: FlatLine.Point
  ) -> (share: Double, distance: Double) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let share = length == 0 ? 0 : min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0), 1)
    return (share, p.distance(to: FlatLine.Point(x: a.x + share * dx, y: a.y + share * dy)))
  }

  /// Where two segments cross, as shares of both; nil where they do not, or lie in one line.
  static func crossing(
    _ a: FlatLine.Point, _ b: FlatLine.Point, _ c: FlatLine.Point, _ d: FlatLine.Point
  ) -> (Double, Double)? {
    let (ux, uy, vx, vy) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y)
    let turn = ux * vy - uy * vx
    guard turn != 0 else { return nil }
    let s = ((c.x - a.x) * vy - (c.y - a.y) * vx) / turn
    let t = ((c.x - a.x) * uy - (c.y - a.y) * ux) / turn
    return (0...1).contains(s) && (0...1).contains(t) ? (s, t) : nil
  }
}
