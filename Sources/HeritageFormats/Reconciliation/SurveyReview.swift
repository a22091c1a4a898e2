public import HeritageRegistry
public import Reconciliation
import Words

/// What a person looks through after a reconciliation: candidate beside candidate, with the evidence.
public struct SurveyReview: Sendable {
  /// The columns of a review; a person fills in the first four.
  public static let columns = [
    Answer.Column("decision", zh: "决定", en: "Decision"),
    Answer.Column("reason", zh: "原因", en: "Reason"),
    Answer.Column("document", zh: "依据文件", en: "Document"),
    Answer.Column("date", zh: "日期", en: "Date"),
    Answer.Column("verdict", zh: "结论", en: "Verdict"),
    Answer.Column("sure", zh: "确定", en: "Sure"),
    Answer.Column("old_code", zh: "原编号", en: "Old code"),
    Answer.Column("old_name", zh: "原名称", en: "Old name"),
    Answer.Column("old_township", zh: "原乡镇", en: "Old township"),
    Answer.Column("new_code", zh: "新编号", en: "New code"),
    Answer.Column("new_name", zh: "新名称", en: "New name"),
    Answer.Column("new_township", zh: "新乡镇", en: "New township"),
    Answer.Column("file", zh: "文件", en: "File"),
    Answer.Column("sheet", zh: "工作表", en: "Sheet"),
    Answer.Column("row", zh: "行", en: "Row", isNumber: true),
    Answer.Column("score", zh: "得分", en: "Score", isNumber: true),
    Answer.Column("margin", zh: "领先", en: "Margin", isNumber: true),
    Answer.Column("evidence", zh: "依据", en: "Evidence"),
    Answer.Column("others", zh: "其他候选", en: "Others"),
  ]

  private let comparison: SurveyComparison
  private let decisions: SurveyDecisions
  private let adoption: SurveyAdoption
  let language: Language

  private var result: Reconciliation { comparison.result }
  var isChinese: Bool { language == .zh }

  /// Prepares a review.
  ///
  /// - Parameters:
  ///   - comparison: The survey beside the register.
  ///   - decisions: What has been decided, which is filled in.
  ///   - adoption: What of it goes into the register.
  ///   - language: The language of the review.
  public init(
    _ comparison: SurveyComparison, _ decisions: SurveyDecisions, _ adoption: SurveyAdoption,
    language: Language
  ) {
    self.comparison = comparison
    self.decisions = decisions
    self.adoption = adoption
    self.language = language
  }

  /// A row for each pair that is not sure, for each part of what was split or merged, for each that is gone or
  /// new and may be another, then for the others.
  public var answer: Answer {
    Answer(
      columns: Self.columns, rows: adoption.entries.map(row))
  }

  /// The counts, a row each.
  public var counts: Answer {
    let counts = adoption.counts
    func row(_ key: String, _ zh: String, _ en: String, _ count: Int) -> [FieldValue] {
      [.word(key, zh: zh, en: en), .integer(count)]
    }
    return Answer(
      columns: [
        Answer.Column("item", zh: "项目", en: "Item"),
        Answer.Column("count", zh: "数量（处）", en: "Relics", isNumber: true),
      ],
      rows: [
        row("resurveyed", "复查", "Surveyed again", counts.resurveyed),
        row("found", "新发现", "Newly found", counts.found),
        row("total", "登记总数", "Registered", counts.total),
        row("gone", "消失（另登记）", "Gone (registered apart)", counts.gone),
        row("undecided", "待核对", "To be looked at", counts.undecided),
        row("split_off", "拆分增加", "Added by splitting", counts.splitOff),
        row("merged_away", "合并减少", "Taken away by merging", counts.mergedAway),
      ])
  }

  private func row(_ entry: SurveyEntry) -> [FieldValue] {
    let old = entry.first.map { comparison.dossiers[$0].site }
    let new = entry.second.map { comparison.records[$0] }
    let decided = entry.decided(comparison, decisions)
    return [
      decided.map { .text($0.decision.label(in: language)) } ?? .null,
      FieldValue(decided?.reason), FieldValue(decided?.document), FieldValue(decided?.date),
      .list(entry.verdicts.map { FieldValue(Optional($0)) }), .flag(entry.isSure),
      FieldValue(old?.code ?? (entry.first == nil ? decided?.code : nil)),
      FieldValue(old?.nameZH), FieldValue(old?.township),
      FieldValue(new?.site.code), FieldValue(new?.site.nameZH), FieldValue(new?.site.township),
      FieldValue(new?.place.file), FieldValue(new?.place.sheet), FieldValue(new?.place.row),
      FieldValue(entry.score, places: 2), FieldValue(entry.margin, places: 2),
      evidence(entry).map { .text($0.joined(separator: "；")) } ?? .null,
      others(entry),
    ]
  }

  /// What speaks for and against a pair, a sentence each; nil for an entry that is alone.
  public func evidence(_ entry: SurveyEntry) -> [String]? {
    guard let first = entry.first, let second = entry.second else { return nil }
    return result.evidence(first: first, second: second).map { $0.sentence.text(in: language) }
  }

  /// The other candidates of both, as code, name and score.
  private func others(_ entry: SurveyEntry) -> FieldValue {
    func text(_ site: Site, _ score: Double) -> FieldValue {
      .text("\(site.code) \(site.nameZH) (\((score * 10).rounded() / 10))")
    }
    var found: [FieldValue] = []
    if let first = entry.first {
      for candidate in result.candidates(ofFirst: first) where candidate.other != entry.second {
        found.append(text(comparison.records[candidate.other].site, candidate.score))
      }
    }
    if let second = entry.second {
      for candidate in result.candidates(ofSecond: second) where candidate.other != entry.first {
        found.append(text(comparison.dossiers[candidate.other].site, candidate.score))
      }
    }
    return found.isEmpty ? .null : .list(found)
  }
}
