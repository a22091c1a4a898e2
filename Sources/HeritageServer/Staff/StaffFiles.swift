import HeritageRegistry
import HeritageSQLite
import Words

/// The files of a relic's record, for staff: listed, read as they came, attached.
enum StaffFiles {
  /// A file in a list.
  static func values(
    _ attachment: Attachment, _ address: String, _ language: Language
  ) -> [String: String] {
    [
      "href": address + "/files/\(attachment.number)",
      "name": attachment.facts.title ?? attachment.facts.fileName,
      "facts": [
        attachment.facts.part.label(in: language), attachment.kind.name,
        "\(attachment.byteCount) B", attachment.facts.takenOn,
      ].compactMap { $0 }.joined(separator: " · "),
    ]
  }

  /// The bytes of a file, to be kept and not to be shown: what it is is the browser's guess to nobody.
  static func content(
    _ number: String, of code: String, _ inquiry: Inquiry
  ) throws -> WebResponse {
    try inquiry.check(parameters: ["lang"])
    guard let number = Int(number) else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    let (attachment, bytes) = try inquiry.registry.content(ofAttachment: number, from: code)
    var response = WebResponse(type: "application/octet-stream", bytes)
    response.set(
      "Content-Disposition",
      "attachment; filename=\"\(number).\(attachment.kind.ending)\"; filename*=UTF-8''"
        + WebRequest.escaped(attachment.facts.fileName))
    return response
  }

  /// Attaches a file.
  static func posted(_ form: WebForm, _ code: String, _ inquiry: Inquiry) throws -> WebResponse {
    guard let file = form.files["file"] else { throw WebFault.badForm(field: "file") }
    func text(_ name: String) -> String? { form[name].isEmpty ? nil : form[name] }
    let note = try inquiry.note(form)
    do {
      let part =
        try text("part").map { try AttachmentPart(named: $0) }
        ?? AttachmentKind(of: file.bytes)?.usualPart ?? .electronic
      let facts = AttachmentFacts(
        part: part, title: text("title"), fileName: file.name, author: text("author"),
        takenOn: text("taken"))
      try inquiry.registrar().attach(file.bytes, to: code, facts, note: note)
      return .seeOther(
        inquiry.staffAddress("/sites/" + WebRequest.escaped(code)) + "?done=attached")
    } catch {
      return try EditPage.response(
        code, inquiry, faults: StaffFaults.texts(error, in: inquiry.language))
    }
  }
}
