import Foundation
import FoundationXML
import Geodesy
import HeritageRegistry
import Hours
import Testing

@testable import HeritageFormats

@Suite("Maps")
struct MapWriterTests {
  private typealias Scenes = SampleScenes
  private static let inside = SampleScenes.at(111.7, 29.7)

  private func map(_ sites: [Site], extent: BoundingBox? = nil) throws -> String {
    try #require(MapWriter(language: .zh).map(Scenes.county(sites, extent: extent)))
  }

  @Test(
    "A circle has the radius of its accuracy at the map's scale", arguments: [1500, 2500, 6000])
  func radius(accuracy: Double) throws {
    let site = Scenes.site("T-1", "某址", at: Self.inside, accuracy: accuracy)
    let drawing = try #require(Scenes.drawing(Scenes.county([site])))
    let radius = accuracy * drawing.map.projection.pixelsPerMetre
    #expect(drawing.map.marks.map(\.symbols) == [[.circle(radius)]])
    #expect(drawing.svg().contains("r=\"\(SVGWriter.number(radius))\" fill=\"#1F7468\""))
    // The same circle, measured on the ellipsoid.
    let centre = drawing.map.projection.point(Self.inside)
    let edge = Geodesic.position(from: Self.inside, bearing: 0, distance: .metres(accuracy))
    let drawn = centre.y - drawing.map.projection.point(edge).y
    #expect(abs(drawn - radius) < 0.01 * radius)
  }

  @Test("A dot is drawn only where it covers the circle of accuracy")
  func dots() throws {
    for (accuracy, isDot) in [(5.0, true), (100, true), (200, true), (500, false), (900, false)] {
      let site = Scenes.site("T-1", "某址", at: Self.inside, accuracy: accuracy)
      let drawing = try #require(Scenes.drawing(Scenes.county([site])))
      let radius = accuracy * drawing.map.projection.pixelsPerMetre
      #expect((radius <= MapStyle.dotRadius) == isDot)
      #expect(drawing.svg().contains("class=\"dot\"") == isDot)
    }
  }

  @Test(
    "A position that is not the relic's own is no dot at any scale",
    arguments: [PositionMethod.townshipSeat, .generalised, .derived, .literature])
  func approximate(method: PositionMethod) throws {
    let site = Scenes.site("T-1", "某址", at: Self.inside, accuracy: 1000, method: method)
    let far = try BoundingBox(west: 100, south: 20, east: 120, north: 40)
    for extent in [nil, far] {
      let text = try map([site], extent: extent)
      #expect(!text.contains("class=\"dot\""))
      // What the public sees of a sensitive relic is a cell, and a cell is a square.
      let isCell = method == .generalised
      #expect(text.contains(isCell ? "class=\"cell\"" : "class=\"area\""))
      #expect(text.contains(isCell ? "方格：敏感文物点" : "圆：文物点在圆内某处"))
    }
  }

  @Test("A position of unknown accuracy is hollow and dashed, and the legend says so")
  func unknownAccuracy() throws {
    let text = try map([Scenes.site("T-1", "某址", at: Self.inside, accuracy: nil)])
    #expect(text.contains("class=\"unknown\""))
    #expect(text.contains("stroke-dasharray=\"2.5 2\""))
    #expect(text.contains("虚线：位置精度不详"))
    #expect(!text.contains("class=\"dot\""))
    #expect(try !map([]).contains("虚线：位置精度不详"))
  }

  @Test("Relics at one point are one circle with their number, and are listed")
  func shared() throws {
    let names = ["甲楼", "乙塔", "丙桥"]
    let sites = names.enumerated().map { index, name in
      Scenes.site(
        "T-\(index)", name, index == 2 ? .national : .county, at: Scenes.at(111.8, 29.6),
        accuracy: 2500 + Double(index) * 500, method: .townshipSeat)
    }
    let drawing = try #require(Scenes.drawing(Scenes.county(sites)))
    #expect(drawing.map.marks.count == 1)
    #expect(drawing.map.marks[0].sites.map(\.code) == ["T-2", "T-0", "T-1"])
    #expect(
      drawing.map.marks[0].symbols == [.circle(3500 * drawing.map.projection.pixelsPerMetre)])
    let text = drawing.svg()
    #expect(text.contains(">A · 3处</text>"))
    #expect(text.contains(">A 东镇 · 3 处</text>"))
    for name in names { #expect(text.contains(">\(name)</text>")) }
    #expect(text.contains(">±3.5 km</text>"))
  }

  @Test("Relics without a position are counted, not drawn")
  func unlocated() throws {
    let text = try map([
      Scenes.site("T-1", "秘墓", at: nil, accuracy: nil),
      Scenes.site("T-2", "明楼", at: Self.inside, accuracy: 20),
    ])
    #expect(!text.contains("秘墓"))
    #expect(!text.contains("T-1"))
    #expect(text.contains("另有 1 处没有可公开的位置"))
    #expect(text.contains("分布图 · 1 处"))
  }

  @Test("Stand-ins are crosses without a name, and the legend says that they are no relics")
  func standIns() throws {
    let standIn = Scenes.site(
      "T-X1", "待补录文物点 X1", .registered, at: Self.inside, accuracy: nil, method: .generated,
      provenance: .standIn)
    let text = try map([standIn])
    #expect(text.contains("class=\"stand-in\""))
    #expect(text.contains("待补录占位，不是文物点"))
    #expect(!text.contains(">待补录文物点 X1</text>"))
    #expect(text.contains("分布图 · 0 处"))
  }

  @Test("A map holds the outline, rivers, townships, scale bar, north arrow, legend and credits")
  func parts() throws {
    let text = try map([Scenes.site("T-1", "某址", at: Self.inside, accuracy: 20)])
    for part in [
      "outlines", "rivers", "townships", "relics", "labels", "scale-bar", "north-arrow", "legend",
      "credits", "graticule",
    ] { #expect(text.contains("id=\"\(part)\"")) }
    for word in ["试县", "试水", "东镇", "某址", "Credits &amp; more", "北", "图例"] {
      #expect(text.contains(word))
    }
    #expect(!text.contains("href"))
    #expect(text.components(separatedBy: "http").count == 2)
  }

  @Test("A map for staff says that it is internal")
  func staff() throws {
    var scene = Scenes.county([])
    #expect(try #require(MapWriter(language: .zh).map(scene)).contains("内部资料") == false)
    scene.audience = .staff
    #expect(try #require(MapWriter(language: .zh).map(scene)).contains("内部资料：含不公开位置"))
  }

  @Test("The same scene gives the same bytes, in whatever order the relics come")
  func deterministic() throws {
    var draw = Draw(state: 9)
    let sites = (0..<60).map { index in
      Scenes.site(
        "T-\(index)", "某址\(index)", ProtectionLevel.allCases[index % 5],
        at: Scenes.at(draw.number(111.5, 112), draw.number(29.5, 30)),
        accuracy: Double(index % 4) * 1000 + 10)
    }
    #expect(try map(sites) == map(sites))
    #expect(try map(sites) == map(sites.reversed()))
  }

  @Test("Names of any characters leave well-formed XML")
  func wellFormed() throws {
    let name = "A & <b> \"c\" ]]> \u{0}\u{1B}\u{FFFF} 城头山 𠀋"
    let text = try map([
      Scenes.site("T-1", name, at: Self.inside, accuracy: 20),
      Scenes.site("T-2", name, at: Self.inside, accuracy: 2000),
    ])
    #expect(XMLParser(data: Data(text.utf8)).parse())
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    #expect(text.hasSuffix("</svg>\n"))
  }

  @Test("Every number has at most two decimals, and none is infinite")
  func numbers() throws {
    let text = try map([
      Scenes.site("T-1", "某址", at: Self.inside, accuracy: 1234.5678),
      Scenes.site("T-2", "极址", at: Scenes.at(0, 90), accuracy: 20),
    ])
    #expect(text.firstMatch(of: /\d\.\d{3}/) == nil)
    #expect(text.firstMatch(of: /"(nan|-?inf)/) == nil)
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }

  @Test("Without an outline and a position there is nothing to draw")
  func nothing() {
    let scene = MapScene(
      title: "空县", sites: [Scenes.site("T-1", "秘墓", at: nil, accuracy: nil)])
    #expect(MapWriter(language: .zh).map(scene) == nil)
  }

  @Test("An extent of its own shows that part and counts what lies outside")
  func extent() throws {
    let extent = try BoundingBox(west: 111.69, south: 29.69, east: 111.71, north: 29.71)
    let text = try map(
      [
        Scenes.site("T-1", "内址", at: Self.inside, accuracy: 200),
        Scenes.site("T-2", "外址", at: Scenes.at(111.9, 29.9), accuracy: 200),
      ], extent: extent)
    #expect(text.contains("内址"))
    #expect(!text.contains("外址"))
    #expect(text.contains("另有 1 处在图幅之外"))
    // 200 m are many pixels here.
    #expect(text.contains("class=\"area\""))
  }

  @Test("What was asked for by its place is drawn, and the map goes there")
  func asked() throws {
    let area = Scenes.square(111.6, 29.6, 0.02)
    let ring = MapShape.ring(centre: Self.inside, radius: .metres(2000), name: "某址")
    let near = Scenes.site("T-1", "内址", at: Scenes.at(111.61, 29.61), accuracy: 20)
    for (shape, words) in [(MapShape.area(area), "所查范围"), (ring, "某址周围 2 km")] {
      var scene = Scenes.county([near])
      scene.shapes = [shape]
      scene.extent = MapScene.extent(around: [shape])
      let drawing = try #require(Scenes.drawing(scene))
      let text = drawing.svg()
      #expect(text.contains(">\(words)</text>"))
      // A tenth of the county, and the whole shape.
      #expect(drawing.map.frame.width / drawing.map.projection.pixelsPerMetre < 12_000)
      let corners = try #require(MapScene.extent(around: [shape]))
      for (longitude, latitude) in [
        (corners.west, corners.south), (corners.east, corners.north),
      ] {
        #expect(
          drawing.map.frame.contains(drawing.map.projection.point(Scenes.at(longitude, latitude))))
      }
    }
  }

  @Test("A map says how many relics are registered, how many are known, its date and its scale")
  func coverage() throws {
    var scene = Scenes.county([Scenes.site("T-1", "某址", at: Self.inside, accuracy: 20)])
    scene.coverage = .init(registered: 630, known: 38)
    scene.date = CivilDate("2026-11-27")
    (scene.title, scene.county) = ("某图", "试县")
    let text = try #require(MapWriter(language: .zh).map(scene))
    for words in [
      ">某图</text>", ">试县 · 不可移动文物分布图 · 绘出 1 处（全县登记 630 处）</text>",
      "绘制日期 2026-11-27。", "图宽 317 毫米时比例尺为 1 : ",
    ] { #expect(text.contains(words), "\(words)") }
    let english = try #require(MapWriter(language: .en).map(scene))
    #expect(english.contains("· 1 drawn of 630 registered</text>"))
    #expect(english.contains("Drawn on 2026-11-27. Scale 1 : "))
    // A pixel is 1/96 inch: the bar, measured with the scale that is printed.
    let drawing = try #require(Scenes.drawing(scene))
    let printed = try #require(text.firstMatch(of: /1 : ([0-9\u2009]+)/)).1
    let digits = String(printed.filter(\.isNumber))
    let ratio = try #require(Double(digits))
    let bar = drawing.furniture.bar
    #expect(abs(bar.pixels * 0.0254 / 96 * ratio / bar.metres - 1) < 0.05)
  }

  @Test("An English map has no Chinese word where there is an English one")
  func english() throws {
    let site = Site(
      code: "T-1", nameZH: "某址", nameEN: "Some site", level: .county, levelBasis: .listed,
      position: Position(
        coordinate: Self.inside, accuracy: .metres(20), method: .survey, source: nil,
        verbatim: nil, declaredSystem: nil), provenance: .survey)
    var scene = Scenes.county([site])
    scene.title = "Shixian"
    let text = try #require(MapWriter(language: .en).map(scene))
    for words in [">Shi River</text>", ">East Town</text>", ">Some site</text>"] {
      #expect(text.contains(words), "\(words)")
    }
    let body = text.components(separatedBy: "\n").filter { !$0.contains("font-family=\"'Noto") }
    let chinese = body.joined().unicodeScalars.filter(\.properties.isIdeographic)
    #expect(chinese.isEmpty)
  }

  @Test("The legend of a narrow map stands below it, in columns inside the picture")
  func narrow() throws {
    let sites = (0..<9).map {
      Scenes.site(
        "T-\($0)", "某址\($0)", at: Scenes.at(111.6 + Double($0 / 3) / 10, 29.7), accuracy: 2500,
        method: .townshipSeat)
    }
    let scene = Scenes.county(sites)
    for width in [640, 899, 900, 1200] {
      let drawing = try #require(Scenes.drawing(scene, width: width))
      let isBelow = drawing.map.frame.right + MapPanel.width > Double(width) - MapDrawing.margin
      #expect(isBelow == (width < 900))
      #expect(drawing.height < 2 * drawing.map.frame.height)
      let places = drawing.svg().components(separatedBy: "id=\"legend\"")[1]
        .matches(of: /<text x="([0-9.]+)"/).compactMap { Double($0.1) }
      #expect(places.allSatisfy { $0 <= Double(width) - MapDrawing.margin })
    }
  }

  @Test("The shape of a zone is drawn in the manner of its kind")
  func zones() throws {
    var scene = Scenes.county([])
    #expect(try #require(MapWriter(language: .zh).map(scene)).contains("保护范围") == false)
    scene.ground.zones = [
      ShapedZone(
        code: "T-1", nameZH: "某址", nameEN: nil,
        zone: Zone(kind: .control, status: .surveyed, shape: Scenes.square(111.7, 29.7, 0.05)))
    ]
    let text = try #require(MapWriter(language: .zh).map(scene))
    #expect(text.contains("<title>某址 · 建设控制地带</title>"))
    #expect(text.contains(">建设控制地带</text>"))
    #expect(!text.contains("保护范围"))
  }
}
