import HeritageFormats
import HeritageRegistry

/// What the values of a relic rest on, as an answer.
enum EvidenceTable {
  /// A row for each value.
  static func answer(_ evidence: [Evidence]) -> (full: Answer, brief: Answer) {
    let full = Answer(
      columns: [
        Answer.Column("field", zh: "字段", en: "Field"),
        Answer.Column("label", zh: "内容项", en: "What"),
        Answer.Column("value", zh: "内容", en: "Value"),
        Answer.Column("source", zh: "依据", en: "Source"),
        Answer.Column("method", zh: "方法", en: "Method"),
        Answer.Column("at", zh: "时间(UTC)", en: "Time (UTC)"),
        Answer.Column("who", zh: "修改人", en: "Who"),
        Answer.Column("edit", zh: "修改号", en: "Edit", isNumber: true),
        Answer.Column("claims", zh: "各家说法", en: "Claims"),
      ],
      rows: evidence.map { evidence in
        let labels = evidence.field.definition.labels
        return [
          .text(evidence.field.rawValue), .word(labels.en, zh: labels.zh, en: labels.en),
          .text(evidence.value), FieldValue(evidence.source), FieldValue(evidence.method),
          FieldValue(evidence.time), FieldValue(evidence.who), FieldValue(evidence.edit),
          claims(evidence.claims),
        ]
      })
    let shown = ["label", "value", "source", "method", "at", "who", "edit"]
    let hasClaims = evidence.contains { !$0.claims.isEmpty }
    return (full, full.selecting(hasClaims ? shown + ["claims"] : shown))
  }

  /// Each claim with its source and rank.
  private static func claims(_ claims: [Claim]) -> FieldValue {
    claims.isEmpty
      ? .null
      : .list(
        claims.map { claim in
          .object([
            .init("value", .text(claim.value)), .init("source", .text(claim.source)),
            .init("rank", FieldValue(claim.rank)),
          ])
        })
  }
}
