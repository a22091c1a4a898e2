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
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Read tables of relics (.xlsx, .csv, .tsv, .geojson) into a register: all, or nothing.",
    discussion: """
      Headers and words are understood in Chinese and English, see docs/en/tables.md. Every row is checked \
      before the first is written, and every problem is named with its row and column; --dry-run stops \
      there and says what would change. A backup of the register is made first.
      """)

  @Argument(
    help: ArgumentHelp("The tables; - is the standard input.", valueName: "file"),
    completion: .file(extensions: ["xlsx", "csv", "tsv", "geojson"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "The datum of the coordinates: wgs84, cgcs2000, gcj02, bd09 or gk3:ZONE. "
        + "Columns lon and lat are WGS 84.",
      valueName: "datum"))
  var datum: DatumArgument?

  @Option(
    help: ArgumentHelp(
      "Take a field from a column: --map name_zh=单位名称. May be given several times.",
      valueName: "field=header"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read this sheet of a workbook, hidden or not. May be given several times.",
      valueName: "name"))
  var sheet: [String] = []

  @Flag(
    help:
      "Give relics without coordinates the seat of their township, marked so, with its accuracy.")
  var placeByTownship = false

  @Flag(help: "Take texts as they are: an apostrophe before = + - @ stays.")
  var raw = false

  @Flag(help: "Read and check everything, say what would change, and write nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Write the tables as a workbook in which the cells with problems are marked.",
      valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var report: String?

  @Flag(help: "Write the good rows, and the others to a file of the same layout.")
  var skipBad = false

  @Option(
    help: ArgumentHelp(
      "Where --skip-bad writes the others (default: the file's name with .rejects before its ending).",
      valueName: "file"),
    completion: .file())
  var rejects: String?

  @Flag(help: "Make no backup of the register first.")
  var noBackup = false

  @OptionGroup var register: RegisterFileOption

  @Flag(name: [.customShort("q"), .long], help: "Print no remarks on the standard error.")
  var quiet = false

  @Option(help: "json prints what was found and done, or why not, as JSON.")
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
    _ = try headers()
    _ = try datum?.datum()
  }

  func run() throws {
    let steps = ImportSteps(
      command: self, path: register.path, options: try surveyOptions())
    if dryRun { try steps.rehearse() } else { try steps.write() }
  }

  private func surveyOptions() throws -> SurveyOptions {
    SurveyOptions(
      headers: try headers(), datum: try datum?.datum(), placesByTownship: placeByTownship,
      restoresFormulas: !raw, sheets: sheet)
  }

  /// The headers that `--map` names, by field.
  private func headers() throws -> [String: String] {
    var headers: [String: String] = [:]
    for pair in map {
      let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmingWhitespace }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw ValidationError(Sentence("option.map", ["pair": pair]))
      }
      if let other = headers.first(where: { $0.value == parts[1] }), other.key != parts[0] {
        throw ValidationError(
          Sentence(
            "option.mapColumnTwice", ["key": other.key, "parts": parts[0], "parts2": parts[1]]))
      }
      guard headers.updateValue(parts[1], forKey: parts[0]) == nil else {
        throw ValidationError(Sentence("option.mapTwice", ["parts": parts[0]]))
      }
    }
    return headers
  }

  /// The options that shape what is read, as the log notes them; nil for none.
  var noted: String? {
    let words =
      (datum.map { ["--datum \($0.text)"] } ?? []) + map.map { "--map \($0)" }
      + sheet.map { "--sheet \($0)" } + (placeByTownship ? ["--place-by-township"] : [])
      + (raw ? ["--raw"] : []) + (skipBad ? ["--skip-bad"] : [])
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
