import Foundation
import Geodesy
import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// What the maps of pages are given: the relics of the list, and nothing that nobody may see.
@Suite struct MapDataTests {
  @Test(
    "Every relic that is found is on the map or counted as hidden",
    arguments: [
      "", "?level=national", "?category=ancient_site", "?township=\(WebRequest.escaped("城头山镇"))",
    ])
  func sums(query: String) throws {
    let served = try ServedRegisters.lixian.get()
    let map = try served.object("/en/map.json\(query)")
    let counts = try #require(map["counts"] as? [String: Int])
    let places = try #require(map["places"] as? [[String: Any]])
    let drawn = places.reduce(0) { $0 + (($1["relics"] as? [Any])?.count ?? 0) }
    let matched = try served.object("/collections/sites/items\(query)")["numberMatched"] as? Int
    #expect(drawn + (counts["hidden"] ?? 0) == counts.values.reduce(0, +))
    #expect(counts.values.reduce(0, +) == matched)
    // The list and the legend of the page say the same.
    let page = served.page("/en/search\(query)", language: "en")
    let legend = page.matches(of: #/<b>(\d+)<\/b><\/li>/#).compactMap { Int($0.1) }
    #expect(legend.reduce(0, +) == matched)
  }

  @Test("A sensitive relic is a cell without a middle, or a number at its township")
  func sensitive() throws {
    let served = try ServedRegisters.sensitive.get()
    let response = served.get("/zh/map.json")
    for secret in ServedRegisters.secrets { #expect(!response.text.contains(secret)) }
    let map = try served.object("/zh/map.json")
    let places = try #require(map["places"] as? [[String: Any]])
    let cell = try #require(places.first { $0["kind"] as? String == "cell" })
    #expect(cell["at"] == nil)
    #expect(cell["box"] as? [Double] == [111.52, 29.57, 111.53, 29.58])
    let hidden = try #require(map["hidden"] as? [[String: Any]])
    #expect(hidden.map { $0["name"] as? String } == ["东镇"])
    #expect(hidden.map { $0["count"] as? Int } == [1])
    // The picture draws the same square.
    #expect(served.get("/zh/map.svg").text.contains("class=\"cell\""))
    #expect(served.get("/zh/sites/T-1.json").status == 404)
  }

  @Test("Counts of cells are those of the positions in the frame, however it is cut")
  func cells() throws {
    let source = try ServedRegisters.lixian.get().service.source
    let registry = try source.answering(once: true, within: 5) { $0.registry }
    for (west, south, east, north) in [
      (111.0, 29.0, 112.5, 30.2), (111.6, 29.6, 111.9, 29.8), (-180, -80, 180, 80),
    ] {
      let frame = try BoundingBox(west: west, south: south, east: east, north: north)
      let cells = try MapCells(SiteQuery(), in: frame, of: registry)
      let inside = try registry.hits(matching: SiteQuery()).items
        .compactMap(\.site.position?.coordinate).count(where: frame.contains)
      #expect(cells.count == inside)
      #expect(cells.cells.reduce(0) { $0 + $1.count } == inside)
      #expect(cells.cells.count <= 169)
    }
  }

  @Test("A relic's map has its neighbours, and the view begins around itself")
  func relic() throws {
    let served = try ServedRegisters.lixian.get()
    let map = try served.object("/en/sites/LX-0001.json")
    let relics = (map["places"] as? [[String: Any]] ?? [])
      .flatMap { $0["relics"] as? [[String: Any]] ?? [] }
    #expect(relics.count == 7 && map["chosen"] as? String == "LX-0001")
    let bounds = try #require(map["bounds"] as? [Double])
    #expect(bounds[2] - bounds[0] < 0.01)
  }

  @Test("What lies below has its words in the language of the page")
  func ground() throws {
    let served = try ServedRegisters.lixian.get()
    let words = try #require(try served.object("/en/ground.json")["words"] as? [String: String])
    #expect(words["zoomIn"] == "Zoom the map in")
    #expect(served.get("/zh/ground.json").text.contains("放大地图"))
  }

  @Test(
    "Files of others stand as they came",
    arguments: [
      ("leaflet.js", "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a"),
      ("leaflet.css", "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6"),
    ])
  func vendored(name: String, digest: String) {
    #expect(SHA256.hex(of: WebFile.bytes(name)) == digest)
  }

  @Test("The page of the search with all it loads is at most 150 KiB, compressed")
  func weight() throws {
    let served = try ServedRegisters.lixian.get()
    let page = served.page("/zh/search")
    let places = page.matches(
      of: #/(?:href|src|data-map|data-ground)="http://register\.test(/assets/[^"]+|[^"]+\.json)"/#
    ).map { String($0.1) }
    #expect(places.count == 9)
    let bytes = try (["/zh/search"] + places).reduce(0) { sum, place in
      sum
        + (try #require(Compression.gzip(served.get(place, accept: "text/html, */*").wholeBody))
          .count)
    }
    #expect(bytes < 150 * 1024)
  }

  @Test(
    "A base map is one of those that are known, or a name and an address",
    arguments: [
      ("tianditu:abc123", ["https://t0.tianditu.gov.cn", "https://t7.tianditu.gov.cn"], false),
      ("amap", ["https://webrd01.is.autonavi.com", "https://webrd04.is.autonavi.com"], true),
      ("Own|http://127.0.0.1:9/{z}/{x}/{y}.png", ["http://127.0.0.1:9"], false),
      ("Own|http://127.0.0.1:9/{z}/{x}/{y}.png|gcj02|me", ["http://127.0.0.1:9"], true),
    ])
  func baseMaps(text: String, sources: [String], isShifted: Bool) throws {
    let map = try #require(BaseMap(text: text))
    #expect(sources.allSatisfy(map.sources.contains))
    #expect(map.isShifted == isShifted)
  }

  @Test(
    "What is no base map is refused, and says nothing in a header",
    arguments: [
      "tianditu", "tianditu:a&b", "osm", "A|https://x.example/tiles", "A|ftp://x/{z}{x}{y}",
      "A|https://x; script-src */{z}/{x}/{y}", "A|https://x/{z}/{x}/{y}|bd09",
      "|https://x/{z}{x}{y}",
    ])
  func noBaseMap(text: String) { #expect(BaseMap(text: text) == nil) }
}
