import HeritageFormats
import HeritageRegistry
import Reconciliation
import Words

/// What of a survey goes into the register: the rows of pairs that are sure or decided.
///
/// A relic keeps the register's code and, under another name, its old name as a former one; the code that the
/// survey gave it is cited with the survey's name.
struct SurveyAdoption {
  let records: [SiteRecord]
  /// Pairs, and what was split or merged, that nobody has decided.
  let undecided: Int
  /// Decisions that name no relic of the register or no row of the survey.
  let unused: Int

  /// Takes what was decided, then what is sure and not decided otherwise.
  ///
  /// A person may decide for another candidate by writing its code in place of the one that was proposed.
  ///
  /// - Parameter name: What the survey is called.
  /// - Throws: ``Failure`` where a relic or a row is decided to be two.
  init(_ found: ReconcileSteps.Found, _ decisions: SurveyDecisions?, name: String) throws {
    let relics = Dictionary(
      found.dossiers.enumerated().map { (CodeOrder.key($0.element.site.code), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let rows = Dictionary(
      found.records.enumerated().map { ($0.element.place, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var chosen: [(first: Int, second: Int)] = []
    var (firsts, seconds): (Set<Int>, Set<Int>) = ([], [])
    var unused = 0
    for key in decisions?.keys ?? [] {
      guard let first = relics[CodeOrder.key(key.code)],
        let second = rows[key.place]
      else {
        unused += 1
        continue
      }
      guard decisions?[key] == .same else { continue }
      guard firsts.insert(first).inserted, seconds.insert(second).inserted else {
        throw Failure(
          Sentence(
            "reconcile.twice", ["code": key.code, "file": key.place.file, "row": key.place.row]),
          hint: nil, status: .badData)
      }
      chosen.append((first, second))
    }
    var undecided = 0
    for pair in found.result.pairs
    where !firsts.contains(pair.first) && !seconds.contains(pair.second) {
      guard decisions?[found.key(pair)] != .different else { continue }
      if pair.isSure { chosen.append((pair.first, pair.second)) } else { undecided += 1 }
    }
    records = chosen.map {
      Self.record(found.records[$0.second], of: found.dossiers[$0.first], survey: name)
    }
    self.undecided = undecided + found.result.divisions.count
    self.unused = unused
  }

  private static func record(
    _ record: SiteRecord, of old: Dossier, survey: String
  ) -> SiteRecord {
    var dossier = record.dossier
    var given = record.given
    let cited = "\(survey) \(dossier.site.code)"
    if !dossier.site.code.isEmpty, dossier.site.code != old.site.code,
      !old.sources.contains(cited)
    {
      dossier.sources = old.sources + [cited]
      given.insert(.sources)
    } else {
      given.remove(.sources)
    }
    dossier.site.code = old.site.code
    if dossier.site.nameZH != old.site.nameZH, !given.contains(.formerNames) {
      let former = OtherName(name: old.site.nameZH, kind: .former)
      dossier.otherNames =
        old.otherNames.filter { $0.kind == .former && $0.name != dossier.site.nameZH } + [former]
      given.insert(.formerNames)
    }
    return SiteRecord(
      place: record.place, dossier: dossier, given: given,
      inferredYears: record.inferredYears, isUnderTombs: record.isUnderTombs)
  }
}
