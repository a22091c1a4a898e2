import HeritageRegistry
import HeritageSQLite
import Reconciliation
import Words

extension SurveyPage {
  /// Keeps a decision and goes on to the next entry, or writes what was decided.
  static func posted(
    _ form: WebForm, _ path: [String], _ inquiry: Inquiry
  ) throws -> WebResponse {
    guard let desk = inquiry.survey else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    if path == [applying] { return try apply(form, desk, inquiry) }
    guard path.isEmpty else { throw WebFault.notFound(path: inquiry.request.target.bounded) }
    guard let place = Int(form["at"]).map({ $0 - 1 }), place >= 0 else {
      throw WebFault.badForm(field: "at")
    }
    func text(_ name: String) -> String? { form[name].isEmpty ? nil : form[name] }
    let row = text("row").flatMap { Int($0) }
    let record = row.flatMap { row in
      text("file").map { SiteRecord.Place(file: $0, sheet: text("sheet"), row: row) }
    }
    guard let decision = SurveyDecision(rawValue: form["decision"]),
      !decision.namesRelic || text("code") != nil, !decision.namesRow || record != nil
    else { throw WebFault.badForm(field: "decision") }
    let decided = SurveyDecided(
      decision, code: decision.namesRelic ? text("code") : text("new_code"),
      place: decision.namesRow ? record : nil,
      reason: decision.needsDocument ? text("reason") : nil,
      document: decision.needsDocument ? text("document") : nil,
      date: decision.needsDocument ? text("date") : nil)
    do {
      let review = try desk.decide(decided, code: text("code"), place: record, inquiry)
      guard let next = review.next(after: place) else {
        return .seeOther(inquiry.staffAddress("/survey/\(applying)"))
      }
      return .seeOther(inquiry.staffAddress("/survey?at=\(next + 1)"))
    } catch {
      return try response(
        [], inquiry, faults: StaffFaults.texts(error, in: inquiry.language), at: place)
    }
  }

  private static func apply(
    _ form: WebForm, _ desk: SurveyDesk, _ inquiry: Inquiry
  ) throws -> WebResponse {
    let note = try inquiry.note(form)
    do {
      let outcome = try desk.apply(inquiry, note: note)
      return .seeOther(
        inquiry.staffAddress("/survey/\(applying)?done=\(Applied(outcome).text)"))
    } catch {
      return try response(
        [applying], inquiry, faults: StaffFaults.texts(error, in: inquiry.language))
    }
  }
}
