import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Reconciliation
import SurveyTables
import Words

/// The steps of a reconciliation: tables read, compared with the register, laid before a person, written.
struct ReconcileSteps {
  let command: Reconcile
  let path: String

  /// What was read and found.
  struct Found {
    let dossiers: [Dossier]
    let records: [SiteRecord]
    let result: Reconciliation
    let labels: [ImportLabel]

    func key(_ pair: Reconciliation.Pair) -> SurveyDecisions.Key {
      SurveyDecisions.Key(
        code: dossiers[pair.first].site.code, place: records[pair.second].place)
    }
  }

  /// Reads the survey and the register and lays them beside each other.
  func reconcile() throws -> Found {
    let registry = try Registry(opening: path, audience: .staff)
    let files = try ImportedFile.read(command.files, encoding: command.encoding?.encoding)
    for (index, file) in files.enumerated() {
      if let other = files[..<index].first(where: { $0.sha256 == file.sha256 }) {
        throw Failure(
          Sentence("reconcile.sameFile", ["first": other.name, "second": file.name]),
          hint: nil, status: .badData)
      }
    }
    let former = try registry.formerTownships()
    let context = SurveyContext(
      county: registry.info.nameZH, townships: try registry.townships(),
      formerTownships: former,
      outline: try registry.outlines().first { $0.kind == .county }?.area)
    let options = SurveyOptions(datum: try command.datum?.datum())
    let reading = SurveyReader(options).read(files.flatMap(\.sheets), known: context)
    guard !reading.hasErrors else { throw ImportFailure(problems: reading.problems) }
    var dossiers: [Dossier] = []
    try registry.forEachBatch(matching: SiteQuery()) { dossiers += $0.map(\.dossier) }
    let reconciler = Reconciler(
      county: registry.info.nameZH,
      successors: Dictionary(
        former.compactMap { old in old.successor.map { (old.nameZH, $0) } },
        uniquingKeysWith: { first, _ in first }))
    let bar = ProgressBar(
      isShown: !command.quiet && Terminal.isTerminal(.error), unit: .relics)
    defer { bar.finish() }
    let result = reconciler.reconcile(
      dossiers.map(SurveyedRelic.init), reading.records.map { SurveyedRelic($0.dossier) }
    ) { step, done, count in
      bar.show(done, share: step == .weighing ? 0.9 * Double(done) / Double(max(1, count)) : 0.95)
    }
    let labels = files.map { file in
      ImportLabel(
        file: file.name, sha256: file.sha256, time: ImportSteps.now,
        options: "reconcile --name \(command.name)")
    }
    return Found(
      dossiers: dossiers, records: reading.records, result: result, labels: labels)
  }

  func decisions() throws -> SurveyDecisions? {
    guard let path = command.decisions else { return nil }
    let files = try ImportedFile.read([path])
    return try SurveyDecisions(files.flatMap(\.sheets), file: path)
  }

  /// The review of what was found.
  func review(_ found: Found) -> SurveyReview {
    SurveyReview(
      found.result,
      old: found.dossiers.map {
        SurveyReview.Entry(
          code: $0.site.code, name: $0.site.nameZH, township: $0.site.township)
      },
      new: found.records.map {
        SurveyReview.Entry(
          code: $0.site.code, name: $0.site.nameZH, township: $0.site.township, place: $0.place)
      }, language: .spoken)
  }

  /// What a person should know before the rows are looked through.
  func remarks(_ found: Found) -> [Sentence] {
    var remarks: [Sentence] = []
    if let shift = found.result.shift { remarks.append(Self.sentence(shift)) }
    let codes = found.result.codes
    if codes.areAnew { remarks.append(Sentence("reconcile.codesAnew", ["count": codes.shared])) }
    if codes.changedCounty { remarks.append(Sentence("reconcile.countyCode")) }
    if !codes.repeatedSecond.isEmpty {
      remarks.append(Sentence("reconcile.repeatedCodes", ["codes": codes.repeatedSecond]))
    }
    let counts = found.result.counts
    remarks.append(
      Sentence(
        "reconcile.counts",
        [
          "name": command.name, "resurveyed": counts.resurveyed, "found": counts.found,
          "total": counts.total, "gone": counts.gone,
        ]))
    return remarks
  }

  static func sentence(_ shift: SurveyShift) -> Sentence {
    let metres = Int(shift.length.rounded())
    return switch shift.cause {
    case .second(let datum):
      Sentence("reconcile.shifted", ["metres": metres, "datum": datum.rawValue])
    case .first(let datum):
      Sentence("reconcile.registerShifted", ["metres": metres, "datum": datum.rawValue])
    case .unknown: Sentence("reconcile.shiftUnknown", ["metres": metres])
    }
  }
}
