import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// A register of its own with staff, and browsers in front of it.
struct StaffBrowser {
  let served: Served
  let service: RegisterService

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

  func post(
    _ target: String, _ text: String, cookie: String? = nil, headers: [String: String] = [:]
  ) -> WebResponse {
    var all = ["accept": "text/html", "content-type": "application/x-www-form-urlencoded"]
    if let cookie { all["cookie"] = cookie }
    return service.respond(
      to: WebRequest(
        method: "POST", target: target, headers: all.merging(headers) { $1 },
        body: Array(text.utf8)))
  }

  func get(_ target: String, cookie: String? = nil) -> WebResponse {
    var headers = ["accept": "text/html"]
    if let cookie { headers["cookie"] = cookie }
    return service.respond(to: WebRequest(target: target, headers: headers))
  }

  func signIn(_ name: String) throws -> String {
    let response = post("/en/staff", "action=in&who=\(name)&token=open+sesame")
    #expect(response.status == 303)
    let cookie = try #require(response["Set-Cookie"])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    return String(cookie.prefix { $0 != ";" })
  }

  /// What a form holds of a field as it was shown, as it is sent back.
  func mark(_ field: String, in form: WebResponse) -> String {
    let name = "s.\(field)"
    let found = form.text.components(separatedBy: "name=\"\(name)\" value=\"").dropFirst().first
    return "\(name)=" + (found.map { String($0.prefix { $0 != "\"" }) } ?? "")
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
