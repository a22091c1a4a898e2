import Geodesy
import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import HeritageFormats

@Suite("Maps of many relics")
struct MapCellsTests {
  private static func spread(count: Int, unlocated: Int = 0) -> RelicSpread {
    var random = SeededGenerator(seed: 7)
    var spread = RelicSpread()
    spread.positions = (0..<count).map { _ in
      Coordinate(
        uncheckedLongitude: random.number(in: 105...115), latitude: random.number(in: 25...35))
    }
    spread.unlocated = unlocated
    return spread
  }

  private static func scene(_ spread: RelicSpread) -> MapScene {
    var scene = MapScene(title: "国")
    scene.spread = spread
    return scene
  }

  @Test("Every relic is counted in one cell, and the cells hold no other", arguments: [640, 2400])
  func counted(width: Int) throws {
    let spread = Self.spread(count: 6000)
    let scene = Self.scene(spread)
    let extent = try #require(scene.shownExtent)
    let map = MapWriter(width: width, language: .en).drawing(scene, extent).map
    let cells = try #require(map.cells)
    #expect(cells.count == 6000)
    #expect(cells.cells.reduce(0) { $0 + $1.count } == 6000)
    #expect((map.drawn, map.outside) == (6000, 0))
    for cell in cells.cells.prefix(50) {
      let inside = spread.positions.count { position in
        let point = map.projection.point(position)
        return point.x >= cell.room.x && point.x < cell.room.right && point.y > cell.room.y
          && point.y <= cell.room.bottom
      }
      #expect(abs(inside - cell.count) <= 1)
    }
    #expect(cells.classes.map(\.lowerBound) == cells.classes.map(\.lowerBound).sorted())
    #expect(cells.cells.allSatisfy { cell in cells.classes.count { $0.contains(cell.count) } == 1 })
  }

  @Test("What lies outside the frame is said, and not drawn")
  func outside() throws {
    var scene = Self.scene(Self.spread(count: 6000, unlocated: 12))
    scene.extent = try BoundingBox(west: 105, south: 25, east: 110, north: 30)
    let drawing = MapWriter(language: .en).drawing(scene, try #require(scene.extent))
    #expect(drawing.map.drawn + drawing.map.outside == 6000)
    #expect(drawing.map.outside > 2000)
    #expect(drawing.map.unlocated == 12)
    #expect(drawing.svg().contains("12 more relics have no position to show"))
  }

  @Test("The legend says how many relics are in how many cells, and what their positions are worth")
  func legend() throws {
    var spread = Self.spread(count: 6000)
    spread.unknownAccuracy = 41
    spread.largestAccuracy = .kilometres(30)
    let scene = Self.scene(spread)
    let drawing = MapWriter(language: .en).drawing(scene, try #require(scene.shownExtent))
    let cells = try #require(drawing.map.cells)
    let said = MapWords(language: .en).cells(cells, spread)
    #expect(said.first?.hasPrefix("6000 relics in \(cells.cells.count) cells.") == true)
    #expect(
      said.contains("Positions are off by up to 30 km: a relic may lie in a neighbouring cell."))
    #expect(said.contains("The accuracy of 41 of the positions is not known."))
    let zh = MapWords(language: .zh).cells(cells, spread)
    #expect(zh.first?.hasPrefix("6000 处，分布在 \(cells.cells.count) 个方格。") == true)
  }

  @Test("The same relics give the same bytes, in whatever order they come")
  func order() throws {
    let spread = Self.spread(count: 5500)
    var turned = spread
    turned.positions.reverse()
    #expect(
      MapWriter(language: .zh).map(Self.scene(spread))
        == MapWriter(language: .zh).map(Self.scene(turned)))
  }
}
