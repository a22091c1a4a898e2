import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// A survey that staff review in a browser, form by form.
@Suite struct SurveyPageTests {
  private let served: Served
  private let options: ServerOptions
  private let service: RegisterService

  init() throws {
    served = try Served(arguments: [])
    let folder = served.folder
    let file = folder.url.appendingPathComponent("token")
    try Data(SHA256Text.of("open sesame").utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    try folder.write(
      """
      编号,名称,类别,保护级别,乡镇
      430723-0001,城头山城址,古文化遗址,全国重点文物保护单位,
      430723-0002,李家老屋,古建筑,未定级不可移动文物,官垸镇

      """, to: "four.csv")
    options = ServerOptions(
      register: folder.path("heritage.sqlite"), publicURL: "http://register.test",
      staffTokenFile: file.path,
      survey: ServedSurvey(
        files: [folder.path("four.csv")], name: "四普", decisions: folder.path("decisions.csv"),
        date: "2025-06-30"))
    service = try RegisterService(options)
  }

  private func post(_ target: String, _ text: String, cookie: String? = nil) -> WebResponse {
    var headers = ["accept": "text/html", "content-type": "application/x-www-form-urlencoded"]
    headers["cookie"] = cookie
    return service.respond(
      to: WebRequest(method: "POST", target: target, headers: headers, body: Array(text.utf8)))
  }

  private func get(_ target: String, cookie: String? = nil) -> WebResponse {
    var headers = ["accept": "text/html"]
    headers["cookie"] = cookie
    return service.respond(to: WebRequest(target: target, headers: headers))
  }

  private func signIn() throws -> String {
    let response = post("/en/staff", "action=in&who=ann&token=open+sesame")
    return String(try #require(response["Set-Cookie"]).prefix { $0 != ";" })
  }

  private func location(_ response: WebResponse) -> String {
    (response["Location"] ?? "").replacing("http://register.test", with: "")
  }

  @Test("Strangers see nothing of a survey, and a server without one has no such page")
  func strangers() throws {
    let page = get("/en/staff/survey")
    #expect(page.text.contains("type=\"password\"") && !page.text.contains("李家老屋"))
    #expect(post("/en/staff/survey", "at=1&decision=gone&code=LX-0001").status == 401)
    #expect(post("/en/staff/survey/apply", "").status == 401)
    var plain = options
    plain.survey = nil
    let other = try RegisterService(plain)
    let response = other.respond(
      to: WebRequest(
        target: "/en/staff/survey",
        headers: ["accept": "text/html", "authorization": "Bearer open sesame"]))
    #expect(response.status == 404)
  }

  @Test("Each entry is decided once, the next follows, and what was decided is written in one edit")
  func walk() throws {
    let cookie = try signIn()
    #expect(get("/en/staff", cookie: cookie).text.contains("/en/staff/survey"))
    var page = get("/en/staff/survey", cookie: cookie)
    #expect(page.status == 200 && page.text.contains("城头山城址") && page.text.contains("LX-0001"))
    #expect(page.text.contains("What speaks for and against it"))
    var response = post(
      "/en/staff/survey",
      "at=1&decision=same&code=LX-0001&file=four.csv&sheet=&row=2", cookie: cookie)
    #expect(response.status == 303 && location(response) == "/en/staff/survey?at=2")
    let stored = try String(
      contentsOfFile: served.folder.path("decisions.csv"), encoding: .utf8)
    #expect(stored.contains("same,,,,LX-0001,城头山城址,four.csv,,2"), "\(stored)")
    // A relic that is gone needs a reason.
    let refused = post(
      "/en/staff/survey", "at=2&decision=gone&code=LX-0002&date=2024", cookie: cookie)
    #expect(refused.status == 400 && refused.text.contains("nobody says why LX-0002 is gone"))
    page = get("/en/staff/survey?at=2", cookie: cookie)
    #expect(page.text.contains("LX-0002"))
    response = post(
      "/en/staff/survey", "at=2&decision=gone&code=LX-0002&reason=flood&date=2024", cookie: cookie)
    #expect(location(response) == "/en/staff/survey?at=3")
    let known = get("/en/staff/survey/apply", cookie: cookie).text
    #expect(known.contains("new 0, changed 1, unchanged 0; gone 1, split 0, merged 0"), "\(known)")
    response = post("/en/staff/survey/apply", "why=review", cookie: cookie)
    #expect(location(response) == "/en/staff/survey/apply?done=0-1-0-1-0-0")
    #expect(
      FileManager.default.fileExists(atPath: served.folder.path("heritage.sqlite.backup-1")))
    let relic = get("/en/staff/sites/LX-0001", cookie: cookie)
    #expect(relic.text.contains("城头山城址"))
  }

  @Test("What another server has decided is read again")
  func keptDecisions() throws {
    let cookie = try signIn()
    _ = post(
      "/en/staff/survey",
      "at=1&decision=different&code=LX-0001&file=four.csv&sheet=&row=2", cookie: cookie)
    let other = try RegisterService(options)
    let response = other.respond(
      to: WebRequest(
        target: "/en/staff/survey?at=1",
        headers: ["accept": "text/html", "authorization": "Bearer open sesame"]))
    #expect(response.text.contains("Decided: different"), "\(response.text)")
  }

  @Test(
    "A form that decides nothing is refused",
    arguments: [
      "decision=same&code=LX-0021", "at=0&decision=same", "at=1&decision=perhaps&code=LX-0021",
      "at=1&decision=same&code=LX-0021", "at=1&decision=new", "at=1",
    ])
  func badForms(_ text: String) throws {
    let cookie = try signIn()
    #expect(post("/en/staff/survey", text, cookie: cookie).status == 400)
    #expect(!FileManager.default.fileExists(atPath: served.folder.path("decisions.csv")))
  }
}
