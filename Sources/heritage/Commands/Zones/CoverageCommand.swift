public import ArgumentParser
import HeritageFormats
public import HeritageRegistry
import HeritageSQLite
import Words

/// What somebody certifies as complete.
struct CoverageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage", abstract: .help("coverage"),
      discussion: .help("coverage.discussion"),
      subcommands: [CoverageAdd.self, CoverageList.self, CoverageRetire.self])
  }
}

extension Coverage.What: ExpressibleByArgument {
  /// The word on the command line.
  public init?(argument: String) { self.init(code: argument) }
  /// The words that there are.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}

/// Notes what somebody certifies.
struct CoverageAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: .help("coverage.add"))
  }

  @Argument(help: .help("coverage.what", value: "what"))
  var what: Coverage.What

  @Option(help: .help("coverage.level", value: "level"))
  var level: LevelArgument?

  @Option(help: .help("coverage.asOf", value: "date"))
  var asOf: String

  @Option(help: .help("coverage.by", value: "text"))
  var by: String

  @Option(help: .help("coverage.document", value: "text"))
  var document: String

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    guard asOf.count == 10, NewZone.isDate(asOf) else {
      throw ValidationError(Sentence("option.date", ["option": "--as-of", "text": asOf]))
    }
    try DateArgument.checkPast(asOf, option: "--as-of")
  }

  func run() throws {
    let coverage = Coverage(
      what: what, level: level?.level, completeAsOf: asOf, certifiedBy: by, document: document)
    try Failure.ofZones {
      try change.openOrRehearse().add(coverage, note: change.edit.note())
    }
    change.done(Sentence("coverage.added", ["what": what.labels, "by": by, "date": asOf]))
  }
}

/// Lists what is certified.
struct CoverageList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: .help("coverage.list"))
  }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let rows = try common.open().coverage().map { coverage -> [FieldValue] in
      [
        FieldValue(coverage.number),
        .word(coverage.what.code, zh: coverage.what.labels.zh, en: coverage.what.labels.en),
        FieldValue(coverage.level), .text(coverage.completeAsOf), .text(coverage.certifiedBy),
        .text(coverage.document),
      ]
    }
    try Output(options: common.output).write(
      Answer(
        columns: [
          Answer.Column("number", zh: "序号", en: "No.", isNumber: true),
          Answer.Column("what", zh: "内容", en: "What"),
          Answer.Column("level", zh: "级别", en: "Level"),
          Answer.Column("complete_as_of", zh: "截至", en: "Complete as of"),
          Answer.Column("certified_by", zh: "确认人", en: "Certified by"),
          Answer.Column("document", zh: "依据", en: "Document"),
        ], rows: rows))
  }
}

/// Takes away what was certified.
struct CoverageRetire: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retire", abstract: .help("coverage.retire"),
      discussion: .help("coverage.retire.discussion"))
  }

  @Argument(help: .help("coverage.number", value: "number"))
  var number: Int

  @OptionGroup var change: ChangeOptions

  func run() throws {
    try Failure.ofZones {
      try change.openOrRehearse().retireCoverage(numbered: number, note: change.edit.note())
    }
    change.done(Sentence("coverage.retired", ["number": number]))
  }
}
