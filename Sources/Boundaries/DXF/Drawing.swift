import Geodesy
import Tables
import Words

/// A drawing in AutoCAD's exchange format (DXF, the form in text, R12 and later).
///
/// Closed LWPOLYLINE, POLYLINE and HATCH of one layer are read; their arcs are flattened to a millimetre.
/// A drawing says nothing of its datum. Source: AutoCAD 2018 DXF Reference.
struct Drawing {
  let groups: [Group]

  /// A code and a value, with the line of the value.
  struct Group {
    let code: Int
    let value: String
    let line: Int
  }

  /// Why bytes are a drawing that is not read; nil for others.
  static func refusal(of bytes: [UInt8]) -> Faults? {
    if bytes.starts(with: Array("AutoCAD Binary DXF".utf8)) {
      return Faults(
        Sentence("boundary.binaryDXF"), cure: .say(Sentence("boundary.cureDXF")))
    }
    if bytes.count > 6, bytes.starts(with: Array("AC10".utf8)),
      bytes[4...5].allSatisfy({ (0x30...0x39).contains($0) })
    {
      return Faults(
        Sentence("boundary.dwg", ["version": String(decoding: bytes[..<6], as: UTF8.self)]),
        cure: .say(Sentence("boundary.cureDXF")))
    }
    return nil
  }

  /// Whether text begins as a drawing does: a code alone on its line, then SECTION.
  static func isDrawing(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let lines = head.split(whereSeparator: \.isNewline).prefix(200).map(\.trimmed)
    let pairs = zip(lines, lines.dropFirst())
    return pairs.contains { $0 == "0" && ($1 == "SECTION" || $1 == "LWPOLYLINE") }
      && lines.first.map { Int($0) != nil } == true
  }

  /// Splits the text into groups.
  init(_ bytes: [UInt8]) throws {
    var groups: [Group] = []
    var code: Int?
    var number = 0
    for line in BoundarySource.lines(try Self.text(bytes)) {
      number += 1
      guard let known = code else {
        // The end of the file may have an empty line.
        guard let found = Int(line.trimmed) else {
          if line.trimmed.isEmpty { continue }
          throw Faults(
            Sentence("boundary.badGroup"), at: .line(number), value: String(line.prefix(40)),
            cure: .say(Sentence("boundary.cureDXF")))
        }
        code = found
        continue
      }
      groups.append(Group(code: known, value: line, line: number))
      code = nil
    }
    self.groups = groups
  }

  /// The text in UTF-8: since 2007 it is that, before it has the code page of the header.
  private static func text(_ bytes: [UInt8]) throws -> [UInt8] {
    func header(_ name: String) -> String? {
      let head = bytes.prefix(1 << 20)
      guard let range = head.firstRange(of: Array(name.utf8)) else { return nil }
      let lines = String(decoding: head[range.upperBound...].prefix(80), as: UTF8.self)
        .split(whereSeparator: \.isNewline)
      return lines.count >= 2 ? lines[1].trimmed : nil
    }
    let isUnicode = header("$ACADVER").map { $0 >= "AC1021" } ?? false
    if !isUnicode, header("$DWGCODEPAGE") == "ANSI_936",
      let text = try? TextEncoding.utf8(bytes, as: .gb18030)
    {
      return text
    }
    return try BoundarySource.text(bytes)
  }

  /// The outlines of one layer as a plot.
  func reading(layer: String?, _ remarks: inout [BoundaryNote]) throws -> RawReading {
    var entities = DrawingEntities(groups)
    try entities.read()
    var layers: [String: [DrawingEntities.Outline]] = [:]
    var order: [String] = []
    for outline in entities.outlines {
      if layers[outline.layer] == nil { order.append(outline.layer) }
      layers[outline.layer, default: []].append(outline)
    }
    if let layer, layers[layer] == nil {
      throw Faults(
        Sentence("boundary.noSuchLayer", ["layer": layer]), value: layer,
        cure: .chooseLayer(order))
    }
    guard let chosen = layer ?? (order.count == 1 ? order.first : nil), let found = layers[chosen]
    else {
      guard !order.isEmpty else { throw Faults(entities.nothingFound) }
      let counted = order.map { "\($0) (\(layers[$0]?.count ?? 0))" }
      throw Faults(
        Sentence("boundary.severalLayers", ["layers": counted]), cure: .chooseLayer(order))
    }
    remarks += entities.remarks
    var plot = RawPlot(at: .line(found[0].line))
    plot.name = chosen == "0" ? nil : chosen
    for outline in found {
      // A hatch fills an outline that is drawn as well.
      let corners = Set(outline.points)
      if let twin = plot.rings.first(where: {
        Set($0.points.map(DrawingEntities.Point.init)) == corners
      }) {
        remarks.append(
          BoundaryNote(
            Sentence("boundary.drawnTwice", ["name": twin.name]), at: .line(outline.line)))
        continue
      }
      plot.rings.append(
        RawRing(
          name: "\(plot.rings.count + 1)",
          points: outline.points.map {
            RawPoint(east: $0.x, north: $0.y, place: .line($0.line), label: nil)
          }, isClosed: true))
    }
    var reading = RawReading()
    reading.header.missing = Sentence("boundary.dxfDatum")
    reading.plots = [plot]
    return reading
  }
}

extension DrawingEntities.Point {
  init(_ point: RawPoint) { self.init(x: point.east, y: point.north, line: 0) }
}
