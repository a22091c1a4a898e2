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

  @Flag(help: .help("reconcile.skipBad"))
  var skipBad = false

  @Flag(help: .help("import.noBackup"))
  var noBackup = false

  @Option(help: .help("reconcile.date", value: "date"))
  var date: String?

  @Flag(help: .help("reconcile.failUndecided"))
  var failUndecided = false

  @Option(help: .help("import.datum", value: "datum"))
  var datum: DatumArgument?

  @Option(help: .help("import.encoding", value: "name"))
  var encoding: EncodingArgument?

  @OptionGroup var columns: ColumnOptions
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
    let note = try dryRun ? edit.noteOfImport() : edit.note()
    let steps = ReconcileSteps(command: self, path: register.path)
    let registry = try steps.register()
    let decisions = try steps.decisions()
    let found = try steps.reconcile(registry)
    let adoption = try SurveyAdoption(
      found.comparison, decisions,
      SurveyAdoption.Citation(name: name, document: edit.source, date: date), in: registry)
    try write(
      SurveyReview(found.comparison, decisions, adoption, language: .spoken))
    say(found, steps, adoption)
    let source = note.source ?? ([name] + found.labels.map(\.file)).joined(separator: ", ")
    let signed = EditNote(who: note.who, why: note.why, source: source)
    if let shift = found.result.shift {
      guard dryRun else {
        throw Failure(
          ReconcileSteps.sentence(shift), hint: Sentence("advice.shiftedSurvey"),
          status: .badData)
      }
    } else {
      say(Self.sentence(try steps.write(found, adoption.changes, signed)))
    }
    if dryRun { say(Sentence("import.dryRun")) }
    if failUndecided, adoption.undecided > 0 {
      throw Failure(
        Sentence("reconcile.stillUndecided", ["count": adoption.undecided]),
        hint: Sentence("advice.decide", ["path": output]), status: .failed)
    }
  }

  /// Says what was found, and what waits for a person.
  private func say(
    _ found: ReconcileSteps.Found, _ steps: ReconcileSteps, _ adoption: SurveyAdoption
  ) {
    for problem in found.problems.prefix(20) { say(problem.saidLine) }
    if found.leftOut > 0 { say(Sentence("reconcile.leftOut", ["count": found.leftOut])) }
    for remark in steps.remarks(found) { say(remark) }
    let counts = adoption.counts
    say(
      Sentence(
        "reconcile.counts",
        [
          "name": name, "resurveyed": counts.resurveyed, "found": counts.found,
          "total": counts.total, "gone": counts.gone,
        ]))
    if adoption.undecided > 0 {
      say(Sentence("reconcile.undecided", ["count": adoption.undecided, "path": output]))
    }
    if adoption.waitingNew > 0 || adoption.waitingGone > 0 {
      say(
        Sentence(
          "reconcile.waiting",
          ["new": adoption.waitingNew, "gone": adoption.waitingGone, "path": output]))
    }
    if adoption.keptFields > 0 {
      say(Sentence("reconcile.kept", ["count": adoption.keptFields]))
    }
    if adoption.unused > 0 {
      say(Sentence("reconcile.unused", ["count": adoption.unused]))
    }
  }

  private static func sentence(_ outcome: SurveyOutcome) -> Sentence {
    func count(_ state: RelicState) -> Int { outcome.fates.count { $0.after == state } }
    return Sentence(
      "reconcile.adopted",
      [
        "new": outcome.difference.new.count, "changed": outcome.difference.changed.count,
        "unchanged": outcome.difference.unchanged.count, "gone": count(.destroyed),
        "split": count(.split), "merged": count(.merged),
      ])
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

  func say(_ sentence: any SentenceValue) {
    if !quiet { Terminal.writeError(sentence.spoken.onOneLine + "\n") }
  }
}
