import Boundaries
import Foundation
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Words

/// The outline of a file that a form sends, and checks that staff keep.
extension ProjectCheckPage {
  /// Answers a form: a file is checked and forgotten; a check that is to be kept is made again and saved.
  static func posted(_ inquiry: Inquiry) throws -> WebResponse {
    let form = try WebForm(inquiry.request)
    if !form["save"].isEmpty { return try save(form["save"], inquiry) }
    guard let file = form.files["file"] else { throw WebFault.badForm(field: "file") }
    var values = Self.form(inquiry)
    values["moves"] = true
    return try PageFrame(inquiry: inquiry).form("check", title: Sentence("page.check"), values) {
      let asked = try plots(file.bytes, named: file.name)
      let sheet = CheckSheet(
        try inquiry.registry.check(asked.request), language: inquiry.language)
      $0["answer"] = try answer(toFile: sheet, asked.notes, inquiry)
    }
  }

  /// The answer to a file has no address of its own, so its map stands inside the page.
  private static func answer(
    toFile sheet: CheckSheet, _ notes: [BoundaryNote], _ inquiry: Inquiry
  ) throws -> [String: Any] {
    var values = answer(sheet, notes, inquiry)
    for name in ["hasFiles", "files", "saves"] { values[name] = nil }
    values["map"] = try CheckPage(sheet, in: inquiry.registry).map(width: 900).map { svg in
      var figure = MapFigure(
        picture: "data:image/svg+xml;base64," + Data(svg.utf8).base64EncodedString(),
        alt: Sentence("page.mapOfCheck", ["answer": sheet.headline]))
      (figure.width, figure.height) = (900, 700)
      figure.caption = Sentence("page.checkMapNote")
      return figure.values(inquiry)
    }
    return values
  }

  /// Makes the check of an address once more and keeps it.
  private static func save(_ query: String, _ inquiry: Inquiry) throws -> WebResponse {
    guard inquiry.isStaff else { throw WebFault.notAuthorized }
    guard let parameters = WebRequest.parameters(of: query) else { throw WebFault.unreadableQuery }
    var again = inquiry
    again.request.parameters = parameters
    guard let sheet = try sheet(again) else { throw WebFault.badForm(field: "save") }
    _ = try inquiry.registrar().save(
      CheckRecord(
        sheet.answer, madeAt: Date().ISO8601Format(), madeBy: inquiry.staffName,
        program: "heritage-server", schemaVersion: RegisterFile.schemaVersion))
    return .seeOther(inquiry.staffAddress("?done=written"))
  }
}
