public import HeritageRegistry
public import Tours

extension PlanCheck {
  /// The rules that the plan breaks, each with its place in the file; nil where it breaks none.
  public func answer(in language: Language) -> Answer? {
    let found = violations(in: language)
    guard !found.isEmpty else { return nil }
    return Answer(
      columns: [
        Answer.Column("number", zh: "序号", en: "No.", isNumber: true),
        Answer.Column("violation", zh: "问题", en: "Violation"),
        Answer.Column("path", zh: "位置", en: "Where"),
      ],
      rows: found.enumerated().map { number, violation in
        [
          .integer(number + 1), .text(violation.sentence(in: language)),
          FieldValue(PlanFile.path(of: violation, in: itinerary)),
        ]
      })
  }
}
