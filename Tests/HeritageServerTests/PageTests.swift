import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// The pages, as a browser without scripts reads them.
@Suite struct PageTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  private static let paths = [
    "/zh", "/zh/search", "/zh/search?q=城头山", "/zh/search?level=national&township=城头山镇",
    "/zh/search?q=没有这样的文物", "/zh/sites/LX-0001", "/zh/browse/level", "/zh/browse/category",
    "/zh/browse/township", "/zh/legend", "/zh/data", "/zh/accessibility", "/zh/nothing",
    "/zh/stats", "/zh/tour", "/zh/tour?stops=LX-0001,LX-0002&date=2026-12-05&days=2", "/zh/check",
    "/zh/check?at=111.656,29.692&radius=500m", "/zh/print", "/zh/print?level=national",
    "/collections?f=html", "/collections/sites/items?f=html",
    "/collections/intangible/items?f=html",
  ]

  @Test("Each page has one heading, landmarks, a title and its language", arguments: paths)
  func skeleton(path: String) {
    for language in ["zh", "en"] {
      let target =
        path.hasPrefix("/zh") ? "/" + language + path.dropFirst(3) : path + "&lang=\(language)"
      let text = served.page(target, language: language)
      #expect(text.contains("<html lang=\"\(language == "zh" ? "zh-Hans" : "en")\">"))
      #expect(text.components(separatedBy: "<h1>").count == 2)
      for landmark in ["<header", "<nav", "<main", "<footer", "class=\"skip\""] {
        #expect(text.contains(landmark))
      }
      #expect(!text.contains("{{"))
      // A word that lacks its sentence would print its key.
      #expect(text.firstMatch(of: #/(page|web)\.[a-z]+[A-Za-z.]*/#) == nil)
    }
  }

  @Test(
    "A relic is found as people write it",
    arguments: ["城头山", "chengtoushan", "cts", "LX-0001", "澧县城头山", "cheng头山"])
  func search(text: String) throws {
    let page = served.page("/zh/search?q=\(WebRequest.escaped(text))")
    let first = try #require(page.firstRange(of: "<ol class=\"hits\""))
    let item = page[first.upperBound...].prefix(300)
    #expect(item.contains("/zh/sites/LX-0001"))
  }

  @Test("How far another relic is stands with what both positions are worth")
  func neighbours() {
    // Both stand at the seat of the township, within 2.5 km of it.
    let page = served.page("/en/sites/LX-0012", language: "en")
    #expect(page.contains("Lizhou City Wall</a> <span class=\"n\">0 m ± 5 km</span>"), "\(page)")
    #expect(page.contains("± is what both are worth"))
    #expect(served.page("/zh/sites/LX-0012").contains("0 米 ± 5 公里"))
  }

  @Test("The title of the first page says what the register is once")
  func homeTitle() {
    #expect(
      served.page("/en", language: "en").contains("<title>Cultural relics of Lixian</title>"))
    #expect(
      served.page("/en/search", language: "en").contains(
        "<title>Search · Cultural relics of Lixian</title>"))
  }

  @Test("A document of the API is a page whose addresses can be followed")
  func documents() {
    let collections = served.page("/collections?f=html&lang=en", language: "en")
    #expect(
      collections.contains(
        "<p><a href=\"http://register.test/collections/sites/items\">Immovable cultural relics</a></p>"
      ), "\(collections)")
    #expect(
      collections.contains(
        "&quot;<a href=\"http://register.test/collections/zones\">http://register.test/collections/zones</a>&quot;,\n"
      ), "\(collections)")
    let one = served.page("/collections/zones?f=html&lang=en", language: "en")
    #expect(one.contains("items\">All of it as a table, and as files</a>"))
    // What has places to be filled in leads nowhere.
    let api = served.page("/api?f=html&lang=en", language: "en")
    #expect(!api.contains("href=\"http://register.test/{"))
  }

  @Test("The map of the first page claims no list that is not there")
  func homeMap() {
    #expect(served.page("/en", language: "en").contains("the search lists them in words"))
    let found = served.page("/en/search?q=LX-0001", language: "en")
    #expect(found.contains("Map of the relic on this page; the list says the same"))
  }

  @Test("A page takes lists as the items of the API do")
  func lists() throws {
    let page = served.page("/en/search?level=national,county", language: "en")
    let matched = try served.object("/collections/sites/items?level=national,county")
    #expect(matched["numberMatched"] as? Int == 18 && page.contains("18 relics"), "\(page)")
    #expect(page.components(separatedBy: "aria-current=\"true\"").count == 3)
    let fault = served.get("/en/search?level=national,foo", accept: "text/html")
    #expect(fault.status == 400 && fault.text.contains("foo is no protection level"))
  }

  @Test("The numbers of facets, the heading and the API agree")
  func counts() throws {
    let page = served.page("/zh/search?level=national")
    let matched = try served.object("/collections/sites/items?level=national")["numberMatched"]
    #expect(matched as? Int == 16)
    #expect(page.contains("16 处文物点"))
    #expect(
      page.contains("国家级 <span class=\"n\">16</span>")
        || page.contains("<span class=\"n\">16</span>"))
  }

  @Test("A name that is code stands as text, everywhere")
  func hostileNames() throws {
    let name = "<img src=x onerror=alert(1)>\"'&"
    let pack = try TemporaryFolder()
    try TestPack().sites([
      "T-1,\"\(name.replacing("\"", with: "\"\""))\",ancient_site,county,东镇,111.5,29.5,20,rtk,open,,,,,"
    ]).write(to: pack)
    let served = try Served(arguments: ["--pack", pack.url.path])
    for target in [
      "/zh", "/zh/search", "/zh/search?q=img", "/zh/sites/T-1", "/zh/sites/T-1.svg", "/zh/map.svg",
      "/collections/sites/items?f=html", "/collections/sites/items/T-1?f=html",
      "/collections/sites/items?f=kml", "/collections/sites/items?f=gpx",
      "/zh/search?q=%3Cimg%20src=x%3E", "/%3Cimg%20src=x%3E", "/zh/search?%3Cimg%20src=x%3E=1",
    ] {
      #expect(!served.page(target).contains("<img src=x"), "\(target)")
    }
  }

  @Test("A code in small letters leads to the address that stays")
  func redirects() {
    #expect(served.get("/r/LX-0001")["Location"] == "http://register.test/zh/sites/LX-0001")
    #expect(served.get("/zh/sites/lx-0001")["Location"] == "http://register.test/zh/sites/LX-0001")
    #expect(
      served.get("/sites/LX-0001", headers: ["accept-language": "en-GB, zh;q=0.5"])["Location"]
        == "http://register.test/en/sites/LX-0001")
  }

  @Test("What a page loads is there, under names that change with it")
  func assets() throws {
    let page = served.page("/zh/legend")
    let places = page.matches(of: #/(?:href|src)="http://register\.test(/assets/[^"]+)"/#)
      .map { String($0.1) }
    #expect(places.count == 2 && !page.contains("leaflet"))
    for place in places {
      let response = served.get(place)
      #expect(response.status == 200 && !response.bytes.isEmpty)
      #expect(response["Cache-Control"] == "public, max-age=31536000, immutable")
    }
    #expect(served.get("/assets/00000000/register.css").status == 404)
  }
}
