import Geodesy
import Tables
import Words

/// A shapefile with polygons: `.shp`, and beside it `.dbf`, `.cpg` and `.prj`.
///
/// Source: ESRI Shapefile Technical Description, July 1998.
struct Shapefile {
  private let source: BoundarySource
  private let bytes: [UInt8]

  init(_ source: BoundarySource) throws {
    (self.source, bytes) = (source, source.bytes)
    guard bytes.count >= 100 else { throw Self.cut }
  }

  private static let cut = Faults(
    Sentence("boundary.shpCut"), cure: .say(Sentence("boundary.cureShapefile")))

  /// Reads the records, each as a plot.
  ///
  /// - Parameter wantsLines: Whether lines are read, and not areas: their parts become rings that are open.
  func reading(_ remarks: inout [BoundaryNote], wantsLines: Bool = false) throws -> RawReading {
    let kind = little(32)
    switch kind {
    case 3 where wantsLines: break
    case 13 where wantsLines, 23 where wantsLines:
      remarks.append(BoundaryNote(Sentence("boundary.shpHeights")))
    case 5 where wantsLines, 15 where wantsLines, 25 where wantsLines:
      throw Faults(
        Sentence("boundary.areasForLines", ["layer": source.name]), value: "\(kind)",
        cure: .say(Sentence("boundary.cureRoadLines")))
    case 5: break
    case 15, 25:
      remarks.append(BoundaryNote(Sentence("boundary.shpHeights")))
    case 1, 11, 21, 8, 18, 28, 3, 13, 23:
      throw Faults(
        kind % 10 == 3 ? Sentence("boundary.shpLines") : Sentence("boundary.shpPoints"),
        value: "\(kind)", cure: .say(Sentence("boundary.cureOutline")))
    default:
      throw Faults(
        Sentence("boundary.shpKind", ["kind": kind]), value: "\(kind)",
        cure: .say(Sentence("boundary.cureShapefile")))
    }
    var reading = RawReading()
    reading.header = try ProjectionText.header(source.companion("prj"))
    var table = try source.companion("dbf").map {
      try DBFTable($0, encoding: source.companion("cpg"))
    }
    if table == nil { remarks.append(BoundaryNote(Sentence("boundary.noTable"))) }
    remarks += table?.remarks ?? []
    table?.remarks = []
    var (offset, number, empty) = (100, 0, 0)
    while offset + 12 <= bytes.count {
      number += 1
      let words = big(offset + 4)
      let (start, end) = (offset + 8, offset + 8 + words * 2)
      guard words >= 2, end <= bytes.count else { throw Self.cut }
      offset = end
      let row = table?.row(number - 1)
      if row?.isDeleted == true { continue }
      guard little(start) != 0 else {
        empty += 1
        continue
      }
      guard little(start) == kind else { throw Self.cut }
      var plot = try polygon(start, end, number)
      plot.properties = row?.properties ?? []
      plot.name = plot.property(["DKMC", "XMMC", "MC", "NAME", "名称", "地块名称", "项目名称"])
      plot.number = plot.property(["DKBH", "DKH", "BH", "ID", "编号", "地块编号"])
      if !plot.rings.isEmpty { reading.plots.append(plot) }
    }
    if empty > 0 { remarks.append(BoundaryNote(Sentence("boundary.shpEmpty", ["count": empty]))) }
    return reading
  }

  private func polygon(_ start: Int, _ end: Int, _ number: Int) throws -> RawPlot {
    guard start + 44 <= end else { throw Self.cut }
    let (parts, points) = (little(start + 36), little(start + 40))
    let first = start + 44 + parts * 4
    guard parts >= 0, points >= 0, parts <= points, first + points * 16 <= end else {
      throw Self.cut
    }
    var plot = RawPlot(at: .feature(number))
    for part in 0..<parts {
      let from = little(start + 44 + part * 4)
      let to = part + 1 < parts ? little(start + 48 + part * 4) : points
      guard from >= 0, from <= to, to <= points else { throw Self.cut }
      plot.rings.append(
        RawRing(
          name: "\(part + 1)",
          points: (from..<to).map { index in
            RawPoint(
              east: double(first + index * 16), north: double(first + index * 16 + 8),
              place: .feature(number))
          }, isClosed: true))
    }
    return plot
  }

  private func big(_ offset: Int) -> Int {
    Int(Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }))
  }

  private func little(_ offset: Int) -> Int { Int(Int32(bitPattern: bytes.little(offset))) }

  private func double(_ offset: Int) -> Double {
    Double(
      bitPattern: bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }
}

extension [UInt8] {
  /// Four bytes as a number, the low one first.
  func little(_ offset: Int) -> UInt32 {
    self[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension RawPlot {
  /// The first text that stands under one of the names.
  func property(_ names: [String]) -> String? {
    names.lazy.compactMap { name in
      properties.first { $0.key.uppercased() == name }?.value
    }.first
  }
}
