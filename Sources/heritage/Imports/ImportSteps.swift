import CountyPacks
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import SurveyTables
import Tables
import Words

/// The steps of an import: files are read, rows understood, compared with the register, written.
struct ImportSteps {
  let command: Import
  let path: String
  let options: SurveyOptions

  /// So many warnings are printed after an import; `--dry-run` prints all.
  private static let mostWarnings = 20
  /// The share of the work that lies before each step, by and large.
  private static let shares: (read: Double, compared: Double, written: Double) = (0.45, 0.65, 0.95)

  /// Reads and compares, and prints all that was found; nothing is written.
  ///
  /// - Throws: `ExitCode` 65 when an error would stop the import.
  func rehearse() throws {
    Interruption.remove()
    try refuseStandingReport()
    let files = try ImportedFile.read(command.files, encoding: command.encoding?.encoding)
    let bar = progressBar
    let reading = try read(files, bar)
    let difference = try Registry(opening: path).difference(
      of: reading.records, labels: labels(files, reading)
    ) {
      show($0, $1, of: $2, on: bar)
    }
    bar.finish()
    let report = ImportReport(reading: reading, difference: difference, isWritten: false)
    try writeMarks(files, report)
    if command.format == .json {
      try Terminal.write(JSONText.pretty(report.json))
    } else {
      let problems = report.problems.map { $0.saidLine + "\n" }
      try Terminal.write(problems.joined())
      let table = TableText(
        language: .spoken, width: Terminal.width(), isColoured: false)
      if reading.tableErrors.isEmpty {
        try Terminal.write(table.text(report.changeTable))
        try Terminal.write(report.summary.map { $0.spoken.onOneLine + "\n" }.joined())
      }
    }
    guard report.errorCount == 0 else {
      throw Failure(
        Sentence("import.wouldStop", ["count": report.errorCount]),
        hint: reading.tableErrors.isEmpty
          ? Sentence("advice.skipBad") : Sentence("advice.mendTable"),
        status: .badData)
    }
    if command.format != .json { note(Sentence("import.dryRun")) }
  }

  /// Reads, compares and writes all rows, or the good ones with `--skip-bad`.
  func write() throws {
    if try loadPoints() { return }
    let backup = command.noBackup ? nil : RegisterFile(path).backupPath
    let partial = backup.map { RegisterFile.temporaryPath(for: $0) }
    Interruption.remove(partial.map { [$0, $0 + "-journal"] } ?? [])
    try refuseStandingReport()
    let files = try ImportedFile.read(command.files, encoding: command.encoding?.encoding)
    let rejects = try rejectsPaths(files)
    let bar = progressBar
    defer { bar.finish() }
    let reading = try read(files, bar)
    if reading.hasErrors, !command.skipBad || !reading.tableErrors.isEmpty {
      // What the register refuses is named too: all problems, not those of one step.
      let difference = try Registry(opening: path).difference(
        of: reading.records, labels: labels(files, reading)
      ) {
        show($0, $1, of: $2, on: bar)
      }
      bar.finish()
      let report = ImportReport(reading: reading, difference: difference, isWritten: false)
      try writeMarks(files, report)
      throw ImportFailure(problems: report.problems)
    }
    var madeBackup = false
    let difference = try Registrar(opening: path).apply(
      reading.records, labels: labels(files, reading), note: command.edit.noteOfImport(),
      skippingRefused: true,
      review: { difference in
        let report = ImportReport(reading: reading, difference: difference, isWritten: true)
        try writeMarks(files, report)
        guard command.skipBad || difference.refused.isEmpty else {
          throw ImportFailure(problems: report.problems)
        }
        if let backup, !difference.isEmpty, try hasRelics {
          // An import leaves the files of relics as they are.
          try RegisterFile(path).backup(to: backup, withFiles: false)
          madeBackup = true
        }
        // Last, so that a backup that fails leaves no file of rows that nobody has left out.
        try writeRejects(rejects, files, report)
      },
      progress: { show($0, $1, of: $2, on: bar) })
    bar.finish()
    let report = ImportReport(reading: reading, difference: difference, isWritten: true)
    if madeBackup, let backup { note(Sentence("import.backup", ["path": path, "backup": backup])) }
    if command.format == .json {
      try Terminal.write(JSONText.pretty(report.json))
    } else {
      remark(on: report)
    }
    guard difference.conflicts.isEmpty else {
      throw Failure(
        Sentence("import.conflicts", ["count": difference.conflicts.count]),
        hint: Sentence("advice.conflicts"), status: .failed)
    }
  }

  /// Loads a table of points in one stream, where the register is empty and the table is one of these.
  ///
  /// - Returns: Whether they were; false for any other import.
  private func loadPoints() throws -> Bool {
    guard command.files.count == 1, let file = command.files.first, file != "-",
      options == SurveyOptions(), command.encoding == nil, !command.skipBad, command.report == nil,
      command.format != .json, PointTable.isHeader(of: file), try !hasRelics
    else { return false }
    let name = URL(fileURLWithPath: file).lastPathComponent
    let bytes = try InputFile.bytes(file)
    let points = try PointTable(csv: bytes, file: name)
    note(Sentence("import.readAsWGS84", ["name": name]))
    Interruption.remove()
    let bar = progressBar
    defer { bar.finish() }
    let label = ImportLabel(file: name, sha256: SHA256.hex(of: bytes), time: Self.now)
    var doubts = PointDoubts()
    let count = try RegisterFile(path).load(
      points, label: label, note: command.edit.noteOfImport(), seeing: { doubts.add($0) }
    ) { bar.show($0, share: $1) }
    bar.finish()
    note(Sentence("import.loaded", ["count": count, "path": path]))
    if doubts.withheld > 0 {
      note(Sentence("import.loadedWithheld", ["count": doubts.withheld]))
    }
    if doubts.resembling > 0 {
      note(
        Sentence(
          "import.loadedResembling", ["count": doubts.resembling, "names": doubts.names]))
    }
    return true
  }

  /// Understands the rows of the files.
  private func read(_ files: [ImportedFile], _ bar: ProgressBar) throws -> SurveyReading {
    let registry = try Registry(opening: path, audience: .staff)
    let context = SurveyContext(
      county: registry.info.nameZH, townships: try registry.townships(),
      formerTownships: try registry.formerTownships(),
      outline: try registry.outlines().first { $0.kind == .county }?.area)
    let sheets = files.flatMap(\.sheets)
    let rows = max(1, sheets.reduce(0) { $0 + $1.rows.count })
    func isSettled(_ code: String, _ place: Coordinate) -> Bool {
      guard let known = try? registry.position(ofCode: code) else { return false }
      return Geodesic.distance(known.coordinate, place) < .metres(0.1)
    }
    return SurveyReader(options).read(
      sheets, known: context,
      progress: { bar.show($0, share: Self.shares.read * Double($0) / Double(rows)) },
      isSettled: isSettled)
  }

  private var hasRelics: Bool {
    get throws { try Registry(opening: path, audience: .staff).totals().rows > 0 }
  }

  private func writeMarks(_ files: [ImportedFile], _ report: ImportReport) throws {
    guard let target = command.report else { return }
    try MarkedWorkbook(files: files, report: report).write(to: target)
    note(Sentence("answer.wrote", ["path": target]))
  }

  // MARK: What is said

  private func labels(_ files: [ImportedFile], _ reading: SurveyReading) -> [ImportLabel] {
    files.map { file in
      ImportLabel(
        file: file.name, sha256: file.sha256, time: Self.now, options: command.noted,
        rejectedRows: reading.rejected.count { $0.file == file.name })
    }
  }

  static var now: String {
    Date().formatted(.iso8601)
  }

  private func remark(on report: ImportReport) {
    let warnings = report.problems
    for problem in warnings.prefix(Self.mostWarnings) {
      note(problem.saidLine)
    }
    if warnings.count > Self.mostWarnings {
      note(Sentence("import.moreProblems", ["number": warnings.count - Self.mostWarnings]))
    }
    for line in report.summary { note(line) }
    if !report.difference.changed.isEmpty, !report.difference.blindFiles.isEmpty {
      let files = report.difference.blindFiles.sorted().joined(separator: ", ")
      note(Sentence("import.blind", ["files": files]))
    }
  }

  func note(_ text: any SentenceValue) {
    if !command.quiet { Terminal.writeError(text.spoken.onOneLine + "\n") }
  }

  private var progressBar: ProgressBar {
    ProgressBar(isShown: !command.quiet && Terminal.isTerminal(.error), unit: .rows)
  }

  private func show(_ step: ImportStep, _ done: Int, of count: Int, on bar: ProgressBar) {
    let (read, compared, written) = Self.shares
    let share = count == 0 ? 1 : Double(done) / Double(count)
    switch step {
    case .comparing: bar.show(done, share: read + (compared - read) * share)
    case .writing: bar.show(done, share: compared + (written - compared) * share)
    case .indexing: bar.show(done, share: written)
    }
  }
}
