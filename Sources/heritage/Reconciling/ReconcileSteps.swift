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
    let comparison: SurveyComparison
    let labels: [ImportLabel]
    /// The rows that could not be read and were left out.
    let problems: [ImportProblem]
    let leftOut: Int

    var result: Reconciliation { comparison.result }
  }

  /// The register, where it is one that a survey can be written into.
  ///
  /// - Throws: ``Failure`` for a hub; `RegistryError.publicCopy(path:)`.
  func register() throws -> Registry {
    if path.hasPrefix("postgres:") || path.hasPrefix("postgresql:") {
      throw Failure(
        Sentence("reconcile.hub"), hint: Sentence("advice.reconcileHub"), status: .usage)
    }
    let registry = try Registry(opening: path, audience: .staff)
    guard try !registry.isPublicCopy else { throw RegistryError.publicCopy(path: path) }
    return registry
  }

  /// Reads the survey and the register and lays them beside each other.
  func reconcile(_ registry: Registry) throws -> Found {
    let files = try ImportedFile.read(command.files, encoding: command.encoding?.encoding)
    for (index, file) in files.enumerated() {
      if let other = files[..<index].first(where: { $0.sha256 == file.sha256 }) {
        throw Failure(
          Sentence("reconcile.sameFile", ["first": other.name, "second": file.name]),
          hint: nil, status: .badData)
      }
    }
    let context = SurveyContext(
      county: registry.info.nameZH, townships: try registry.townships(),
      formerTownships: try registry.formerTownships(),
      outline: try registry.outlines().first { $0.kind == .county }?.area)
    let options = SurveyOptions(
      headers: try command.columns.headers(), datum: try command.datum?.datum(),
      sheets: command.columns.sheet)
    let reading = SurveyReader(options).read(files.flatMap(\.sheets), known: context)
    if reading.hasErrors, !command.skipBad || !reading.tableErrors.isEmpty {
      throw ImportFailure(problems: reading.problems)
    }
    let bar = ProgressBar(
      isShown: !command.quiet && Terminal.isTerminal(.error), unit: .relics)
    defer { bar.finish() }
    let comparison = try SurveyComparison(reading.records, beside: registry) { step, done, count in
      bar.show(done, share: step == .weighing ? 0.9 * Double(done) / Double(max(1, count)) : 0.95)
    }
    let labels = files.map { file in
      ImportLabel(
        file: file.name, sha256: file.sha256, time: ImportSteps.now,
        options: (["reconcile --name \(command.name)"] + command.columns.noted)
          .joined(separator: " "),
        rejectedRows: reading.rejected.count { $0.file == file.name })
    }
    return Found(
      comparison: comparison, labels: labels,
      problems: reading.problems.filter { $0.severity == .error }, leftOut: reading.rejected.count)
  }

  func decisions() throws -> SurveyDecisions {
    guard let path = command.decisions else { return SurveyDecisions() }
    let files = try ImportedFile.read([path])
    return try SurveyDecisions(files.flatMap(\.sheets), file: path)
  }

  /// Writes what was decided and what is sure, after a backup; with `--dry-run` rehearses it.
  ///
  /// - Returns: What was, or would be, written.
  func write(_ found: Found, _ changes: SurveyChanges, _ note: EditNote) throws -> SurveyOutcome {
    let registrar = try Registrar(opening: path)
    if command.dryRun {
      return try registrar.rehearsal.take(
        changes, note: note, today: Today.inChina, skippingRefused: command.skipBad)
    }
    let backup = command.noBackup ? nil : RegisterFile(path).backupPath
    let partial = backup.map { RegisterFile.temporaryPath(for: $0) }
    Interruption.remove(partial.map { [$0, $0 + "-journal"] } ?? [])
    var made: String?
    let outcome = try registrar.take(
      changes, labels: found.labels, note: note, today: Today.inChina,
      skippingRefused: command.skipBad
    ) { _ in
      guard let backup else { return }
      // A survey leaves the files of relics as they are.
      try RegisterFile(path).backup(to: backup, withFiles: false)
      made = backup
    }
    if let made { command.say(Sentence("import.backup", ["path": path, "backup": made])) }
    return outcome
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
