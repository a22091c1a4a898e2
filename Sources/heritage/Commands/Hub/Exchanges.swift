import ArgumentParser
import HeritageFormats
import HeritagePostgres
import HeritageRegistry
import HeritageSQLite
import Words

/// A working copy, and the hub that it is one of.
struct CopyOptions: ParsableArguments {
  @Option(help: .help("hub.from", value: "hub"))
  var hub: String?

  @OptionGroup var register: RegisterFileOption
  @OptionGroup var language: LanguageOption

  /// The copy with its hub: the one that is named, or where it was found last.
  func exchange() throws -> HubExchange {
    let copy = WorkingCopy(register.path)
    guard let state = try copy.decisions.state() else {
      throw HubError.noWorkingCopy(path: register.path)
    }
    return HubExchange(
      copy, try HubArgument.hub(hub ?? Environment["HERITAGE_HUB"] ?? state.address))
  }
}

/// Fetches what has changed in the hub.
struct Pull: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pull", abstract: .help("pull"), discussion: .help("pull.discussion"))
  }

  @OptionGroup var copy: CopyOptions

  func run() throws {
    let report = try copy.exchange().pull()
    Terminal.say(
      Sentence(
        "pull.done",
        [
          "new": report.new.count, "changed": report.changed.count, "merged": report.merged.count,
          "gone": report.gone.count,
        ]))
    if !report.merged.isEmpty {
      Terminal.say(Sentence("pull.merged", ["codes": report.merged.joined(separator: " ")]))
    }
    guard !report.conflicts.isEmpty else { return }
    try Conflicts.write(
      report.conflicts, Output(output: nil, lang: copy.language.lang, quiet: false))
    throw Failure(
      HubError.undecided(
        path: copy.register.path, count: Set(report.conflicts.map(\.code)).count,
        codes: Array(Set(report.conflicts.map(\.code)).sorted().prefix(5))
      ).sentence, hint: Sentence("advice.resolve"), status: .badData)
  }
}

/// Sends what was changed here.
struct Push: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "push", abstract: .help("push"), discussion: .help("push.discussion"))
  }

  @Flag(help: .help("push.dryRun"))
  var dryRun = false

  @Flag(help: .help("push.partial"))
  var partial = false

  @OptionGroup var copy: CopyOptions

  func run() throws {
    let exchange = try copy.exchange()
    let report = try exchange.push(isPartial: partial, isRehearsal: dryRun)
    if report.stale.isEmpty || partial {
      let (count, fields) = (report.stored.count, report.fields)
      Terminal.say(
        dryRun
          ? Sentence("push.rehearsed", ["count": count, "fields": fields])
          : Sentence("push.done", ["count": count, "fields": fields]))
    }
    guard !report.stale.isEmpty else { return }
    if !report.conflicts.isEmpty {
      try Conflicts.write(
        report.conflicts, Output(output: nil, lang: copy.language.lang, quiet: false))
    }
    throw Failure(
      HubError.stale(
        hub: exchange.hubName, count: report.stale.count, codes: Array(report.stale.prefix(5))
      ).sentence, hint: Sentence("advice.pull"), status: .busy)
  }
}

/// What waits to be decided.
struct Conflicts: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "conflicts", abstract: .help("conflicts"))
  }

  @OptionGroup var register: RegisterFileOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Self.write(try WorkingCopy(register.path).decisions.conflicts(), Output(options: output))
  }

  /// Writes a row for each conflict.
  static func write(_ conflicts: [HubConflict], _ output: Output) throws {
    try output.write(
      Answer(
        columns: [
          Answer.Column("code", zh: "编号", en: "Code"),
          Answer.Column("field", zh: "内容项", en: "Field"),
          Answer.Column("base", zh: "原来", en: "Before"),
          Answer.Column("mine", zh: "本地", en: "Mine"),
          Answer.Column("theirs", zh: "中心库", en: "Theirs"),
          Answer.Column("who", zh: "修改人", en: "Who"),
          Answer.Column("at", zh: "时间(UTC)", en: "Time (UTC)"),
        ],
        rows: conflicts.map {
          [
            .text($0.code), .text(CopyDecisions.name($0.field)), FieldValue($0.base),
            FieldValue($0.mine), FieldValue($0.theirs), FieldValue($0.who), FieldValue($0.time),
          ]
        }))
  }
}
