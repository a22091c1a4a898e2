import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// Staff at their desk: a browser that signs in, forms that change relics, and nobody else.
@Suite struct StaffTests {
  private let served: Served
  private let service: RegisterService

  init() throws {
    served = try Served(arguments: [])
    let file = served.folder.url.appendingPathComponent("token")
    try Data(SHA256Text.of("open sesame").utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    service = try RegisterService(
      ServerOptions(
        register: served.folder.path("heritage.sqlite"), publicURL: "http://register.test",
        staffTokenFile: file.path))
  }

  private func post(
    _ target: String, _ text: String, cookie: String? = nil, headers: [String: String] = [:]
  ) -> WebResponse {
    var all = ["accept": "text/html", "content-type": "application/x-www-form-urlencoded"]
    if let cookie { all["cookie"] = cookie }
    return service.respond(
      to: WebRequest(
        method: "POST", target: target, headers: all.merging(headers) { $1 },
        body: Array(text.utf8)))
  }

  private func get(_ target: String, cookie: String? = nil) -> WebResponse {
    var headers = ["accept": "text/html"]
    if let cookie { headers["cookie"] = cookie }
    return service.respond(to: WebRequest(target: target, headers: headers))
  }

  private func signIn(_ name: String) throws -> String {
    let response = post("/en/staff", "action=in&who=\(name)&token=open+sesame")
    #expect(response.status == 303)
    let cookie = try #require(response["Set-Cookie"])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    return String(cookie.prefix { $0 != ";" })
  }

  @Test("Who has no token sees a form and nothing else, and a wrong one is refused")
  func strangers() {
    let page = get("/en/staff/sites/LX-0001")
    #expect(page.status == 200 && page.text.contains("type=\"password\""))
    #expect(!page.text.contains("f.condition"))
    let wrong = post("/en/staff", "action=in&who=a&token=sesame")
    #expect(wrong.status == 401 && wrong["Set-Cookie"] == nil)
    #expect(post("/en/staff/sites/LX-0001", "f.condition=good").status == 401)
    #expect(get("/en/staff", cookie: "heritage=0123").text.contains("type=\"password\""))
    #expect(served.get("/en/staff").status == 403)
  }

  @Test("What differs is written once, under the name of who signed in")
  func edit() throws {
    let cookie = try signIn("wang")
    let form = get("/en/staff/sites/LX-0001", cookie: cookie)
    #expect(form["Cache-Control"] == "private, no-store")
    let revision = try #require(form.text.firstMatch(of: #/name="revision" value="([^"]+)"/#)?.1)
    let written = post(
      "/en/staff/sites/LX-0001", "revision=\(revision)&f.condition=good&why=seen", cookie: cookie)
    #expect(written["Location"] == "http://register.test/en/staff/sites/LX-0001?done=written")
    #expect(
      get("/en/sites/LX-0001", cookie: cookie).text.contains("<dt>Condition</dt><dd>good</dd>"))
    // Somebody who looked before that is told.
    let late = post(
      "/en/staff/sites/LX-0001", "revision=\(revision)&f.condition=bad", cookie: cookie)
    #expect(late.status == 400 && late.text.contains("has been changed"))
    let history = try Program.heritage.run(
      ["history", "LX-0001", "--audience", "staff"], in: served.folder.url)
    #expect(history.output.contains("wang") && history.output.contains("seen"))
    // What is no value is said above the form, which keeps what was typed.
    let fault = post(
      "/en/staff/sites/LX-0001", "f.found_year=soon&f.notes=kept+text", cookie: cookie)
    #expect(fault.status == 400 && fault.text.contains("kept text") && fault.text.contains("soon"))
    #expect(
      post("/en/staff/sites/LX-0001", "f.condition=good", cookie: cookie)["Location"]?
        .hasSuffix("done=nothing") == true)
  }

  @Test("A draft is decided by a second person")
  func drafts() throws {
    let (first, second) = (try signIn("wang"), try signIn("li"))
    #expect(
      post("/en/staff/sites/LX-0002", "mode=draft&f.condition=fair&why=visit", cookie: first)[
        "Location"]?.hasSuffix("done=draft") == true)
    let desk = get("/en/staff", cookie: second).text
    #expect(desk.contains("name=\"draft\" value=\"1\"") && desk.contains("visit"))
    let own = post("/en/staff", "draft=1&action=approve", cookie: first)
    #expect(own.status == 400 && own.text.contains("of their own"))
    #expect(
      post("/en/staff", "draft=1&action=approve", cookie: second)["Location"]?
        .hasSuffix("done=approved") == true)
    #expect(!get("/en/staff", cookie: second).text.contains("name=\"draft\""))
  }

  @Test("A check is saved by staff alone, made again from its address, and stands on the desk")
  func savedCheck() throws {
    let query = "at=111.656,29.692&radius=500m&name=Lot+7"
    #expect(!get("/en/check?\(query)").text.contains("name=\"save\""))
    let escaped = WebRequest.escaped(query)
    #expect(post("/en/check", "save=\(escaped)").status == 401)
    let cookie = try signIn("wang")
    let page = get("/en/check?\(query)", cookie: cookie).text
    let saved = try #require(page.firstMatch(of: #/name="save" value="([^"]+)"/#)?.1)
      .replacing("&amp;", with: "&")
    #expect(saved.contains("at=111.656,29.692") && saved.contains("radius=500m"))
    let answer = post("/en/check", "save=\(WebRequest.escaped(String(saved)))", cookie: cookie)
    #expect(answer["Location"] == "http://register.test/en/staff?done=written")
    let desk = get("/en/staff", cookie: cookie).text
    #expect(desk.contains("<td>wang</td><td>Lot 7</td>"), "\(desk)")
  }

  @Test(
    "What cannot be saved is said, and nothing is",
    arguments: [
      ("save=", 400, "the form lacks &quot;file&quot;"),
      ("save=name%3DLot", 400, "the form lacks &quot;save&quot;"),
      ("save=at%3Dthere%26radius%3D5km", 400, "a point is longitude,latitude"),
      ("save=%25ZZ", 400, "not percent-encoded"),
    ])
  func notSaved(form: String, status: Int, words: String) throws {
    let cookie = try signIn("wang")
    let answer = post("/en/check", form, cookie: cookie)
    #expect(answer.status == status && answer.text.contains(words), "\(answer.text)")
    #expect(get("/en/staff", cookie: cookie).text.contains("None."))
  }

  @Test(
    "A wrong token is refused with its sentence, in a form and in a header",
    arguments: ["", "open", "Bearer open sesame", "open sesame "])
  func wrongToken(token: String) {
    let form = post("/zh/staff", "action=in&who=a&token=\(WebRequest.escaped(token))")
    // A form's text loses the blanks around it.
    guard token != "open sesame " else { return #expect(form.status == 303) }
    #expect(form.status == 401 && form["Set-Cookie"] == nil)
    #expect(form.text.contains("role=\"alert\"") && form.text.contains("令牌"))
    let header = service.respond(
      to: WebRequest(
        target: "/collections", headers: ["authorization": "Basic \(token)", "accept": "*/*"]))
    #expect(header.status == 401 && header["WWW-Authenticate"] == "Bearer")
    #expect(header.text.contains("not-authorized"))
  }

  @Test("A file is attached, and read back as it came")
  func files() throws {
    let cookie = try signIn("wang")
    let svg = Array("%PDF-1.4\n%\u{e4}\n1 0 obj\n<<>>\nendobj\n%%EOF\n".utf8)
    let head =
      "--XX\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nPlan\r\n--XX\r\n"
      + "Content-Disposition: form-data; name=\"file\"; filename=\"plan.pdf\"\r\n"
      + "Content-Type: application/pdf\r\n\r\n"
    let response = service.respond(
      to: WebRequest(
        method: "POST", target: "/en/staff/sites/LX-0001/files",
        headers: ["content-type": "multipart/form-data; boundary=XX", "cookie": cookie],
        body: Array(head.utf8) + svg + Array("\r\n--XX--\r\n".utf8)))
    #expect(response["Location"]?.hasSuffix("done=attached") == true, "\(response.text)")
    let page = get("/en/staff/sites/LX-0001", cookie: cookie).text
    #expect(page.contains(">Plan</a>"))
    let file = get("/en/staff/sites/LX-0001/files/1", cookie: cookie)
    #expect(file.bytes == svg && file["Content-Type"] == "application/octet-stream")
    #expect(get("/en/staff/sites/LX-0001/files/1").text.contains("type=\"password\""))
  }

  @Test(
    "A form of another site's page is not carried out",
    arguments: [["origin": "https://evil.example"], ["sec-fetch-site": "cross-site"]])
  func foreign(headers: [String: String]) throws {
    let cookie = try signIn("wang")
    #expect(
      post("/en/staff/sites/LX-0001", "f.condition=good", cookie: cookie, headers: headers).status
        == 403)
  }

  @Test("Signing out ends the session")
  func signOut() throws {
    let cookie = try signIn("wang")
    #expect(
      post("/en/staff", "action=out", cookie: cookie)["Set-Cookie"]?.contains("Max-Age=0") == true)
    #expect(get("/en/staff", cookie: cookie).text.contains("type=\"password\""))
  }

  @Test("Nothing but the forms takes a POST")
  func methods() {
    for target in ["/en/search", "/collections/sites/items", "/", "/en/staffing"] {
      #expect(post(target, "q=a").status == 405)
    }
  }
}

/// The digest that a token's file holds.
enum SHA256Text {
  static func of(_ text: String) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try? process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try? input.fileHandleForWriting.close()
    return String(
      decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(64), as: UTF8.self)
  }
}
