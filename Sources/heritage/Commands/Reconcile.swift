import ArgumentParser
import HeritageFormats
import HeritageRegistry
import HeritageSQLite
import Reconciliation
import Words

/// Lays a survey beside the register: what stayed, was renamed, moved, is gone, is new.
struct Reconcile: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reconcile", abstract: .help("reconcile"),
      discussion: .help("reconcile.discussion"))
  }

  @Argument(
    help: .help("reconcile.files", value: "file"),
    completion: .file(extensions: ["xlsx", "csv", "tsv", "geojson"]))
  var files: [String]

  @Option(help: .help("reconcile.name", value: "name"))
  var name: String

  @Option(
    name: [.customShort("o"), .long], help: .help("reconcile.output", value: "file"),
    completion: .file(extensions: ["xlsx", "csv", "json"]))
  var output: String

  @Option(help: .help("reconcile.decisions", value: "file"), completion: .file())
  var decisions: String?

  @Flag(help: .help("import.dryRun"))
  var dryRun = false

  @Flag(help: .help("reconcile.failUndecided"))
  var failUndecided = false

  @Option(help: .help("import.datum", value: "datum"))
  var datum: DatumArgument?

  @Option(help: .help("import.encoding", value: "name"))
  var encoding: EncodingArgument?

  @OptionGroup var edit: EditOptions
  @OptionGroup var register: RegisterFileOption

  @Flag(name: [.customShort("q"), .long], help: .help("output.quiet"))
  var quiet = false

  @OptionGroup var language: LanguageOption

  /// The formats of a review.
  enum Format: String, FileFormat {
    case xlsx, csv, json

    var endings: [String] { self == .csv ? ["csv", "txt"] : [rawValue] }
  }

  func validate() throws {
    if Set(files).count < files.count { throw ValidationError(Sentence("option.fileTwice")) }
    if name.allSatisfy(\.isWhitespace) { throw ValidationError(Sentence("option.surveyName")) }
    _ = try Format.chosen(nil, for: output)
    _ = try datum?.datum()
  }

  func run() throws {
    let note = dryRun ? nil : try edit.note()
    let steps = ReconcileSteps(command: self, path: register.path)
    let decisions = try steps.decisions()
    let found = try steps.reconcile()
    let review = steps.review(found)
    try write(review)
    for remark in steps.remarks(found) { say(remark) }
    let adoption = try SurveyAdoption(found, decisions, name: name)
    if adoption.undecided > 0 {
      say(Sentence("reconcile.undecided", ["count": adoption.undecided, "path": output]))
    }
    if adoption.unused > 0 {
      say(Sentence("reconcile.unused", ["count": adoption.unused]))
    }
    if let note {
      if let shift = found.result.shift {
        throw Failure(
          ReconcileSteps.sentence(shift), hint: Sentence("advice.shiftedSurvey"),
          status: .badData)
      }
      let difference = try Registrar(opening: register.path).apply(
        adoption.records, labels: found.labels, note: note)
      say(
        Sentence(
          "reconcile.adopted",
          ["changed": difference.changed.count, "unchanged": difference.unchanged.count]))
    } else {
      say(Sentence("import.dryRun"))
    }
    if failUndecided, adoption.undecided > 0 {
      throw Failure(
        Sentence("reconcile.stillUndecided", ["count": adoption.undecided]),
        hint: Sentence("advice.decide", ["path": output]), status: .failed)
    }
  }

  private func write(_ review: SurveyReview) throws {
    switch try Format.chosen(nil, for: output) ?? .xlsx {
    case .xlsx:
      try OutputFile(output).writeFile { try review.write(to: $0, title: name) }
    case .csv: try OutputFile(output).write(review.answer.csv)
    case .json:
      try OutputFile(output).write(
        JSONText.pretty(
          .object([
            .init("survey", .text(name)), .init("counts", .list(review.counts.objects)),
            .init("rows", .list(review.answer.objects)),
          ])))
    }
    say(Sentence("answer.wrote", ["path": output]))
  }

  private func say(_ sentence: Sentence) {
    if !quiet { Terminal.writeError(sentence.spoken.onOneLine + "\n") }
  }
}
