import HeritageRegistry
import HeritageSQLite
import SurveyTables
import Words

/// One relic in a form: what differs from the register is written, or kept as a draft for a second person.
enum EditPage {
  /// The fields of the form; a code stays as it is.
  private static let fields = SiteField.form.filter { $0 != .code } + [.summaryEN]

  static func response(
    _ code: String, _ inquiry: Inquiry, typed: WebForm? = nil, faults: [String] = []
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
    var values: [String: Any] = [
      "action": address, "code": code, "page": PageFrame.relic(code, inquiry),
      "revision": try typed.map { $0["revision"] } ?? registry.revision(of: code).description,
      "fields": fields.map { field($0, of: dossier, typed, inquiry) }, "faults": faults,
      "why": typed?["why"] ?? "", "source": typed?["source"] ?? "",
      "files": files.map { StaffFiles.values($0, address, language) },
      "parts": AttachmentPart.allCases.map {
        ["value": $0.rawValue, "label": $0.label(in: language)]
      },
    ]
    if inquiry.staffName == nil { values["asksWho"] = true }
    if !files.isEmpty { values["hasFiles"] = true }
    if let done = StaffDone(inquiry) { values["done"] = done.sentence.text(in: language) }
    var response = PageFrame(inquiry: inquiry).response(
      "edit", title: site.name(in: language), values)
    if !faults.isEmpty { response.status = 400 }
    return response
  }

  /// What the register says in a field, as the form shows it.
  private static func text(_ key: SiteField, of dossier: Dossier) -> String {
    key.definition.text(of: dossier) ?? ""
  }

  private static func field(
    _ key: SiteField, of dossier: Dossier, _ typed: WebForm?, _ inquiry: Inquiry
  ) -> [String: Any] {
    let language = inquiry.language
    let definition = key.definition
    let text = typed.map { $0["f." + key.rawValue] } ?? text(key, of: dossier)
    var values: [String: Any] = [
      "key": key.rawValue, "label": definition.lineLabels[language], "text": text,
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

  /// Writes what differs, or proposes it.
  static func posted(_ form: WebForm, _ code: String, _ inquiry: Inquiry) throws -> WebResponse {
    let registry = inquiry.registry
    let dossier = try registry.dossier(code)
    let code = dossier.site.code
    let address = inquiry.staffAddress("/sites/" + WebRequest.escaped(code))
    let pairs = fields.compactMap { field -> (key: String, value: String)? in
      let name = "f." + field.rawValue
      guard form.texts.contains(where: { $0.name == name }) else { return nil }
      let text = form[name]
      return text == Self.text(field, of: dossier).trimmed ? nil : (field.rawValue, text)
    }
    let note = try inquiry.note(form)
    guard !pairs.isEmpty else { return .seeOther(address + "?done=nothing") }
    do {
      let (record, _) = try TypedFields(pairs).record(
        code: code, name: dossier.site.nameZH, datum: nil, in: registry)
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
        return .seeOther(address + "?done=draft")
      }
      let revision = form["revision"].isEmpty ? nil : Revision(form["revision"])
      _ = try inquiry.registrar().edit(record, note: note, expecting: revision)
      return .seeOther(address + "?done=written")
    } catch {
      return try response(
        code, inquiry, typed: form, faults: StaffFaults.texts(error, in: inquiry.language))
    }
  }
}
