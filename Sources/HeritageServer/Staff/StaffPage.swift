import HeritageRegistry
import HeritageSQLite
import SurveyTables
import Words

/// The desk: who is signed in, drafts that wait, checks that were saved.
enum StaffPage {
  static func response(_ inquiry: Inquiry, faults: [String] = []) throws -> WebResponse {
    try inquiry.check(parameters: ["lang", "done"])
    let language = inquiry.language
    let drafts = try inquiry.registry.drafts()
    let checks = try inquiry.registry.checks()
    var values: [String: Any] = [
      "desk": true, "action": inquiry.staffAddress(), "faults": faults,
      "drafts": drafts.map { draft($0, inquiry) },
      "checks": checks.reversed().prefix(50).map { check -> [String: Any] in
        let (who, project) = (check.madeBy ?? "", check.request.project ?? "")
        var values: [String: Any] = [
          "number": check.number.map(String.init) ?? "", "who": who, "project": project,
          "date": check.madeAt.prefix(16).replacing("T", with: " "),
          "verdict": check.verdict.label(in: language),
        ]
        values["whoTongue"] = inquiry.tongue(of: who)
        values["projectTongue"] = inquiry.tongue(of: project)
        return values
      },
    ]
    if let name = inquiry.staffName {
      (values["who"], values["whoTongue"]) = (name, inquiry.tongue(of: name))
    }
    if let survey = inquiry.survey {
      values["survey"] = [
        "href": inquiry.staffAddress("/survey"),
        "name": Sentence("page.survey", ["name": survey.options.name]).text(in: language),
      ]
    }
    if !drafts.isEmpty { values["hasDrafts"] = true }
    if !checks.isEmpty { values["hasChecks"] = true }
    if let done = StaffDone(inquiry) { values["done"] = done.sentence.text(in: language) }
    var response = PageFrame(inquiry: inquiry).response(
      "staff", title: Sentence("page.staff").text(in: language), values)
    if !faults.isEmpty { response.status = 400 }
    return response
  }

  private static func draft(_ draft: Draft, _ inquiry: Inquiry) -> [String: Any] {
    let by = draft.note.who ?? ""
    let reason = [draft.note.why, draft.note.source].compactMap { $0 }.joined(separator: " · ")
    var values: [String: Any] = [
      "number": draft.number, "code": draft.code, "by": by, "reason": reason,
      "href": inquiry.staffAddress("/sites/" + WebRequest.escaped(draft.code)),
      "items": draft.items.map { item -> [String: Any] in
        var values: [String: Any] = [
          "label": SiteField(rawValue: item.key)?.definition.lineLabels[inquiry.language]
            ?? item.key,
          "old": item.base ?? "", "new": item.new,
        ]
        values["oldTongue"] = inquiry.tongue(of: item.base ?? "")
        values["newTongue"] = inquiry.tongue(of: item.new)
        return values
      },
    ]
    values["byTongue"] = inquiry.tongue(of: by)
    values["reasonTongue"] = inquiry.tongue(of: reason)
    return values
  }

  /// Decides a draft.
  static func posted(_ form: WebForm, _ inquiry: Inquiry) throws -> WebResponse {
    guard let number = Int(form["draft"]) else { throw WebFault.badForm(field: "draft") }
    let note = try inquiry.note(form)
    do {
      if form["action"] == "reject" {
        try inquiry.registrar().reject(number, note: note)
        return .seeOther(inquiry.staffAddress("?done=rejected"))
      }
      let registry = inquiry.registry
      guard let draft = try registry.drafts(all: true).first(where: { $0.number == number }) else {
        throw EditError.noSuchDraft(number)
      }
      let site = try registry.site(draft.code)
      let (record, _) = try TypedFields(draft.items.map { ($0.key, $0.new) }).record(
        code: site.code, name: site.nameZH, datum: nil, in: registry)
      _ = try inquiry.registrar().approve(number, as: record, note: note)
      return .seeOther(inquiry.staffAddress("?done=approved"))
    } catch {
      return try response(inquiry, faults: StaffFaults.texts(error, in: inquiry.language))
    }
  }
}

/// What a form has done, as the address of the page after it says.
enum StaffDone: String {
  case written, draft, nothing, approved, rejected, attached

  init?(_ inquiry: Inquiry) {
    self.init(rawValue: inquiry.request.text(of: "done") ?? "")
  }

  var sentence: Sentence {
    switch self {
    case .written: Sentence("page.staff.written")
    case .draft: Sentence("page.staff.draft")
    case .nothing: Sentence("page.staff.nothing")
    case .approved: Sentence("page.staff.approved")
    case .rejected: Sentence("page.staff.rejected")
    case .attached: Sentence("page.staff.attached")
    }
  }
}
