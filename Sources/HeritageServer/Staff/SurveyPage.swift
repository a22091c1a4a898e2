import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Reconciliation
import Words

/// The review of a survey, an entry a page: candidate beside candidate with what speaks for it, and what to decide.
enum SurveyPage {
  /// The path of the page that writes what was decided.
  static let applying = "apply"

  static func response(
    _ path: [String], _ inquiry: Inquiry, faults: [String] = [], at asked: Int? = nil
  ) throws -> WebResponse {
    try inquiry.check(parameters: ["lang", "at", "done"])
    guard let desk = inquiry.survey else {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    }
    let review = try desk.review(inquiry)
    var values = summary(review, desk, inquiry)
    values["faults"] = faults
    if let text = inquiry.request.text(of: "done"), let counts = Applied(text) {
      values["done"] = counts.sentence.text(in: inquiry.language)
    }
    let place = asked ?? inquiry.request.text(of: "at").flatMap { Int($0) }.map { $0 - 1 }
    let shown = path.isEmpty ? place ?? review.next(after: -1) : nil
    if let shown, review.entries.indices.contains(shown) {
      values["entry"] = entry(shown, review, desk, inquiry)
    } else if path.isEmpty, place != nil {
      throw WebFault.notFound(path: inquiry.request.target.bounded)
    } else {
      values["applies"] = try applying(review, desk, inquiry)
    }
    var response = PageFrame(inquiry: inquiry).response(
      "survey",
      title: Sentence("page.survey", ["name": desk.options.name])
        .text(in: inquiry.language), values)
    if !faults.isEmpty { response.status = 400 }
    return response
  }

  private static func summary(
    _ review: SurveyDesk.Review, _ desk: SurveyDesk, _ inquiry: Inquiry
  ) -> [String: Any] {
    let counts = review.adoption.counts
    let open = review.entries.indices.count(where: review.isOpen)
    var values: [String: Any] = [
      "action": inquiry.staffAddress("/survey"), "desk": inquiry.staffAddress(),
      "apply": inquiry.staffAddress("/survey/\(applying)"),
      "counts": Sentence(
        "reconcile.counts",
        [
          "name": desk.options.name, "resurveyed": counts.resurveyed, "found": counts.found,
          "total": counts.total, "gone": counts.gone,
        ]
      ).text(in: inquiry.language),
      "open": Sentence(
        "page.survey.open", ["open": open, "count": review.entries.count]
      ).text(in: inquiry.language),
    ]
    if inquiry.staffName == nil { values["asksWho"] = true }
    if let shift = review.comparison.result.shift {
      values["shift"] = ShiftedSurvey(metres: shift.length).sentence.text(in: inquiry.language)
    }
    return values
  }

  private static func entry(
    _ index: Int, _ review: SurveyDesk.Review, _ desk: SurveyDesk, _ inquiry: Inquiry
  ) -> [String: Any] {
    let language = inquiry.language
    let entry = review.entries[index]
    let old = entry.first.map { review.comparison.dossiers[$0] }
    let record = entry.second.map { review.comparison.records[$0] }
    let decided = entry.decided(review.comparison, review.decisions)
    let evidence = SurveyReview(
      review.comparison, review.decisions, review.adoption, language: language
    ).evidence(entry)
    var values: [String: Any] = [
      "number": index + 1,
      "verdict": entry.verdicts.map { $0.labels[language] }.joined(separator: ", "),
      "rows": rows(old, record?.dossier, language), "evidence": evidence ?? [],
      "code": old?.site.code ?? "", "decisions": decisions(entry, decided, language),
      "reason": decided?.reason ?? "", "document": decided?.document ?? "",
      "date": decided?.date ?? desk.options.date ?? "", "others": others(entry, review, language),
    ]
    if evidence?.isEmpty == false { values["hasEvidence"] = true }
    if let place = record?.place {
      values["file"] = place.file
      values["sheet"] = place.sheet ?? ""
      values["row"] = place.row
    }
    if entry.second == nil || entry.verdicts.contains(where: { $0 == .split || $0 == .merged }) {
      values["needsReason"] = true
    }
    if let decided { values["decided"] = decided.decision.labels[language] }
    if index > 0 { values["before"] = inquiry.staffAddress("/survey?at=\(index)") }
    if index + 1 < review.entries.count {
      values["after"] = inquiry.staffAddress("/survey?at=\(index + 2)")
    }
    return values
  }

  /// What both say, a row a field; fields that neither has are left out.
  private static func rows(
    _ old: Dossier?, _ new: Dossier?, _ language: Language
  ) -> [[String: Any]] {
    let shown: [SiteField] = [
      .code, .codeSurvey2, .codeSurvey3, .codeSurvey4, .nameZH, .formerNames, .aliases, .level,
      .category, .subcategory, .periodWords, .township, .village, .address, .position, .accuracy,
      .area, .state, .summaryZH,
    ]
    return shown.compactMap { key in
      let field = key.definition
      func text(_ dossier: Dossier?) -> String {
        dossier.map { field.value(of: $0).displayText(in: language) } ?? ""
      }
      let (a, b) = (text(old), text(new))
      guard !a.isEmpty || !b.isEmpty else { return nil }
      var row: [String: Any] = ["label": field.lineLabels[language], "old": a, "new": b]
      if !a.isEmpty, !b.isEmpty, a != b, key != .code { row["differs"] = true }
      return row
    }
  }

  /// What may be decided of an entry, the likeliest first.
  private static func decisions(
    _ entry: SurveyEntry, _ decided: SurveyDecided?, _ language: Language
  ) -> [[String: Any]] {
    let offered: [SurveyDecision] =
      switch (entry.first, entry.second) {
      case (nil, _): [.new]
      case (_, nil): [.gone]
      default:
        entry.verdicts.contains(.split)
          ? [.split, .same, .different]
          : entry.verdicts.contains(.merged) ? [.merged, .same, .different] : [.same, .different]
      }
    return offered.map { decision in
      var value: [String: Any] = [
        "value": decision.rawValue, "label": decision.labels[language],
      ]
      if decision == offered.first { value["first"] = true }
      return value
    }
  }

  /// Other candidates of both, each with a decision for it.
  private static func others(
    _ entry: SurveyEntry, _ review: SurveyDesk.Review, _ language: Language
  ) -> [[String: Any]] {
    let comparison = review.comparison
    func row(first: Int, second: Int, _ site: Site, _ score: Double) -> [String: Any] {
      let place = comparison.records[second].place
      return [
        "name": site.nameZH, "code": comparison.dossiers[first].site.code, "shown": site.code,
        "file": place.file, "sheet": place.sheet ?? "", "row": place.row,
        "township": site.township ?? "", "score": "\((score * 10).rounded() / 10)",
      ]
    }
    var rows: [[String: Any]] = []
    if let first = entry.first {
      for candidate in comparison.result.candidates(ofFirst: first)
      where candidate.other != entry.second {
        rows.append(
          row(
            first: first, second: candidate.other, comparison.records[candidate.other].site,
            candidate.score))
      }
    }
    if let second = entry.second {
      for candidate in comparison.result.candidates(ofSecond: second)
      where candidate.other != entry.first {
        rows.append(
          row(
            first: candidate.other, second: second, comparison.dossiers[candidate.other].site,
            candidate.score))
      }
    }
    return rows
  }

  /// What would be written, or why it cannot be.
  private static func applying(
    _ review: SurveyDesk.Review, _ desk: SurveyDesk, _ inquiry: Inquiry
  ) throws -> [String: Any] {
    do {
      let outcome = try desk.rehearse(inquiry)
      return [
        "can": !outcome.isEmpty,
        "what": Applied(outcome).sentence.text(in: inquiry.language),
      ]
    } catch {
      return ["refusals": try StaffFaults.texts(error, in: inquiry.language)]
    }
  }
}

/// How much of a survey was written, as the address of the page after it says: `1-2-3-4-5-6`.
struct Applied {
  private let counts: [Int]

  init(_ outcome: SurveyOutcome) {
    func count(_ state: RelicState) -> Int { outcome.fates.count { $0.after == state } }
    counts = [
      outcome.difference.new.count, outcome.difference.changed.count,
      outcome.difference.unchanged.count, count(.destroyed), count(.split), count(.merged),
    ]
  }

  init?(_ text: String) {
    counts = text.split(separator: "-").compactMap { Int($0) }
    guard counts.count == 6 else { return nil }
  }

  var text: String { counts.map(String.init).joined(separator: "-") }

  var sentence: Sentence {
    Sentence(
      "reconcile.adopted",
      [
        "new": counts[0], "changed": counts[1], "unchanged": counts[2], "gone": counts[3],
        "split": counts[4], "merged": counts[5],
      ])
  }
}
