import HeritageRegistry

/// Rows of a survey as they are written into a register: under the register's codes, the survey's beside them.
struct SurveyRecords {
  private let comparison: SurveyComparison
  private let name: String
  private let survey: NationalSurvey?
  /// The relic that each row is paired with.
  private let partners: [Int: Int]

  init(_ comparison: SurveyComparison, _ name: String) {
    self.comparison = comparison
    self.name = name
    survey = NationalSurvey(named: name)
    partners = Dictionary(
      comparison.result.pairs.map { ($0.second, $0.first) }, uniquingKeysWith: { a, _ in a })
  }

  /// What a row says of a relic that the register has.
  func record(_ second: Int, of first: Int) -> SiteRecord {
    let old = comparison.dossiers[first]
    var (dossier, given) = cited(second, beside: old)
    dossier.site.code = old.site.code
    if dossier.site.nameZH != old.site.nameZH, !given.contains(.formerNames) {
      let former = OtherName(name: old.site.nameZH, kind: .former)
      dossier.otherNames =
        old.otherNames.filter { $0.kind == .former && $0.name != dossier.site.nameZH } + [former]
      given.insert(.formerNames)
    }
    return made(second, dossier, given)
  }

  /// What a row says of a new relic.
  func record(_ second: Int, as code: String) -> SiteRecord {
    var (dossier, given) = cited(second, beside: nil)
    dossier.site.code = code
    given.insert(.code)
    return made(second, dossier, given)
  }

  /// Whether the register has the relic of a row already, with the code that the survey gave it.
  func isWritten(_ second: Int) -> Bool {
    let code = comparison.records[second].site.code
    guard !code.isEmpty, let first = partners[second] else { return false }
    let dossier = comparison.dossiers[first]
    return survey.map { dossier.site[$0] == code } ?? dossier.sources.contains("\(name) \(code)")
  }

  /// The row with its code in the field of its survey, or among the sources.
  private func cited(
    _ second: Int, beside old: Dossier?
  ) -> (dossier: Dossier, given: Set<SiteField>) {
    let record = comparison.records[second]
    var (dossier, given) = (record.dossier, record.given)
    let code = dossier.site.code
    if let survey {
      if !code.isEmpty, dossier.site[survey] == nil {
        dossier.site[survey] = code
        given.insert(survey.field)
      }
      if old != nil { given.remove(.sources) }
      return (dossier, given)
    }
    let known = old?.sources ?? dossier.sources
    let citation = "\(name) \(code)"
    if !code.isEmpty, code != old?.site.code, !known.contains(citation) {
      dossier.sources = known + [citation]
      given.insert(.sources)
    } else if old != nil {
      given.remove(.sources)
    }
    return (dossier, given)
  }

  private func made(
    _ second: Int, _ dossier: Dossier, _ given: Set<SiteField>
  ) -> SiteRecord {
    let record = comparison.records[second]
    return SiteRecord(
      place: record.place, dossier: dossier, given: given, inferredYears: record.inferredYears,
      isUnderTombs: record.isUnderTombs)
  }
}
