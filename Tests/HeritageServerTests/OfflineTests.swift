import Foundation
import Testing

@testable import HeritageServer

/// Pages in frames, and what a browser keeps.
@Suite struct OfflineTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  @Test("Any page may frame the embedded pages, and no other page may be framed")
  func frames() {
    for path in ["/embed/sites/LX-0001", "/embed/search?level=national"] {
      let response = served.get(path, accept: "text/html")
      #expect(response.status == 200)
      #expect(response["Content-Security-Policy"]?.contains("frame-ancestors *") == true)
      #expect(!response.text.contains("<nav"))
      #expect(response.text.contains("http://register.test/zh/s"))
    }
    for path in ["/zh/search", "/zh/sites/LX-0001", "/en", "/zh/embed", "/embedded"] {
      #expect(
        served.get(path, accept: "text/html")["Content-Security-Policy"]?
          .contains("frame-ancestors 'none'") == true)
    }
    #expect(served.get("/embed/tour").status == 404)
  }

  @Test("Whatever the worker keeps is there and is everybody's")
  func shell() throws {
    let worker = served.get("/sw.js")
    #expect(worker["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(worker["Cache-Control"] == "no-cache")
    let list = try #require(worker.text.firstMatch(of: #/const SHELL = (\[.*\]);/#)?.1)
    let addresses = try #require(
      try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String])
    #expect(addresses.count > 15)
    for address in addresses {
      let response = served.get(
        address.replacing("http://register.test", with: ""), accept: "text/html, */*;q=0.5")
      #expect(response.status == 200, "\(address)")
      #expect(response["Cache-Control"]?.hasPrefix("public") == true, "\(address)")
      #expect(!address.contains("staff"))
    }
    #expect(worker.text.contains("Offline: these are data of {date}."))
  }

  @Test("The manifest names the register and where it begins")
  func manifest() throws {
    let manifest = try served.object("/manifest.webmanifest?lang=en")
    #expect(manifest["start_url"] as? String == "http://register.test/en")
    #expect((manifest["name"] as? String)?.contains("Lixian") == true)
  }
}
