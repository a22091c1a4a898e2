import HeritageRegistry

/// Rows of a survey as they are written into a register: under the register's codes, the survey's beside them.
struct SurveyRecords {
  private let comparison: SurveyComparison
  private let name: String
  private let survey: NationalSurvey?
  /// The relic that each row is paired with.
  private let partners: [Int: Int]
  /// The pairs whose relic lies elsewhere now.
  private let moved: Set<[Int]>

  init(_ comparison: SurveyComparison, _ name: String) {
    self.comparison = comparison
    self.name = name
    survey = NationalSurvey(named: name)
    partners = Dictionary(
      comparison.result.pairs.map { ($0.second, $0.first) }, uniquingKeysWith: { a, _ in a })
    moved = Set(
      comparison.result.pairs.filter { $0.verdicts.contains(.moved) }.map { [$0.first, $0.second] })
  }

  /// What a row says of a relic that the register has: what it leaves empty stays as it is, and what the register
  /// cites and calls the relic besides is added to.
  func record(_ second: Int, of first: Int) -> SiteRecord {
    let old = comparison.dossiers[first]
    var (dossier, given) = cited(second, beside: old)
    dossier.site.code = old.site.code
    given.subtract(kept(second, of: first))
    if dossier.site.nameZH != old.site.nameZH {
      let former = OtherName(name: old.site.nameZH, kind: .former)
      for name in old.otherNames.filter({ $0.kind == .former }) + [former]
      where name.name != dossier.site.nameZH && !dossier.otherNames.contains(name) {
        dossier.otherNames.append(name)
      }
      given.insert(.formerNames)
    }
    return made(second, dossier, given)
  }

  /// The fields that a row leaves empty or says with less than the register knows, which stay as they are.
  func kept(_ second: Int, of first: Int) -> Set<SiteField> {
    let (old, record) = (comparison.dossiers[first], comparison.records[second])
    func isEmpty(_ field: SiteField, _ dossier: Dossier) -> Bool {
      switch field.definition.value(of: dossier) {
      case .null, .text(""), .list([]): true
      default: false
      }
    }
    var kept = record.given.filter { field in
      field != .code && isEmpty(field, record.dossier) && !isEmpty(field, old)
    }
    // A point that is known better stays, unless the relic has moved.
    if let here = old.site.position?.accuracy, let there = record.site.position?.accuracy,
      there > here, !moved.contains([first, second])
    {
      kept.formUnion(Self.placeFields.intersection(record.given))
    }
    return kept
  }

  private static let placeFields: Set<SiteField> = [
    .position, .accuracy, .method, .positionSource, .verbatim, .declaredSystem,
  ]

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
    var cited = dossier.sources
    if !code.isEmpty, code != old?.site.code {
      if let survey {
        if dossier.site[survey] == nil {
          dossier.site[survey] = code
          given.insert(survey.field)
        }
      } else {
        cited.append("\(name) \(code)")
      }
    }
    let known = old?.sources ?? []
    let added = cited.filter { !known.contains($0) }
    dossier.sources = known + added
    if added.isEmpty { given.remove(.sources) } else { given.insert(.sources) }
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
