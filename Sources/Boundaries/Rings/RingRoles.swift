import Geodesy
import Tables
import Words

/// The rings of one plot: which are shells, which are holes, and of which shell.
///
/// Containment decides (even-odd), never the number of a ring: in a public sample the shell of a plot is
/// its third ring of six, and only so is the area the declared one.
struct RingRoles {
  private let plot: RawPlot
  private let rings: [Ring]

  private struct Ring {
    let name: String
    let number: Int
    /// Closed.
    let points: PlaneArea.Ring
    /// The places of the points, one fewer than the points.
    let raw: [RawPoint]
    let box: PlaneBox
  }

  /// Closes the rings and drops repeated points.
  init(_ plot: RawPlot, _ placed: [PlaneArea.Ring]) throws {
    self.plot = plot
    var faults: [BoundaryNote] = []
    var rings: [Ring] = []
    for (index, (raw, points)) in zip(plot.rings, placed).enumerated() {
      var kept: [(PlaneArea.Point, RawPoint)] = []
      for pair in zip(points, raw.points) where kept.last.map({ $0.0 != pair.0 }) ?? true {
        kept.append(pair)
      }
      while kept.count > 1, let first = kept.first, let last = kept.last, first.0 == last.0 {
        kept.removeLast()
      }
      guard kept.count >= 3 else {
        faults.append(
          BoundaryNote(
            Sentence("boundary.fewPoints", ["ring": raw.name, "count": kept.count]),
            at: raw.points.first?.place ?? plot.place, value: "\(kept.count)",
            cure: .say(Sentence("boundary.cureOutline"))))
        continue
      }
      let closed = kept.map(\.0) + [kept[0].0]
      rings.append(
        Ring(
          name: raw.name, number: index, points: closed, raw: kept.map(\.1),
          box: PlaneBox(closed)))
    }
    if !faults.isEmpty { throw Faults(faults) }
    self.rings = rings
  }

  /// The polygons.
  func polygons(_ remarks: inout [BoundaryNote]) throws -> [PlaneArea.Polygon] {
    try checkCrossings()
    for ring in rings where abs(PlaneArea.signedArea(ring.points)) < 0.01 {
      throw Faults(
        Sentence("boundary.noArea", ["ring": ring.name]), at: ring.raw[0].place,
        cure: .say(Sentence("boundary.cureOutline")))
    }
    // How many rings hold each, and the smallest of them.
    let holders = rings.map { inner in
      rings.filter { $0.number != inner.number && $0.box.holds(inner.box) && Self.holds($0, inner) }
    }
    var polygons: [PlaneArea.Polygon] = []
    var positions: [Int: Int] = [:]
    for (index, ring) in rings.enumerated() where holders[index].count % 2 == 0 {
      positions[ring.number] = polygons.count
      polygons.append(PlaneArea.Polygon(exterior: ring.points))
    }
    for (index, ring) in rings.enumerated() where holders[index].count % 2 == 1 {
      let shell = holders[index].min {
        abs(PlaneArea.signedArea($0.points)) < abs(PlaneArea.signedArea($1.points))
      }
      guard let shell, let position = positions[shell.number] else { continue }
      polygons[position].interiors.append(ring.points)
    }
    try remarkOnRoles(holders.map { $0.count % 2 == 1 }, &remarks)
    return polygons
  }

  /// Says so where the numbers of the rings do not tell which are holes.
  private func remarkOnRoles(_ areHoles: [Bool], _ remarks: inout [BoundaryNote]) throws {
    let isPlain = areHoles.first == false && !areHoles.dropFirst().contains(false)
    guard !isPlain else { return }
    if plot.hasRoles {
      guard let index = areHoles.indices.dropFirst().first(where: { !areHoles[$0] }) else { return }
      throw Faults(
        Sentence("boundary.holeOutside", ["ring": rings[index].name]),
        at: rings[index].raw[0].place, cure: .say(Sentence("boundary.cureOutline")))
    }
    let holes = zip(rings, areHoles).filter(\.1).map(\.0.name)
    let shells = zip(rings, areHoles).filter { !$0.1 }.map(\.0.name)
    remarks.append(
      BoundaryNote(
        holes.isEmpty
          ? Sentence("boundary.parts", ["shells": shells])
          : Sentence("boundary.roles", ["shells": shells, "holes": holes]),
        at: plot.place))
  }

  /// Refuses rings that cross themselves or each other, go back on themselves or repeat each other.
  private func checkCrossings() throws {
    var edges: [RingEdges.Edge] = []
    for ring in rings {
      for index in ring.raw.indices {
        edges.append(
          RingEdges.Edge(
            a: ring.points[index], b: ring.points[index + 1], ring: ring.number, index: index,
            count: ring.raw.count))
      }
    }
    guard let meeting = try RingEdges(edges).firstMeeting() else { return }
    let (one, other) = (rings[meeting.first.ring], rings[meeting.second.ring])
    func name(_ edge: RingEdges.Edge, of ring: Ring) -> String {
      let next = (edge.index + 1) % ring.raw.count
      return "\(ring.raw[edge.index].name(edge.index + 1))-\(ring.raw[next].name(next + 1))"
    }
    let place = other.raw[meeting.second.index].place
    let values: KeyValuePairs<String, any SentenceValue> = [
      "ring": one.name, "other": other.name, "first": name(meeting.first, of: one),
      "second": name(meeting.second, of: other),
      "x": DecimalText.string(meeting.point.y, places: 3), "y": yText(meeting.point.x),
    ]
    let cure = BoundaryNote.Cure.say(Sentence("boundary.cureCrossing"))
    let value = "X \(DecimalText.string(meeting.point.y, places: 3)), Y \(yText(meeting.point.x))"
    if meeting.first.ring != meeting.second.ring {
      let isSame = Set(one.points) == Set(other.points)
      throw Faults(
        isSame
          ? Sentence("boundary.ringRepeated", values) : Sentence("boundary.ringsCross", values),
        at: place, value: value, cure: cure)
    }
    throw Faults(
      meeting.isOverlap ? Sentence("boundary.spike", values) : Sentence("boundary.crosses", values),
      at: place, value: value, cure: cure)
  }

  /// The easting as the file writes it, with the number of the zone where it has that.
  private func yText(_ x: Double) -> String {
    let written = plot.rings.first?.points.first?.east ?? 0
    let prefix = PairKind.prefix(of: written).map { Double($0) * 1e6 } ?? 0
    return DecimalText.string(prefix + x, places: 3)
  }

  /// Whether a ring holds another that does not cross it: by a point of that which is not on it.
  private static func holds(_ outer: Ring, _ inner: Ring) -> Bool {
    let candidates =
      inner.points.dropLast()
      + zip(inner.points, inner.points.dropFirst()).map {
        PlaneArea.Point(x: ($0.x + $1.x) / 2, y: ($0.y + $1.y) / 2)
      }
    for point in candidates where !RingEdges.isOn(outer.points, point) {
      return RingEdges.encloses(outer.points, point)
    }
    return false
  }
}

/// A box in a plane.
struct PlaneBox {
  var (west, south, east, north) = (
    Double.infinity, Double.infinity, -Double.infinity, -Double.infinity
  )

  init(_ points: [PlaneArea.Point]) {
    for point in points {
      (west, east) = (min(west, point.x), max(east, point.x))
      (south, north) = (min(south, point.y), max(north, point.y))
    }
  }

  func holds(_ other: PlaneBox) -> Bool {
    west <= other.west && south <= other.south && east >= other.east && north >= other.north
  }
}
