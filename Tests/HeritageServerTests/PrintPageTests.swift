import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// The gazetteer for paper.
@Suite struct PrintPageTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  @Test("Every relic of a search stands in it once, under its township, with its code")
  func entries() throws {
    let page = served.page("/zh/print")
    let codes = page.matches(of: #/<img src="http://register\.test/zh/sites/(LX-\d+)\.qr\.svg"/#)
      .map { String($0.1) }
    #expect(codes.count == 38 && Set(codes).count == 38)
    #expect(page.contains("城头山镇 <span class=\"n\">5</span>"))
    #expect(page.contains("乡镇不详 <span class=\"n\">14</span>"))
    #expect(page.contains("http://register.test/r/LX-0001"))
    #expect(page.contains("/zh/map.svg"))
    let national = served.page("/en/print?level=national")
    #expect(national.components(separatedBy: "class=\"entry\"").count == 17)
    #expect(national.contains("16 relics"))
  }

  @Test("A code reads as the short address of its relic")
  func codes() throws {
    let response = served.get("/zh/sites/LX-0001.qr.svg")
    #expect(response["Content-Type"] == "image/svg+xml")
    #expect(response.text == served.get("/en/sites/lx-0001.qr.svg").text)
    #expect(response.text != served.get("/zh/sites/LX-0002.qr.svg").text)
    #expect(served.get("/zh/sites/LX-9999.qr.svg").status == 404)
  }

  @Test("What is not a condition of the search is refused, and a search that finds nothing says so")
  func refusals() {
    #expect(served.get("/en/print?colour=red").status == 400)
    #expect(served.page("/en/print?q=nothing-like-this-here").contains("Nothing was found"))
  }
}
