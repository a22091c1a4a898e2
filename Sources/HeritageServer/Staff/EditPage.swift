import HeritageRegistry
import HeritageSQLite
import SurveyTables
import Words

/// One relic in a form: what differs from the register is written, or kept as a draft for a second person.
enum EditPage {
  /// The fields of the form; a code stays as it is.
  private static let fields = SiteField.form.filter { $0 != .code } + [.summaryEN]

  /// The form of a relic; with `typed`, what was typed into one that could not be carried out.
  static func response(
    _ code: String, _ inquiry: Inquiry, typed: WebForm? = nil, faults: [String] = [],
    isTold: Bool = false, done: StaffDone? = nil, remarks: [String] = []
  ) throws -> WebResponse {
    try inquiry.check(parameters: ["lang", "done"])
    let (registry, language) = (inquiry.registry, inquiry.language)
    let dossier = try registry.dossier(code)
    let site = dossier.site
    guard site.code == code else {
      return .redirect(to: inquiry.staffAddress("/sites/" + WebRequest.escaped(site.code)))
    }
    let files = try registry.attachments(of: code)
    let address = inquiry.staffAddress("/sites/" + WebRequest.escaped(code))
    let form = typed.map { EditForm($0, of: dossier, fields: fields) }
    var values: [String: Any] = [
      "action": address, "code": code, "page": PageFrame.relic(code, inquiry),
      "fields": fields.map { key in
        field(
          key, text: form?.text(of: key) ?? EditForm.said(key, of: dossier),
          shown: form?.mark(of: key, isTold: isTold)
            ?? EditForm.mark(of: EditForm.said(key, of: dossier)), inquiry)
      }, "faults": faults, "remarks": remarks,
      "why": typed?["why"] ?? "", "source": typed?["source"] ?? "",
      "files": files.map { StaffFiles.values($0, address, language) },
      "parts": AttachmentPart.allCases.map {
        ["value": $0.rawValue, "label": $0.label(in: language)]
      },
    ]
    if inquiry.staffName == nil { values["asksWho"] = true }
    if !files.isEmpty { values["hasFiles"] = true }
    if let done = done ?? StaffDone(inquiry) { values["done"] = done.sentence.text(in: language) }
    var response = PageFrame(inquiry: inquiry).response(
      "edit", title: site.name(in: language), values)
    if !faults.isEmpty { response.status = 400 }
    return response
  }

  private static func field(
    _ key: SiteField, text: String, shown: String, _ inquiry: Inquiry
  ) -> [String: Any] {
    let language = inquiry.language
    let definition = key.definition
    var values: [String: Any] = [
      "key": key.rawValue, "label": definition.lineLabels[language], "text": text,
      "shown": shown,
      "meaning": definition.meaning[language]
        + (definition.unit.isEmpty ? "" : " (\(definition.unit))"),
    ]
    values["tongue"] = inquiry.tongue(of: text)
    switch definition.form {
    case .word(let set):
      let words = set.words.map { ($0.code, $0.labels[language]) }
      let own = words.contains { $0.0 == text } || text.isEmpty ? [] : [(text, text)]
      values["options"] = ([("", "")] + words + own).map { value, label -> [String: Any] in
        let option: [String: Any] = ["value": value, "label": label]
        return value == text ? option.merging(["chosen": true]) { $1 } : option
      }
      values["isWord"] = true
    case .longText, .list, .objects: values["isLong"] = true
    default: values["isLine"] = true
    }
    return values
  }

  /// Writes what was changed in the form, or proposes it.
  static func posted(_ form: WebForm, _ code: String, _ inquiry: Inquiry) throws -> WebResponse {
    let registry = inquiry.registry
    // Read before the relic: what comes between the two is refused, and never overwritten.
    let revision = try registry.revision(of: code)
    let dossier = try registry.dossier(code)
    let code = dossier.site.code
    let address = inquiry.staffAddress("/sites/" + WebRequest.escaped(code))
    let edit = EditForm(form, of: dossier, fields: fields)
    let note = try inquiry.note(form)
    let conflicts = edit.conflicts.map { $0.conflict(in: inquiry.language) }
    guard conflicts.isEmpty else {
      return try response(code, inquiry, typed: form, faults: conflicts, isTold: true)
    }
    let pairs = edit.pairs
    guard !pairs.isEmpty else { return .seeOther(address + "?done=nothing") }
    do {
      let (record, readings) = try TypedFields(pairs).record(
        code: code, name: dossier.site.nameZH, datum: nil, in: registry)
      /// The page after: with what was read otherwise than it was typed, and what changed with it.
      func end(_ done: StaffDone, _ difference: RegisterDifference) throws -> WebResponse {
        let remarks = (readings + difference.remarks.map(\.problem)).map {
          StaffFaults.text($0, of: code, in: inquiry.language)
        }
        guard !remarks.isEmpty else { return .seeOther(address + "?done=\(done.rawValue)") }
        return try response(code, inquiry, done: done, remarks: remarks)
      }
      if form["mode"] == "draft" {
        let difference = try registry.difference(of: [record])
        guard difference.refused.isEmpty else {
          throw ImportFailure(problems: difference.refused.map(\.problem))
        }
        let items = pairs.map { pair in
          Draft.Item(
            key: pair.key, base: SiteField(rawValue: pair.key)?.definition.text(of: dossier),
            new: pair.value)
        }
        _ = try inquiry.registrar().propose(items, of: code, note: note)
        return try end(.draft, difference)
      }
      return try end(
        .written, try inquiry.registrar().edit(record, note: note, expecting: revision))
    } catch {
      return try response(
        code, inquiry, typed: form,
        faults: StaffFaults.texts(error, of: code, in: inquiry.language))
    }
  }
}
