import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// May one build here, asked by an address.
@Suite struct CheckPageTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  @Test("The answer is that of the command line, as a page and as data")
  func twin() throws {
    let run = try Program.heritage.run(
      [
        "check", "--at", "111.656,29.692", "--radius", "500m", "--format", "geojson",
        "--lang", "en",
      ], in: served.folder.url)
    let target = "/en/check?at=111.656,29.692&radius=500m"
    #expect(run.output.contains("\"answer\":\"touches\""))
    #expect(served.get(target + "&f=geojson").text == run.output)
    let page = served.page(target)
    for words in [
      "TOUCHES: 1 zone or relic", "Chengtoushan site", "Yu Family Memorial Archway", "3854.45",
      "no proof that nothing is there", "nobody has certified that the register is complete",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(served.get("/en/check.svg?at=111.656,29.692&radius=500m").text.contains("<svg"))
  }

  @Test("Where nothing is known it cannot say, and never says clear")
  func silence() {
    let page = served.page("/en/check?at=111.9,29.9&radius=500m")
    #expect(page.contains("CANNOT SAY"))
    #expect(!page.contains("CLEAR"))
    #expect(page.contains("no proof that nothing is there"))
  }

  @Test("An outline that is pasted is checked like a circle")
  func outline() {
    let shape =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[111.65,29.69],[111.66,29.69],[111.66,29.7],[111.65,29.7],[111.65,29.69]]]}}]}"#
    let page = served.page("/en/check?at=&radius=&outline=\(WebRequest.escaped(shape))")
    #expect(page.contains("TOUCHES") && page.contains("Chengtoushan site"))
    let broken = served.get("/en/check?outline=%7B%22type%22", accept: "text/html")
    #expect(broken.status == 400 && broken.text.contains("role=\"alert\""))
  }

  @Test("What of an outline is read otherwise than it is written is said")
  func readings() throws {
    let shape =
      #"{"type":"Polygon","coordinates":[[[29.69,111.65],[29.7,111.65],[29.7,111.66],[29.69,111.65]]]}"#
    let page = served.page("/en/check?outline=\(WebRequest.escaped(shape))", language: "en")
    #expect(page.contains("it was read as latitude, longitude"), "\(page)")
    let body =
      "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.geojson\"\r\n\r\n"
      + shape + "\r\n--XX--\r\n"
    let sent = served.service.respond(
      to: WebRequest(
        method: "POST", target: "/zh/check",
        headers: ["content-type": "multipart/form-data; boundary=XX", "accept": "text/html"],
        body: Array(body.utf8)))
    #expect(sent.status == 200 && sent.text.contains("纬度在前"), "\(sent.text)")
  }

  @Test("The public's answer is made of the cell of a sensitive relic")
  func disclosure() throws {
    let served = try ServedRegisters.sensitive.get()
    let text = served.get("/zh/check?at=111.512,29.587&radius=100m&f=json").text
    // The tomb is withheld and cannot be named; what the public sees of the site is its cell.
    #expect(text.contains("\"cannot_say\"") && text.contains("T-2") && !text.contains("T-1"))
    for secret in ServedRegisters.secrets { #expect(!text.contains(secret)) }
  }

  @Test(
    "What is wrong is said above the form",
    arguments: [
      ("at=111.656,29.692", "radius"), ("at=29.692,111.656&radius=5km", "111.656,29.692"),
      ("at=there&radius=5km", "nor a place; places are county-town"),
      ("at=1,2,3&radius=5km", "a point is longitude,latitude"),
      ("radius=5km", "nothing says which place is meant"),
      ("name=Lot", "nothing says which place is meant"),
      ("radius=5km&outline=x", "cannot stand beside outline"),
      ("at=111.656,29.692&radius=900km", "at most 50 km"),
      ("at=111.656,29.692&radius=5km&outline=x", "cannot stand beside at"),
      ("at=111.656,29.692&radius=5km&large-works=perhaps", "yes, no"),
      ("at=10.1,50.1&radius=5km", "zones of China"),
    ])
  func faults(query: String, words: String) {
    let response = served.get("/en/check?\(query)", accept: "text/html")
    #expect(response.status == 400)
    #expect(response.text.contains(words) && response.text.contains("<form"), "\(response.text)")
  }
}
