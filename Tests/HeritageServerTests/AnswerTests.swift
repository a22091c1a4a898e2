import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// What every answer of the server has, faults included.
@Suite struct AnswerTests {
  let served: Served
  init() throws { served = try ServedRegisters.lixian.get() }

  @Test(
    "Headers of safety stand on answers and faults alike",
    arguments: ["/", "/zh", "/collections/sites/items?foo=1", "/nothing", "/healthz"])
  func safety(target: String) {
    let response = served.get(target, accept: "*/*")
    #expect(response["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
    #expect(response["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
    #expect(response["X-Content-Type-Options"] == "nosniff")
    #expect(response["Referrer-Policy"] == "same-origin")
    #expect(response["Access-Control-Allow-Origin"] == "*")
  }

  @Test(
    "A path that tries to leave, or is none, is not found",
    arguments: [
      "/..", "/%2e%2e/etc", "/%00", "//", "/a//b", "/\\x", "/%c0%ae", "/zh/../collections",
    ])
  func paths(target: String) { #expect(served.get(target).status == 404) }

  @Test("A wrong method is 405 and says which fit")
  func methods() {
    let response = served.get("/collections", method: "DELETE")
    #expect(response.status == 405)
    #expect(response["Allow"] == "GET, HEAD, OPTIONS")
    #expect(served.get("/collections", method: "OPTIONS").status == 204)
  }

  @Test("HEAD has the headers of GET and no body")
  func head() {
    let (get, head) = (served.get("/collections"), served.get("/collections", method: "HEAD"))
    #expect(head.status == 200 && head.bytes.isEmpty)
    #expect(head["ETag"] == get["ETag"] && head["Content-Type"] == get["Content-Type"])
    #expect(head["Content-Length"] == "\(get.bytes.count)")
  }

  @Test("A client that has the answer gets none, by a tag alone, in a list, weak, or by a star")
  func tags() throws {
    let tag = try #require(served.get("/collections/sites/items")["ETag"])
    for header in [tag, "\"x\", \(tag)", "W/\(tag)", "*"] {
      let response = served.get("/collections/sites/items", headers: ["if-none-match": header])
      #expect(response.status == 304 && response.bytes.isEmpty && response["ETag"] == tag)
    }
    #expect(
      served.get("/collections/sites/items", headers: ["if-none-match": "\"x\""]).status == 200)
    // Another format, another language, another answer.
    #expect(served.get("/collections/sites/items?f=csv")["ETag"] != tag)
    #expect(
      served.get("/collections/sites/items", headers: ["accept-language": "en"])["ETag"] != tag)
  }

  @Test(
    "A query that is no percent-encoded UTF-8 is refused, not half understood",
    arguments: ["q=%ff%fe", "q=%", "q=%zz", "filter=code%3D%27%ff%27", "%ff=1"])
  func encoding(query: String) {
    for path in ["/collections/sites/items", "/zh/search"] {
      let response = served.get("\(path)?\(query)")
      #expect(response.status == 400 && response.text.contains("UTF-8"))
    }
  }

  @Test("A slash at the end leads to the page without")
  func slashes() {
    #expect(served.get("/en/")["Location"] == "http://register.test/en")
    #expect(served.get("/en/browse")["Location"] == "http://register.test/en/browse/level")
    #expect(served.get("//").status == 404)
  }

  @Test("A star knows what is there, and nothing else")
  func star() {
    for target in [
      "/nothing", "/collections/sites/items/LX-9999", "/collections/sites/items?foo=1",
    ] {
      let status = served.get(target).status
      #expect(status >= 400)
      #expect(served.get(target, headers: ["if-none-match": "*"]).status == status)
    }
  }

  @Test("An answer says when the register was written")
  func modified() throws {
    let text = try #require(served.get("/collections")["Last-Modified"])
    #expect(
      text.wholeMatch(of: #/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/#) != nil)
  }

  @Test("What is turned away at the door has the headers of safety and the language of the asker")
  func refusals() {
    for fault in [WebFault.overloaded, .tooLarge(limit: 65_536)] {
      let response = served.service.refuse(WebRequest(target: "/zh?lang=en"), fault)
      #expect(response.status == fault.status)
      #expect(response["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
      #expect(response["X-Content-Type-Options"] == "nosniff")
    }
    #expect(
      served.service.refuse(WebRequest(target: "/collections?lang=en"), .overloaded).text
        .contains("too many questions at once"))
  }

  @Test("The process says that it lives when the register has gone")
  func alive() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: served.folder.path("heritage.sqlite"), toPath: folder.path("h.sqlite"))
    let service = try RegisterService(
      ServerOptions(register: folder.path("h.sqlite"), publicURL: "http://register.test"))
    try FileManager.default.removeItem(atPath: folder.path("h.sqlite"))
    #expect(service.respond(to: WebRequest(target: "/healthz")).status == 200)
    #expect(service.respond(to: WebRequest(target: "/readyz")).status == 503)
  }

  @Test("The host of a stranger is in no answer")
  func hosts() throws {
    let service = try RegisterService(
      ServerOptions(register: served.folder.path("heritage.sqlite")))
    for host in ["evil.example", "localhost.evil.example", "localhost@evil.example", "127.0.0.1/x"]
    {
      let response = service.respond(to: WebRequest(target: "/", headers: ["host": host]))
      #expect(response.status == 421)
      #expect(!response.text.contains("\"href\""))
    }
    let own = service.respond(to: WebRequest(target: "/", headers: ["host": "localhost:8080"]))
    #expect(own.text.contains("http://localhost:8080/conformance"))
  }

  @Test(
    "A fault speaks the language that was asked for, as a page where a page was",
    arguments: [("zh", "这里没有参数"), ("en", "there is no parameter")])
  func languages(language: String, words: String) {
    let target = "/collections/sites/items?limt=1&lang=\(language)"
    let (problem, page) = (served.get(target), served.get(target, accept: "text/html"))
    #expect(problem.text.contains(words))
    #expect(page.status == 400 && page.text.contains(words) && page.text.contains("<h1>"))
  }

  @Test("Staff need a server that has them, and the right token")
  func staff() throws {
    let bearer = ["authorization": "Bearer secret"]
    #expect(served.get("/collections", headers: bearer).status == 403)
    let folder = try TemporaryFolder()
    // SHA-256 of "secret".
    let path = try folder.write(
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b\n", to: "token")
    var options = ServerOptions(
      register: served.folder.path("heritage.sqlite"), publicURL: "http://register.test",
      staffTokenFile: path)
    #expect(throws: ServerError.openTokenFile(path: path)) {
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      return try RegisterService(options)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let service = try RegisterService(options)
    func ask(_ headers: [String: String]) -> WebResponse {
      service.respond(to: WebRequest(target: "/collections", headers: headers))
    }
    #expect(ask(bearer).status == 200)
    #expect(ask(bearer)["Cache-Control"] == "private, no-store")
    #expect(ask(bearer)["Access-Control-Allow-Origin"] == nil)
    #expect(ask(bearer)["ETag"] != ask([:])["ETag"])
    let wrong = ask(["authorization": "Bearer wrong"])
    #expect(wrong.status == 401 && wrong["WWW-Authenticate"] == "Bearer")
    options.staffTokenFile = folder.path("none")
    #expect(throws: ServerError.noTokenFile(path: folder.path("none"))) {
      try RegisterService(options)
    }
  }

  @Test(
    "A file of every format has the rows of the page",
    arguments: ["csv", "jsonl", "kml", "gpx", "gpkg", "xlsx"])
  func files(format: String) throws {
    let response = served.get("/collections/sites/items?level=national&f=\(format)")
    #expect(response.status == 200)
    #expect(response["Content-Disposition"]?.contains("sites.\(format)") == true)
    let body = response.wholeBody
    #expect(body.count > 500)
    if format == "csv" {
      #expect(response.text.split(whereSeparator: \.isNewline).count == 17)
      #expect(response.text.contains("城头山遗址"))
    }
  }
}
