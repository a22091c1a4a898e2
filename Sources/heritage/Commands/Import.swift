import ArgumentParser
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import SurveyTables
import Tables
import Words

/// Reads tables of relics into a register.
struct Import: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: .help("import"),
      discussion: .help("import.discussion"))
  }

  @Argument(
    help: .help("import.files", value: "file"),
    completion: .file(extensions: ["xlsx", "csv", "tsv", "geojson"]))
  var files: [String]

  @Option(help: .help("import.datum", value: "datum"))
  var datum: DatumArgument?

  @OptionGroup var columns: ColumnOptions

  @Option(help: .help("import.level", value: "level"))
  var level: LevelArgument?

  @Option(help: .help("import.batch", value: "batch"))
  var batch: String?

  @Option(help: .help("import.codeFrom", value: "columns"))
  var codeFrom: String?

  @Option(help: .help("import.encoding", value: "name"))
  var encoding: EncodingArgument?

  @Flag(help: .help("import.shapeCentres"))
  var shapeCentres = false

  @Flag(help: .help("import.placeByTownship"))
  var placeByTownship = false

  @Flag(help: .help("import.raw"))
  var raw = false

  @Flag(help: .help("import.dryRun"))
  var dryRun = false

  @Option(help: .help("import.report", value: "file"), completion: .file(extensions: ["xlsx"]))
  var report: String?

  @Flag(help: .help("import.skipBad"))
  var skipBad = false

  @Option(help: .help("import.rejects", value: "file"), completion: .file())
  var rejects: String?

  @Flag(help: .help("import.force"))
  var force = false

  @Flag(help: .help("import.noBackup"))
  var noBackup = false

  @OptionGroup var edit: EditOptions

  @OptionGroup var register: RegisterFileOption

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  @Option(help: .help("import.format", value: "format"))
  var format: Init.Format?

  func validate() throws {
    if files.count > 1, Set(files).count < files.count {
      throw ValidationError(Sentence("option.fileTwice"))
    }
    if skipBad, dryRun { throw ValidationError(Sentence("option.skipBadDryRun")) }
    if rejects != nil, !skipBad { throw ValidationError(Sentence("option.rejects")) }
    if rejects != nil, files.count > 1 {
      throw ValidationError(Sentence("option.rejectsOneFile"))
    }
    let ending = URL(fileURLWithPath: report ?? "").pathExtension.lowercased()
    if let report, ending != "xlsx", KnownEndings.all.contains(ending) {
      throw ValidationError(Sentence("option.reportEnding", ["path": report]))
    }
    if let batch, !SurveyOptions.isBatch(batch) {
      throw ValidationError(Sentence("option.batch", ["text": batch]))
    }
    if let codeFrom, codeParts.isEmpty {
      throw ValidationError(Sentence("option.codeFrom", ["columns": codeFrom]))
    }
    _ = try datum?.datum()
  }

  func run() throws {
    let steps = ImportSteps(
      command: self, path: register.path, options: try surveyOptions())
    if dryRun { try steps.rehearse() } else { try steps.write() }
  }

  private func surveyOptions() throws -> SurveyOptions {
    SurveyOptions(
      headers: try columns.headers(), datum: try datum?.datum(), level: level?.level, batch: batch,
      codeFrom: codeParts, placesByTownship: placeByTownship,
      centresShapes: shapeCentres, restoresFormulas: !raw, sheets: columns.sheet)
  }

  /// The columns that `--code-from` names.
  private var codeParts: [String] {
    (codeFrom ?? "").split(whereSeparator: { ",，".contains($0) })
      .map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
  }

  /// The options that shape what is read, as the log notes them; nil for none.
  var noted: String? {
    var words = datum.map { ["--datum \($0.text)"] } ?? []
    words += columns.noted
    if let level { words.append("--level \(level.level.rawValue)") }
    if let batch { words.append("--batch \(batch)") }
    if let codeFrom { words.append("--code-from \(codeFrom)") }
    if let encoding { words.append("--encoding \(encoding.encoding.rawValue)") }
    if shapeCentres { words.append("--shape-centres") }
    if placeByTownship { words.append("--place-by-township") }
    if raw { words.append("--raw") }
    if skipBad { words.append("--skip-bad") }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
