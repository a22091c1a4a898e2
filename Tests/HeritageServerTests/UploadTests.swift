import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// Outlines that are uploaded to the check page, and checks that staff keep.
@Suite struct UploadTests {
  private static let square =
    #"{"type":"Polygon","coordinates":[[[111.65,29.69],[111.66,29.69],[111.66,29.7],[111.65,29.7],[111.65,29.69]]]}"#

  /// The form of a browser that has chosen a file.
  private func upload(
    _ bytes: [UInt8], named name: String = "lot.geojson", field: String = "file",
    type: String = "multipart/form-data; boundary=XX", headers: [String: String] = [:]
  ) -> WebRequest {
    let head =
      "--XX\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\n"
      + "Content-Type: application/octet-stream\r\n\r\n"
    let all = ["accept": "text/html", "content-type": type].merging(headers) { $1 }
    return WebRequest(
      method: "POST", target: "/en/check", headers: all,
      body: Array(head.utf8) + bytes + Array("\r\n--XX--\r\n".utf8))
  }

  @Test(
    "An outline that is uploaded has the answer of the same outline that is pasted, and its map inside"
  )
  func answer() throws {
    let served = try ServedRegisters.lixian.get()
    let page = served.service.respond(to: upload(Array(Self.square.utf8)))
    #expect(page.status == 200)
    let pasted = served.page("/en/check?outline=\(WebRequest.escaped(Self.square))")
    func table(_ text: String) -> Substring? {
      text.firstMatch(of: #/<tbody>[\s\S]*?</tbody>/#)?.0
    }
    #expect(table(page.text) != nil && table(page.text) == table(pasted))
    #expect(page.text.contains("TOUCHES") && page.text.contains("lot.geojson"))
    // Nothing of the file is kept, so there is no address from which a script could fetch its map.
    #expect(page.text.contains("src=\"data:image/svg+xml;base64,"))
    #expect(!page.text.contains("data-ground") && !page.text.contains("check.svg"))
    #expect(page["Cache-Control"]?.contains("no-store") == true)
  }

  @Test("Corner points of a surveyor, in GBK and with the line ends of Windows, are read too")
  func cornerPoints() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("BoundariesTests/Files/09-gbk-crlf.txt")
    let served = try ServedRegisters.lixian.get()
    let page = served.service.respond(
      to: upload(Array(try Data(contentsOf: file)), named: "C:\\lots\\界址点.txt"))
    #expect(page.status == 200, "\(page.text)")
    #expect(page.text.contains("界址点.txt") && !page.text.contains("lots"))
    #expect(page.text.contains("class=\"answer"))
  }

  @Test(
    "What is no outline is said above the form, which stays",
    arguments: [
      ("lot.geojson", "{\"type\"", "lot.geojson"), ("photo.jpg", "\u{FF}\u{D8}", "photo.jpg"),
      ("empty.txt", "", "empty.txt"),
      ("point.geojson", #"{"type":"Point","coordinates":[111.65,29.69]}"#, "point.geojson"),
      (
        "far.geojson", #"{"type":"Polygon","coordinates":[[[10,50],[11,50],[11,51],[10,50]]]}"#,
        "China"
      ),
    ])
  func noOutline(name: String, text: String, words: String) throws {
    let served = try ServedRegisters.lixian.get()
    let page = served.service.respond(to: upload(Array(text.utf8), named: name))
    #expect(page.status == 400)
    let fault = try #require(page.text.firstMatch(of: #/role="alert">([^<]+)</#)?.1)
    #expect(fault.contains(words), "\(fault)")
    #expect(page.text.contains("enctype=\"multipart/form-data\""))
  }

  @Test("A form without a file, and one that is none, are refused with what is lacking")
  func badForms() throws {
    let service = try ServedRegisters.lixian.get().service
    let other = service.respond(to: upload([], named: "", field: "other"))
    #expect(other.status == 400 && other.text.contains("the form lacks &quot;file&quot;"))
    for type in ["multipart/form-data", "text/plain", "multipart/form-data; boundary="] {
      let page = service.respond(to: upload([65], type: type))
      #expect(page.status == 400 && page.text.contains("the form lacks"), "\(type)")
    }
    let foreign = service.respond(
      to: upload(Array(Self.square.utf8), headers: ["origin": "https://evil.example"]))
    #expect(foreign.status == 403 && foreign.text.contains("another site"))
  }

  @Test("A file that is too large is refused with the limit, by the process too")
  func tooLarge() throws {
    try RunningServer.lixian.with { address in
      let script = """
        import sys, urllib.error, urllib.request as u
        head = b'--XX\\r\\nContent-Disposition: form-data; name="file"; filename="a.txt"\\r\\n\\r\\n'
        for size, status in [(70000, 413), (5000000, 413), (60000, 400)]:
          asked = u.Request(sys.argv[1].rstrip('/') + '/en/check', head + b' ' * size + b'\\r\\n--XX--\\r\\n',
            {'Content-Type': 'multipart/form-data; boundary=XX', 'Accept': 'text/html'})
          try:
            u.urlopen(asked)
            raise SystemExit('taken: %d' % size)
          except urllib.error.HTTPError as fault:
            text = fault.read().decode()
            assert fault.code == status, (size, fault.code)
            assert ('65536 bytes' in text) == (status == 413), text
        print('fine')
        """
      let run = try Program("python3").run(["-c", script, address])
      #expect(run.output == "fine\n", "\(run.errors)")
    }
  }
}
