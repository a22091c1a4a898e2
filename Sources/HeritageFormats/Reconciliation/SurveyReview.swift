public import HeritageRegistry
public import Reconciliation
import Words

/// What a person looks through after a reconciliation: candidate beside candidate, with the evidence.
public struct SurveyReview: Sendable {
  /// An entry as a person finds it.
  public struct Entry: Hashable, Sendable {
    /// The code, as its survey writes it.
    public let code: String
    /// The name in use.
    public let name: String
    /// The township; nil where nobody says.
    public let township: String?
    /// The file and the row, or nil for the register.
    public let place: SiteRecord.Place?

    /// Names an entry.
    public init(code: String, name: String, township: String?, place: SiteRecord.Place? = nil) {
      self.code = code
      self.name = name
      self.township = township
      self.place = place
    }
  }

  /// The columns of a review.
  public static let columns = [
    Answer.Column("decision", zh: "决定", en: "Decision"),
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

  private let result: Reconciliation
  private let old: [Entry]
  private let new: [Entry]
  private let language: Language

  var isChinese: Bool { language == .zh }

  /// Prepares a review.
  ///
  /// - Parameters:
  ///   - old: The entries of the first survey, in the order in which they were reconciled.
  ///   - new: Those of the second.
  public init(_ result: Reconciliation, old: [Entry], new: [Entry], language: Language) {
    self.result = result
    self.old = old
    self.new = new
    self.language = language
  }

  /// A row for each pair that is not sure, for each part of what was split or merged, for each that is gone or
  /// new and may be another, then for the others.
  public var answer: Answer {
    let pairs = result.pairs.filter { !$0.isSure }.sorted {
      ($0.margin, $0.first) < ($1.margin, $1.first)
    }
    let divided = result.divisions.flatMap(rows)
    let gone = result.gone.map { row(.gone, first: $0, second: nil) }
    let new = result.new.map { row(.new, first: nil, second: $0) }
    let sure = result.pairs.filter(\.isSure)
    return Answer(
      columns: Self.columns,
      rows: pairs.map(row) + divided + gone + new + sure.map(row))
  }

  /// The counts, a row each.
  public var counts: Answer {
    let counts = result.counts
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

  private func rows(_ division: Reconciliation.Division) -> [[FieldValue]] {
    zip(division.parts, division.scores).map { part, score in
      let (first, second) =
        division.verdict == .split ? (division.whole, part) : (part, division.whole)
      return row(
        verdicts: [division.verdict], isSure: false, first: first, second: second, score: score,
        margin: nil)
    }
  }

  private func row(_ pair: Reconciliation.Pair) -> [FieldValue] {
    row(
      verdicts: pair.verdicts, isSure: pair.isSure, first: pair.first, second: pair.second,
      score: pair.score, margin: pair.margin)
  }

  private func row(_ verdict: Verdict, first: Int?, second: Int?) -> [FieldValue] {
    row(
      verdicts: [verdict], isSure: false, first: first, second: second, score: nil, margin: nil)
  }

  private func row(
    verdicts: [Verdict], isSure: Bool, first: Int?, second: Int?, score: Double?, margin: Double?
  ) -> [FieldValue] {
    let (a, b) = (first.map { old[$0] }, second.map { new[$0] })
    var evidence: FieldValue = .null
    if let first, let second {
      evidence = .text(
        result.evidence(first: first, second: second)
          .map { $0.sentence.text(in: language) }.joined(separator: "；"))
    }
    return [
      .null,
      .list(verdicts.map { FieldValue(Optional($0)) }), .flag(isSure), FieldValue(a?.code),
      FieldValue(a?.name), FieldValue(a?.township), FieldValue(b?.code), FieldValue(b?.name),
      FieldValue(b?.township), FieldValue(b?.place?.file), FieldValue(b?.place?.sheet),
      FieldValue(b?.place?.row),
      FieldValue(score, places: 2), FieldValue(margin, places: 2), evidence,
      others(first, second),
    ]
  }

  /// The other candidates of both, as code, name and score.
  private func others(_ first: Int?, _ second: Int?) -> FieldValue {
    func text(_ entry: Entry, _ score: Double) -> FieldValue {
      .text("\(entry.code) \(entry.name) (\((score * 10).rounded() / 10))")
    }
    var found: [FieldValue] = []
    if let first {
      for candidate in result.candidates(ofFirst: first) where candidate.other != second {
        found.append(text(new[candidate.other], candidate.score))
      }
    }
    if let second {
      for candidate in result.candidates(ofSecond: second) where candidate.other != first {
        found.append(text(old[candidate.other], candidate.score))
      }
    }
    return found.isEmpty ? .null : .list(found)
  }
}
