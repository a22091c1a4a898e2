import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// Staff at their desk: a browser that signs in, forms that change relics, and nobody else.
@Suite struct StaffTests {
  private let staff: StaffBrowser

  init() throws { staff = try StaffBrowser() }

  @Test("Who has no token sees a form and nothing else, and a wrong one is refused")
  func strangers() {
    let page = staff.get("/en/staff/sites/LX-0001")
    #expect(page.status == 200 && page.text.contains("type=\"password\""))
    #expect(!page.text.contains("f.condition"))
    let wrong = staff.post("/en/staff", "action=in&who=a&token=sesame")
    #expect(wrong.status == 401 && wrong["Set-Cookie"] == nil)
    #expect(staff.post("/en/staff/sites/LX-0001", "f.condition=good").status == 401)
    #expect(staff.get("/en/staff", cookie: "heritage=0123").text.contains("type=\"password\""))
    #expect(staff.served.get("/en/staff").status == 403)
  }

  @Test("What differs is written once, under the name of who signed in")
  func edit() throws {
    let cookie = try staff.signIn("wang")
    let form = staff.get("/en/staff/sites/LX-0001", cookie: cookie)
    #expect(form["Cache-Control"] == "private, no-store")
    let written = staff.post(
      "/en/staff/sites/LX-0001", "\(staff.mark("condition", in: form))&f.condition=good&why=seen",
      cookie: cookie)
    #expect(written["Location"] == "http://register.test/en/staff/sites/LX-0001?done=written")
    #expect(
      staff.get("/en/sites/LX-0001", cookie: cookie).text.contains(
        "<dt>Condition</dt><dd>good</dd>"))
    // Somebody who looked before that is told.
    let late = staff.post(
      "/en/staff/sites/LX-0001", "\(staff.mark("condition", in: form))&f.condition=bad",
      cookie: cookie)
    #expect(late.status == 400)
    #expect(
      late.text.contains("Condition: since this form was opened somebody else has written good"))
    let history = try Program.heritage.run(
      ["history", "LX-0001", "--audience", "staff"], in: staff.served.folder.url)
    #expect(history.output.contains("wang") && history.output.contains("seen"))
    // What is no value is said above the form, which keeps what was typed.
    let fault = staff.post(
      "/en/staff/sites/LX-0001", "f.found_year=soon&f.notes=kept+text", cookie: cookie)
    #expect(fault.status == 400 && fault.text.contains("kept text") && fault.text.contains("soon"))
    #expect(
      staff.post("/en/staff/sites/LX-0001", "f.condition=good", cookie: cookie)["Location"]?
        .hasSuffix("done=nothing") == true)
  }

  @Test("A draft is decided by a second person")
  func drafts() throws {
    let (first, second) = (try staff.signIn("wang"), try staff.signIn("li"))
    #expect(
      staff.post("/en/staff/sites/LX-0002", "mode=draft&f.condition=fair&why=visit", cookie: first)[
        "Location"]?.hasSuffix("done=draft") == true)
    let desk = staff.get("/en/staff", cookie: second).text
    #expect(desk.contains("name=\"draft\" value=\"1\"") && desk.contains("visit"))
    let own = staff.post("/en/staff", "draft=1&action=approve", cookie: first)
    #expect(own.status == 400 && own.text.contains("of their own"))
    #expect(
      staff.post("/en/staff", "draft=1&action=approve", cookie: second)["Location"]?
        .hasSuffix("done=approved") == true)
    #expect(!staff.get("/en/staff", cookie: second).text.contains("name=\"draft\""))
  }

  @Test("A check is saved by staff alone, made again from its address, and stands on the desk")
  func savedCheck() throws {
    let query = "at=111.656,29.692&radius=500m&name=Lot+7"
    #expect(!staff.get("/en/check?\(query)").text.contains("name=\"save\""))
    let escaped = WebRequest.escaped(query)
    #expect(staff.post("/en/check", "save=\(escaped)").status == 401)
    let cookie = try staff.signIn("wang")
    let page = staff.get("/en/check?\(query)", cookie: cookie).text
    let saved = try #require(page.firstMatch(of: #/name="save" value="([^"]+)"/#)?.1)
      .replacing("&amp;", with: "&")
    #expect(saved.contains("at=111.656,29.692") && saved.contains("radius=500m"))
    let answer = staff.post(
      "/en/check", "save=\(WebRequest.escaped(String(saved)))", cookie: cookie)
    #expect(answer["Location"] == "http://register.test/en/staff?done=written")
    let desk = staff.get("/en/staff", cookie: cookie).text
    #expect(desk.contains("<td>wang</td><td>Lot 7</td>"), "\(desk)")
  }

  @Test(
    "What cannot be saved is said, and nothing is",
    arguments: [
      ("save=", 400, "the form lacks &quot;file&quot;"),
      ("save=name%3DLot", 400, "nothing says which place is meant"),
      ("save=lang%3Den", 400, "the form lacks &quot;save&quot;"),
      ("save=at%3Dthere%26radius%3D5km", 400, "neither a point"),
      ("save=%25ZZ", 400, "not percent-encoded"),
    ])
  func notSaved(form: String, status: Int, words: String) throws {
    let cookie = try staff.signIn("wang")
    let answer = staff.post("/en/check", form, cookie: cookie)
    #expect(answer.status == status && answer.text.contains(words), "\(answer.text)")
    #expect(staff.get("/en/staff", cookie: cookie).text.contains("None."))
  }

  @Test(
    "A wrong token is refused with its sentence, in a form and in a header",
    arguments: ["", "open", "Bearer open sesame", "open sesame "])
  func wrongToken(token: String) {
    let form = staff.post("/zh/staff", "action=in&who=a&token=\(WebRequest.escaped(token))")
    // A form's text loses the blanks around it.
    guard token != "open sesame " else { return #expect(form.status == 303) }
    #expect(form.status == 401 && form["Set-Cookie"] == nil)
    #expect(form.text.contains("role=\"alert\"") && form.text.contains("令牌"))
    let header = staff.service.respond(
      to: WebRequest(
        target: "/collections", headers: ["authorization": "Basic \(token)", "accept": "*/*"]))
    #expect(header.status == 401 && header["WWW-Authenticate"] == "Bearer")
    #expect(header.text.contains("not-authorized"))
  }

  @Test("A file is attached, and read back as it came")
  func files() throws {
    let cookie = try staff.signIn("wang")
    let svg = Array("%PDF-1.4\n%\u{e4}\n1 0 obj\n<<>>\nendobj\n%%EOF\n".utf8)
    let head =
      "--XX\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nPlan\r\n--XX\r\n"
      + "Content-Disposition: form-data; name=\"file\"; filename=\"plan.pdf\"\r\n"
      + "Content-Type: application/pdf\r\n\r\n"
    let response = staff.service.respond(
      to: WebRequest(
        method: "POST", target: "/en/staff/sites/LX-0001/files",
        headers: ["content-type": "multipart/form-data; boundary=XX", "cookie": cookie],
        body: Array(head.utf8) + svg + Array("\r\n--XX--\r\n".utf8)))
    #expect(response["Location"]?.hasSuffix("done=attached") == true, "\(response.text)")
    let page = staff.get("/en/staff/sites/LX-0001", cookie: cookie).text
    #expect(page.contains(">Plan</a>"))
    let file = staff.get("/en/staff/sites/LX-0001/files/1", cookie: cookie)
    #expect(file.bytes == svg && file["Content-Type"] == "application/octet-stream")
    #expect(staff.get("/en/staff/sites/LX-0001/files/1").text.contains("type=\"password\""))
  }

  @Test(
    "A form of another site's page is not carried out",
    arguments: [["origin": "https://evil.example"], ["sec-fetch-site": "cross-site"]])
  func foreign(headers: [String: String]) throws {
    let cookie = try staff.signIn("wang")
    #expect(
      staff.post("/en/staff/sites/LX-0001", "f.condition=good", cookie: cookie, headers: headers)
        .status
        == 403)
  }

  @Test("Signing out ends the session")
  func signOut() throws {
    let cookie = try staff.signIn("wang")
    #expect(
      staff.post("/en/staff", "action=out", cookie: cookie)["Set-Cookie"]?.contains("Max-Age=0")
        == true)
    #expect(staff.get("/en/staff", cookie: cookie).text.contains("type=\"password\""))
  }

  @Test("Nothing but the forms takes a POST")
  func methods() {
    for target in ["/en/search", "/collections/sites/items", "/", "/en/staffing"] {
      #expect(staff.post(target, "q=a").status == 405)
    }
  }
}
