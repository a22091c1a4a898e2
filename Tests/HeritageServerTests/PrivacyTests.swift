import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// No answer to the public holds a digit of a position that is not open.
@Suite struct PrivacyTests {
  let served: Served
  init() throws { served = try ServedRegisters.sensitive.get() }

  /// Every kind of path, with every format and order.
  private static let targets: [String] = {
    var targets = [
      "/", "/?f=html", "/zh", "/en", "/zh/legend", "/zh/data", "/zh/browse/level",
      "/zh/browse/category", "/zh/browse/township", "/zh/search", "/zh/search?q=秘", "/zh/map.svg",
      "/zh/search?near=111.52,29.58&radius=5km", "/zh/map.svg?near=111.52,29.58&radius=5km",
      "/suggest?q=秘", "/sitemap.xml", "/api", "/collections", "/collections/sites",
      "/sites/T-1", "/zh/sites/T-1", "/en/sites/T-2", "/zh/sites/T-3", "/zh/sites/T-1.svg",
      "/zh/sites/T-2.svg", "/collections/sites/items/T-1", "/collections/sites/items/T-9",
      "/collections/sites/items?level=none", "/collections/sites/items?near=111.52,29.58",
    ]
    let tour = "stops=T-1,T-2,T-3&date=2026-12-05&unknown=true"
    let check = "at=111.52,29.58&radius=5km"
    targets += [
      "/zh/stats", "/en/stats", "/zh/tour?\(tour)", "/en/tour?\(tour)&start=T-1",
      "/zh/tour.svg?\(tour)", "/zh/tour?\(tour)&order=kept", "/zh/tour?add=秘",
      "/zh/check?\(check)", "/zh/check?\(check)&f=json", "/zh/check?\(check)&f=geojson",
      "/zh/check.svg?\(check)",
      "/zh/check?at=111.512,29.587&radius=10m", "/zh/print",
      "/zh/print?near=111.52,29.58&radius=5km",
      "/zh/sites/T-1.qr.svg",
    ]
    for name in ["levels", "townships", "periods", "found", "positions"] {
      targets += ["/zh/stats/\(name).svg", "/zh/stats/\(name).csv"]
    }
    targets += ["gpx", "ics", "geojson", "kml", "csv"].map { "/zh/tour?\(tour)&f=\($0)" }
    for collection in ["sites", "designations", "zones", "townships", "groups", "intangible"] {
      targets += ["", "?f=html", "?limit=1", "?bbox=111.5,29.5,111.6,29.6"].map {
        "/collections/\(collection)/items\($0)"
      }
      targets += ["queryables", "schema"].map { "/collections/\(collection)/\($0)" }
    }
    targets += ["csv", "jsonl", "kml", "gpx", "gpkg", "xlsx", "geojson", "html"].map {
      "/collections/sites/items?near=111.52,29.58&radius=50km&f=\($0)"
    }
    targets += ["code", "name_zh", "protection_level"].map {
      "/collections/sites/items?sortby=\($0)"
    }
    return targets
  }()

  @Test("The crawl finds no secret", arguments: targets)
  func crawl(target: String) {
    for accept in ["*/*", "text/html"] {
      let response = served.get(target, accept: accept)
      let text = response.text + response.headers.map { "\($0.name): \($0.value)\n" }.joined()
      for secret in ServedRegisters.secrets { #expect(!text.contains(secret), "\(secret)") }
    }
  }

  @Test("Boxes that grow smaller find the cell of a relic, and no more")
  func bisection() throws {
    // The site is generalised to a cell of 0.01°, and the centre of that decides.
    var (west, east) = (111.0, 112.0)
    for _ in 0..<40 {
      let middle = (west + east) / 2
      let found =
        try served.object(
          "/collections/sites/items?code=T-2&bbox=\(west),29,\(middle),30")["numberMatched"] as? Int
      if found == 1 { east = middle } else { west = middle }
    }
    #expect(abs((west + east) / 2 - 111.525) < 1e-6)
  }
}
