import Tables
import Words

/// The rows below [地块坐标]: plots and their points.
struct PlotRows {
  private var plots: [OpenPlot] = []
  private var faults: [BoundaryNote] = []
  private var notes: [BoundaryNote] = []
  private var hasFifth: (line: Int, value: String)?

  /// Whether no row was read at all.
  var isEmpty: Bool { plots.isEmpty && faults.isEmpty }

  fileprivate struct OpenPlot {
    var plot: RawPlot
    let line: Int
    let declaredCount: Int?
    var rows = 0
    var closed = 0
    var rings: [RawRing] = []
    var firstOfRing: RawPoint?
  }

  /// Reads a row; what is wrong with it is kept until the end.
  mutating func read(_ text: String, line: Int) {
    var fields = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    if text.hasSuffix("@") || fields.last(where: { !$0.isEmpty }) == "@" {
      while fields.last?.isEmpty == true { fields.removeLast() }
      fields.removeLast()
      return begin(fields, line: line)
    }
    if fields.count >= 5, ["面", "线", "点"].contains(fields[4]) {
      notes.append(BoundaryNote(Sentence("boundary.noSign"), at: .line(line)))
      return begin(fields, line: line)
    }
    while fields.last?.isEmpty == true { fields.removeLast() }
    add(fields, line: line)
  }

  private mutating func begin(_ fields: [String], line: Int) {
    func field(_ index: Int) -> String? {
      index < fields.count && !fields[index].isEmpty ? fields[index] : nil
    }
    if let kind = field(4), kind == "线" || kind == "点" {
      faults.append(
        BoundaryNote(
          Sentence("boundary.notAnArea", ["kind": kind]), at: .line(line), value: kind,
          cure: .say(Sentence("boundary.cureOutline"))))
    }
    if fields.count > 9 {
      notes.append(
        BoundaryNote(Sentence("boundary.manyFields", ["count": fields.count]), at: .line(line)))
    }
    var plot = RawPlot(at: .line(line))
    (plot.number, plot.name) = (field(2), field(3))
    for (key, index) in [("图幅号", 5), ("地块用途", 6), ("地类编码", 7)] {
      if let value = field(index) { plot.properties.append(Plot.Property(key, value)) }
    }
    if let area = field(1) {
      plot.declared = DeclaredArea(area, at: .line(line))
      if plot.declared == nil, Double(area) != 0 {
        notes.append(
          BoundaryNote(Sentence("boundary.badArea"), at: .line(line), value: area))
      }
    }
    plots.append(OpenPlot(plot: plot, line: line, declaredCount: field(0).flatMap { Int($0) }))
  }

  private mutating func add(_ fields: [String], line: Int) {
    guard let row = Row(fields) else {
      if Row.isWithoutY(fields) {
        faults.append(
          BoundaryNote(
            Sentence("boundary.noY", ["value": fields[2]]), at: .line(line),
            value: fields.joined(separator: ","), cure: .say(Sentence("boundary.cureRow"))))
        return
      }
      faults.append(
        BoundaryNote(
          Sentence("boundary.badRow"), at: .line(line),
          value: fields.joined(separator: ",").prefix(60).description,
          cure: .say(Sentence("boundary.cureRow"))))
      return
    }
    if plots.isEmpty {
      notes.append(BoundaryNote(Sentence("boundary.noPlotRow"), at: .line(line)))
      plots.append(OpenPlot(plot: RawPlot(at: .line(line)), line: line, declaredCount: nil))
    }
    if let fifth = row.fifth, hasFifth == nil { hasFifth = (line, fifth) }
    let point = RawPoint(
      east: row.second, north: row.first, place: .line(line), label: row.label)
    plots[plots.count - 1].add(point, ring: row.ring)
  }

  /// The plots, with what was noted.
  func finished(_ remarks: inout [BoundaryNote]) throws -> [RawPlot] {
    var faults = faults
    remarks += notes
    var unclosed: [Int] = []
    let finished = plots.map { open -> RawPlot in
      var plot = open.plot
      plot.rings = open.rings
      if open.rings.isEmpty {
        faults.append(
          BoundaryNote(
            Sentence("boundary.noPoints"), at: .line(open.line),
            cure: .say(Sentence("boundary.cureOutline"))))
      }
      for ring in open.rings {
        let isClosed = ring.isClosed
        if !isClosed,
          let line = ring.points.first.flatMap({ point -> Int? in
            if case .line(let line) = point.place { line } else { nil }
          })
        {
          unclosed.append(line)
        }
        if !isClosed, let first = ring.points.first, let last = ring.points.last,
          ring.points.count > 2, let label = first.label, label == last.label,
          PairKind(east: last.east, north: last.north) != .none
        {
          faults.append(
            BoundaryNote(
              Sentence("boundary.badClosing", ["label": label]), at: last.place,
              cure: .say(Sentence("boundary.cureRow"))))
        }
      }
      if let declared = open.declaredCount,
        ![open.rows, open.rows - open.closed, open.rows + open.rings.count, open.rows + 1]
          .contains(declared)
      {
        remarks.append(
          BoundaryNote(
            Sentence("boundary.otherCount", ["declared": declared, "count": open.rows]),
            at: .line(open.line), value: "\(declared)", cure: .say(Sentence("boundary.cureCount"))))
      }
      remarks += LabelCheck.notes(open.rings)
      return plot
    }
    if let first = unclosed.first {
      remarks.append(
        BoundaryNote(Sentence("boundary.unclosed", ["count": unclosed.count]), at: .line(first)))
    }
    if let (line, value) = hasFifth {
      remarks.append(BoundaryNote(Sentence("boundary.fifthValue"), at: .line(line), value: value))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return finished
  }
}

extension PlotRows {
  /// A row of a point: label, ring, X, Y, and perhaps a height; the ring may be missing.
  private struct Row {
    let label: String?
    let ring: String
    let first: Double
    let second: Double
    let fifth: String?

    /// Whether the row has a label, a ring and one number: it is cut off before Y.
    static func isWithoutY(_ fields: [String]) -> Bool {
      guard fields.count == 3, let ring = Int(fields[1]), abs(ring) < 100_000,
        let value = Double(fields[2])
      else { return false }
      // Degrees without decimals and without a ring would look the same.
      return PairKind(east: Double(ring), north: value) == .none
        && PairKind(east: value, north: Double(ring)) == .none
    }

    init?(_ fields: [String]) {
      func number(_ index: Int) -> Double? {
        index < fields.count ? Double(fields[index]).flatMap { $0.isFinite ? $0 : nil } : nil
      }
      // The ring is a small number; a coordinate in its place is one or has decimals.
      let hasRing =
        fields.count >= 4 && (Int(fields[1]).map { abs($0) < 100_000 } ?? fields[1].isEmpty)
      let start = hasRing ? 2 : 1
      guard (3...8).contains(fields.count), let x = number(start), let y = number(start + 1),
        !Self.isWithoutY(fields)
      else { return nil }
      label = fields[0].isEmpty ? nil : fields[0]
      ring = hasRing && !fields[1].isEmpty ? fields[1] : "1"
      (first, second) = (x, y)
      fifth = fields.count > start + 2 ? fields[start + 2] : nil
    }
  }
}

extension PlotRows.OpenPlot {
  /// Adds a point: to the ring that is open, or as the first of another.
  fileprivate mutating func add(_ point: RawPoint, ring name: String) {
    rows += 1
    let last = rings.count - 1
    guard last >= 0, rings[last].name == name, !rings[last].isClosed else {
      rings.append(RawRing(name: name, points: [point]))
      return
    }
    rings[last].points.append(point)
    let first = rings[last].points[0]
    if rings[last].points.count >= 3, first.east == point.east, first.north == point.north {
      rings[last].isClosed = true
      closed += 1
    }
  }
}

/// The labels of points, such as J1.
private enum LabelCheck {
  /// Labels that stand at two places of a plot, and numbers that are left out within a ring.
  static func notes(_ rings: [RawRing]) -> [BoundaryNote] {
    var notes: [BoundaryNote] = []
    for ring in rings {
      var seen: [String: RawPoint] = [:]
      var last: Int?
      for (index, point) in ring.points.enumerated() {
        guard let label = point.label else { continue }
        let isClosing = index == ring.points.count - 1 && ring.isClosed
        if let before = seen[label], before.east != point.east || before.north != point.north {
          notes.append(
            BoundaryNote(Sentence("boundary.labelTwice"), at: point.place, value: label))
        }
        seen[label] = point
        let number = Int(label.drop { !$0.isNumber })
        if !isClosing, let last, let number, number > last + 1, notes.count < 5 {
          notes.append(
            BoundaryNote(
              Sentence("boundary.labelGap", ["last": last, "next": number]), at: point.place,
              value: label))
        }
        last = number ?? last
      }
    }
    return notes
  }
}
