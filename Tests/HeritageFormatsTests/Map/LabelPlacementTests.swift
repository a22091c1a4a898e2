import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import HeritageFormats

@Suite("Words on a map")
struct LabelPlacementTests {
  private let frame = MapRectangle(x: 0, y: 0, width: 800, height: 600)

  @Test(
    "No word overlaps another or leaves the frame, wherever the relics lie",
    arguments: Cases.seeds(1...8))
  func neverOverlap(seed: UInt64) throws {
    var draw = Draw(state: seed)
    let names = [
      "城头山遗址", "澧县革命烈士纪念碑", "塔", "第16处全国重点文物保护单位（名称待考）", "A long English name",
    ]
    let sites = (0..<120).map { index in
      SampleScenes.site(
        "S\(1000 + index)", names[index % names.count],
        ProtectionLevel.allCases[Int(draw.number(0, 5))],
        at: SampleScenes.at(draw.number(111.5, 112), draw.number(29.5, 30)),
        accuracy: index % 5 == 0 ? nil : draw.number(5, 5000))
    }
    let drawing = try #require(SampleScenes.drawing(SampleScenes.county(sites)))
    let boxes = drawing.labels.map(\.box) + [drawing.furniture.barBox, drawing.furniture.arrowBox]
    #expect(drawing.labels.count > 40)
    #expect(boxes.allSatisfy(drawing.map.frame.contains))
    let overlaps = boxes.enumerated().flatMap { index, box in
      boxes[(index + 1)...].filter(box.intersects)
    }
    #expect(overlaps.isEmpty)
    let dots = drawing.map.marks.filter { $0.symbols.contains(.dot) }.map(\.point)
    #expect(!drawing.labels.contains { label in dots.contains(where: label.box.contains) })
  }

  @Test(
    "No name stands nearer to another mark than to its own, unless a line leads to it",
    arguments: Cases.seeds(1...6))
  func nearest(seed: UInt64) throws {
    var draw = Draw(state: seed)
    let sites = (0..<60).map { index in
      SampleScenes.site(
        "S\(1000 + index)", "文物点\(index)", ProtectionLevel.allCases[Int(draw.number(0, 5))],
        at: SampleScenes.at(draw.number(111.5, 112), draw.number(29.5, 30)),
        accuracy: draw.number(5, 5000))
    }
    let drawing = try #require(SampleScenes.drawing(SampleScenes.county(sites)))
    let marks = drawing.map.marks.map(\.point)
    var (count, led) = (0, 0)
    for placed in drawing.labels {
      guard let anchor = placed.label.anchor else { continue }
      func distance(_ point: MapPoint) -> Double {
        placed.box.nearest(to: point).squaredDistance(to: point)
      }
      if placed.leader.isEmpty {
        #expect(
          marks.allSatisfy { distance($0) >= distance(anchor) - 1e-6 }, "\(placed.label.text)")
      } else {
        #expect(placed.leader[0] == anchor)
        #expect(placed.box.contains(placed.leader[1]))
        led += 1
      }
      count += 1
    }
    #expect(count > 20)
    #expect(led < count)
  }

  @Test("A word takes the first place that is free, and none where all are taken")
  func greedy() {
    var placement = LabelPlacement(frame: frame)
    let places = [MapPoint(x: 100, y: 100), MapPoint(x: 100, y: 130)]
    let label = MapLabel(text: "城头山遗址", style: .relic(.national), candidates: places)
    let found = (0..<3).map { _ in placement.place(label) }
    #expect(found == [true, true, false])
    #expect(placement.placed.map(\.box.centre) == places)
    #expect(placement.omitted == 1)
  }

  @Test("A word that would leave the frame has no place there")
  func edge() {
    var placement = LabelPlacement(frame: frame)
    let label = MapLabel(
      text: "城头山遗址", style: .relic(.county), candidates: [MapPoint(x: 20, y: 300)])
    let found = placement.place(label)
    #expect(!found)
  }

  @Test("A Chinese character is an em wide, a Latin letter less")
  func widths() {
    #expect(TextMetrics.ems("澧县") == 2)
    #expect(TextMetrics.ems("ab") == 1.2)
    #expect(TextMetrics.width("澧县", size: 12, spacing: 3) == 30)
  }

  @Test("Lines break between Chinese characters and between words, never before a full stop")
  func lines() {
    #expect(TextMetrics.lines("另有八处，图上未绘。", width: 60, size: 12) == ["另有八处，", "图上未绘。"])
    #expect(TextMetrics.lines("of the relics", width: 60, size: 12) == ["of the", "relics"])
    #expect(TextMetrics.lines("", width: 60, size: 12) == [])
    #expect(TextMetrics.truncated("城头山遗址", to: 40, size: 10) == "城头山…")
  }
}
