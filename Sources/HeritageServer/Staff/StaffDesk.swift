import Foundation
import HeritageRegistry
import HeritageSQLite
import Words

/// What staff do in a browser: sign in, change a relic, decide drafts, keep files.
struct StaffDesk {
  let inquiry: Inquiry
  let token: StaffToken
  let sessions: StaffSessions

  /// A page of staff; the form to sign in for others.
  static func page(_ path: [String], _ inquiry: Inquiry) throws -> WebResponse {
    guard inquiry.options.staffTokenFile != nil else { throw WebFault.noStaff }
    guard inquiry.isStaff else {
      try inquiry.check(parameters: ["lang", "next"])
      return SignInPage.response(inquiry)
    }
    switch (path.count, path.first) {
    case (0, _): return try StaffPage.response(inquiry)
    case (2, "sites"): return try EditPage.response(path[1], inquiry)
    case (1, "survey"),
      (2, "survey") where path.last == SurveyPage.applying || path.count == 1:
      return try SurveyPage.response(Array(path.dropFirst()), inquiry)
    case (4, "sites") where path[2] == "files":
      return try StaffFiles.content(path[3], of: path[1], inquiry)
    default: throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
  }

  /// Carries out a form.
  func posted(_ path: [String]) throws -> WebResponse {
    let form = try WebForm(inquiry.request)
    if path.isEmpty, form["action"] == "in" { return try signIn(form) }
    guard inquiry.isStaff else { throw WebFault.notAuthorized }
    switch (path.count, path.first) {
    case (0, _) where form["action"] == "out": return signOut()
    case (0, _): return try StaffPage.posted(form, inquiry)
    case (2, "sites"): return try EditPage.posted(form, path[1], inquiry)
    case (1, "survey"), (2, "survey"):
      return try SurveyPage.posted(form, Array(path.dropFirst()), inquiry)
    case (3, "sites") where path[2] == "files":
      return try StaffFiles.posted(form, path[1], inquiry)
    default: throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
  }

  private func signIn(_ form: WebForm) throws -> WebResponse {
    guard token.opens("Bearer " + form["token"]) else {
      return SignInPage.response(inquiry, fault: Sentence("web.notAuthorized"), status: 401)
    }
    guard !form["who"].isEmpty else { throw WebFault.badForm(field: "who") }
    let next = form["next"]
    let isOurs = next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\")
    var response = WebResponse.seeOther(
      inquiry.base + (isOurs ? next : "/\(inquiry.language.rawValue)/staff"))
    response.set(
      "Set-Cookie",
      StaffSessions.header(sessions.begin(form["who"].bounded), isSecure: inquiry.isSecure))
    return response
  }

  private func signOut() -> WebResponse {
    if let key = StaffSessions.key(of: inquiry.request) { sessions.end(key) }
    var response = WebResponse.seeOther(inquiry.base + "/\(inquiry.language.rawValue)")
    response.set("Set-Cookie", StaffSessions.header(nil, isSecure: inquiry.isSecure))
    return response
  }
}

extension Inquiry {
  /// Whether others reach the server by https.
  var isSecure: Bool { base.hasPrefix("https:") }

  /// Where a page of staff stands.
  func staffAddress(_ path: String = "") -> String { base + "/\(language.rawValue)/staff" + path }

  /// The register, opened for one change.
  func registrar() throws -> Registrar { try Registrar(opening: options.register) }

  /// Who makes a change, why, and on which source.
  func note(_ form: WebForm) throws(WebFault) -> EditNote {
    let who = staffName ?? form["who"]
    guard !who.isEmpty else { throw .badForm(field: "who") }
    func text(_ name: String) -> String? { form[name].isEmpty ? nil : form[name] }
    return EditNote(who: who, why: text("why"), source: text("source"))
  }
}

/// The form to sign in.
enum SignInPage {
  static func response(
    _ inquiry: Inquiry, fault: Sentence? = nil, status: Int = 200
  ) -> WebResponse {
    var values: [String: Any] = ["signIn": true, "action": inquiry.staffAddress()]
    if let fault { values["fault"] = fault.text(in: inquiry.language) }
    // Where somebody wanted to go, they go once they are known.
    let path = inquiry.request.path ?? []
    if inquiry.request.method == "GET", path.count > 2 { values["next"] = inquiry.request.target }
    var response = PageFrame(inquiry: inquiry).response(
      "staff", title: Sentence("page.staff").text(in: inquiry.language), values)
    response.status = status
    response.set("Cache-Control", "private, no-store")
    return response
  }
}

/// What a change refused says, a sentence each.
enum StaffFaults {
  /// The sentences of an error that a person at the desk can mend; rethrows what is none.
  ///
  /// - Parameter code: The relic whose form it is about; nil for files.
  static func texts(
    _ error: any Error, of code: String? = nil, in language: Language
  ) throws -> [String] {
    if let failure = error as? ImportFailure {
      return failure.problems.map { text($0, of: code, in: language) }
    }
    guard !(error is WebFault), let cause = error as? any Cause else { throw error }
    return [cause.sentence.text(in: language)]
  }

  /// A problem as a sentence: in a form it stands at a field, and in no row.
  static func text(_ problem: ImportProblem, of code: String?, in language: Language) -> String {
    guard problem.file == code, let field = problem.column.flatMap(SiteField.init(rawValue:)) else {
      return problem.sentence.text(in: language)
    }
    var said = problem.rule
    if let value = problem.value, value != field.rawValue {
      said = Sentence("problem.valueRule", ["value": value, "rule": said])
    }
    return Sentence(
      "problem.placed",
      ["place": field.definition.lineLabels.sentenceValue, "problem": said.sentenceValue]
    ).text(in: language)
  }
}
